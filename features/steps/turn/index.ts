/** What the steps about STUN and TURN mean. */
import type { StepDefinition } from '../../../src/harness/kit.ts';
import { turnAllocationSteps } from './allocations.ts';
import { turnAskSteps } from './ask.ts';
import { turnClientSteps } from './clients.ts';
import { turnDataSteps } from './data.ts';
import { turnJudgeSteps } from './judge.ts';
import { turnOddSteps } from './odd.ts';
import { turnTimeSteps } from './time.ts';

export const turnSteps: readonly StepDefinition[] = [
  ...turnAskSteps,
  ...turnJudgeSteps,
  ...turnAllocationSteps,
  ...turnDataSteps,
  ...turnTimeSteps,
  ...turnOddSteps,
  ...turnClientSteps,
];
