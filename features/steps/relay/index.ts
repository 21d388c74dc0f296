import type { StepDefinition } from '../../../src/harness/kit.ts';
import { circuitSteps } from './circuits.ts';
import { crowdSteps } from './crowd.ts';
import { directorySteps } from './directory.ts';
import { frameSteps } from './frames.ts';
import { loadSteps } from './load.ts';
import { populationSteps } from './population.ts';
import { probeSteps } from './probes.ts';
import { reachSteps } from './reach.ts';
import { reservationSteps } from './reservations.ts';
import { secrecySteps } from './secrecy.ts';

export const relaySteps: readonly StepDefinition[] = [
  ...frameSteps,
  ...reservationSteps,
  ...circuitSteps,
  ...loadSteps,
  ...probeSteps,
  ...directorySteps,
  ...crowdSteps,
  ...populationSteps,
  ...reachSteps,
  ...secrecySteps,
];
