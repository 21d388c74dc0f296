/** Everything that is measured, in the order in which it is shown. */
import { adapter } from './adapter/adapter.ts';
import { coldStart } from './cold-start.ts';
import { grading } from './grade/class.ts';
import { spawning } from './grade/spawn.ts';
import { judging } from './http/judging.ts';
import { parsing } from './http/parsing.ts';
import { serving } from './http/serving.ts';
import { decoding } from './ipv4/decoding.ts';
import { encoding } from './ipv4/encoding.ts';
import { probes } from './probes/probes.ts';
import { relay } from './relay/relay.ts';
import type { Group } from './row.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { tcpSuite } from './scenarios/tcp-suite.ts';
import { pages } from './site/pages.ts';
import { weights } from './site/weights.ts';
import { goodput } from './tcp/goodput.ts';
import { idle } from './tcp/idle.ts';
import { relaying } from './turn/relaying.ts';
import { validation } from './validation/validation.ts';

export const groups: readonly Group[] = [
  decoding,
  encoding,
  validation,
  parsing,
  serving,
  judging,
  scenarios,
  tcpSuite,
  goodput,
  idle,
  coldStart,
  relay,
  adapter,
  probes,
  relaying,
  spawning,
  grading,
  weights,
  pages,
];
