/** The target `reference`: met by the contract like any other implementation, only in process. */
import type { TargetKind } from '../harness/target.ts';
import { portTarget } from '../harness/targets/port-target.ts';
import { referencePort } from '../serve/reference-port.ts';

export const referenceKind: TargetKind = {
  attach: (_, options) => portTarget('reference', referencePort(), options),
};
