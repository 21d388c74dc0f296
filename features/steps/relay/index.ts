import type { StepDefinition } from '../../../src/harness/kit.ts';
import { circuitSteps } from './circuits.ts';
import { directorySteps } from './directory.ts';
import { frameSteps } from './frames.ts';
import { loadSteps } from './load.ts';
import { probeSteps } from './probes.ts';
import { reservationSteps } from './reservations.ts';

export const relaySteps: readonly StepDefinition[] = [
  ...frameSteps,
  ...reservationSteps,
  ...circuitSteps,
  ...loadSteps,
  ...probeSteps,
  ...directorySteps,
];
