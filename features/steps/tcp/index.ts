/** What the steps of features/tcp mean: each reads its words and calls the kit. */
import type { StepDefinition } from '../../../src/harness/kit.ts';
import { segmentSteps } from './segments.ts';
import { stateSteps } from './states.ts';

export const tcpSteps: readonly StepDefinition[] = [...segmentSteps, ...stateSteps];
