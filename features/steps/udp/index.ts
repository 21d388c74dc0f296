/** What the steps about UDP mean, also those in features/ipv4 that need it. */
import type { StepDefinition } from '../../../src/harness/kit.ts';
import { udpEchoSteps } from './echo.ts';
import { udpPathSteps } from './path.ts';

export const udpSteps: readonly StepDefinition[] = [...udpEchoSteps, ...udpPathSteps];
