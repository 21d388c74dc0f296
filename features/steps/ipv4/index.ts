/** What the steps of features/ipv4 mean: each reads its words and calls the kit. */
import type { StepDefinition } from '../../../src/harness/kit.ts';
import { codecSteps } from './codec.ts';
import { echoSteps } from './echo.ts';
import { forwardingSteps } from './forwarding.ts';
import { fragmentationSteps } from './fragmentation.ts';
import { hostSteps } from './host.ts';
import { optionsSteps } from './options.ts';
import { pieceAndTimeoutSteps } from './pieces.ts';
import { reassemblySteps } from './reassembly.ts';
import { routerIcmpSteps } from './router-icmp.ts';
import { routerValidationSteps } from './router-validation.ts';
import { transitOptionSteps } from './transit-options.ts';

export const ipv4Steps: readonly StepDefinition[] = [
  ...codecSteps,
  ...echoSteps,
  ...reassemblySteps,
  ...forwardingSteps,
  ...optionsSteps,
  ...hostSteps,
  ...pieceAndTimeoutSteps,
  ...fragmentationSteps,
  ...routerIcmpSteps,
  ...routerValidationSteps,
  ...transitOptionSteps,
];
