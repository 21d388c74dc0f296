/** All step definitions: a protocol's table is listed here once. */
import type { StepDefinition } from '../../src/harness/kit.ts';
import { httpSteps } from './http.ts';
import { httpClientSteps } from './http-clients.ts';
import { httpCodecSteps } from './http-codec.ts';
import { httpDialogueSteps } from './http-dialogue.ts';
import { httpMiddleSteps } from './http-intermediaries.ts';
import { ipv4Steps } from './ipv4/index.ts';
import { relaySteps } from './relay/index.ts';
import { tcpSteps } from './tcp/index.ts';
import { turnSteps } from './turn/index.ts';
import { udpSteps } from './udp/index.ts';

export const stepDefinitions: readonly StepDefinition[] = [
  ...ipv4Steps,
  ...udpSteps,
  ...tcpSteps,
  ...httpSteps,
  ...httpCodecSteps,
  ...httpDialogueSteps,
  ...relaySteps,
  ...httpClientSteps,
  ...httpMiddleSteps,
  ...turnSteps,
];
