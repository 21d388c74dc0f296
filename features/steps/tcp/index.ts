/** What the steps of features/tcp mean: each reads its words and calls the kit. */
import type { StepDefinition } from '../../../src/harness/kit.ts';
import { acceptanceSteps } from './acceptance.ts';
import { badLinkSteps } from './bad-link.ts';
import { closingSteps } from './closing.ts';
import { ecnSteps } from './ecn.ts';
import { flowSteps } from './flow.ts';
import { formatSteps } from './format.ts';
import { icmpSteps } from './icmp.ts';
import { keepAliveSteps } from './keep-alive.ts';
import { openingSteps } from './opening.ts';
import { optionSteps } from './options.ts';
import { routeSteps } from './route.ts';
import { segmentSteps } from './segments.ts';
import { settingSteps } from './settings.ts';
import { stateSteps } from './states.ts';
import { streamSteps } from './stream.ts';
import { timeWaitSteps } from './time-wait.ts';
import { timestampSteps } from './timestamps.ts';
import { urgentSteps } from './urgent.ts';
import { windowSteps } from './windows.ts';

export const tcpSteps: readonly StepDefinition[] = [
  ...segmentSteps,
  ...ecnSteps,
  ...windowSteps,
  ...formatSteps,
  ...icmpSteps,
  ...settingSteps,
  ...routeSteps,
  ...keepAliveSteps,
  ...urgentSteps,
  ...openingSteps,
  ...optionSteps,
  ...timestampSteps,
  ...stateSteps,
  ...acceptanceSteps,
  ...closingSteps,
  ...timeWaitSteps,
  ...flowSteps,
  ...streamSteps,
  ...badLinkSteps,
];
