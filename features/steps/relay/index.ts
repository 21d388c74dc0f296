import type { StepDefinition } from '../../../src/harness/kit.ts';
import { circuitSteps } from './circuits.ts';
import { reservationSteps } from './reservations.ts';

export const relaySteps: readonly StepDefinition[] = [...reservationSteps, ...circuitSteps];
