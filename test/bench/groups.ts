/** Everything that is measured, in the order in which it is shown. */
import { adapter } from './adapter/adapter.ts';
import { coldStart } from './cold-start.ts';
import { parsing } from './http/parsing.ts';
import { decoding } from './ipv4/decoding.ts';
import { encoding } from './ipv4/encoding.ts';
import { probes } from './probes/probes.ts';
import { relay } from './relay/relay.ts';
import type { Group } from './row.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { tcpSuite } from './scenarios/tcp-suite.ts';
import { goodput } from './tcp/goodput.ts';
import { idle } from './tcp/idle.ts';
import { validation } from './validation/validation.ts';

export const groups: readonly Group[] = [
  decoding,
  encoding,
  validation,
  parsing,
  scenarios,
  tcpSuite,
  goodput,
  idle,
  coldStart,
  relay,
  adapter,
  probes,
];
