/**
 * What a TURN client does, found out by ordinary errands before anything is judged: whether it lets peers in, sends to them
 * and hands out what they send, binds channels, speaks TCP, knows RFC 8489. Nothing here is held against it.
 */
import { EvidenceLog } from '../../../harness/evidence.ts';
import { IutFault } from '../../../harness/outcome.ts';
import type { ServicesSurface } from '../../../harness/surface.ts';
import type { Seat } from '../../../harness/target.ts';
import { random } from '../../../net/random.ts';
import { find, textIn } from '../read-message.ts';
import { nameIn, type Software } from '../software.ts';
import { offer } from './ordinary.ts';
import { TEXT, TurnClientJudge, type TurnTask } from './peer.ts';
import { fateOf, isStun, messagesOf, type Visit } from './visit.ts';

export interface TurnClientHabits {
  /** Undefined where it does not say. */
  readonly software: Software | undefined;
  readonly capabilities: readonly string[];
}

export interface Learning {
  readonly seat: () => Promise<Seat>;
  /** Names that the command has a place for. */
  readonly places: ReadonlySet<string>;
  /** Microseconds. */
  readonly hangLimit: number;
}

/** @throws IutFault iut-start when it asks for nothing */
export async function learnTurnClient(learning: Learning): Promise<TurnClientHabits> {
  const { places } = learning;
  const peers = places.has('peer') || places.has('peers') ? ['P'] : [];
  const ordinary = await visit(learning, { peers });
  if (ordinary.heard.length === 0) throw askedNothing(ordinary);
  const found = ['turn.client', ...whatItDid(ordinary)];
  if (places.has('seconds')) found.push('turn.client.hold');
  if (places.has('peers')) found.push('turn.client.peers');
  if (places.has('family')) found.push('turn.client.family');
  if (places.has('parity')) found.push('turn.client.parity');
  if (places.has('way')) found.push(...whatItDid(await visit(learning, { peers, way: 'channel' })));
  const listed = await visit(learning, {}, (peer) => offer(peer, 'SHA-256, then MD5'));
  if (listed.heard.some((heard) => isStun(heard) && find(heard.message, 'PASSWORD-ALGORITHM'))) {
    found.push('stun.client.rfc8489');
  }
  if (places.has('url') || places.has('transport')) {
    const streamed = await visit(learning, {}, (peer) => peer.tell({ transport: 'tcp' }));
    if (streamed.heard.length > 0) found.push('turn.client.tcp');
  }
  return { software: softwareOf(ordinary), capabilities: [...new Set(found)] };
}

async function visit(
  { seat: take, hangLimit }: Learning,
  task: TurnTask,
  prepare: (peer: TurnClientJudge) => void = () => {},
): Promise<Visit> {
  const seat = await take();
  const services: ServicesSurface = await seat.surface('services');
  const scene = { clock: 'real', hangLimit, evidence: new EvidenceLog(), random: random(1), parameters: {} } as const;
  const peer = new TurnClientJudge({ ...scene, services: async () => services });
  prepare(peer);
  return peer.send(task).finally(() => seat.leave());
}

function whatItDid(visit: Visit): readonly string[] {
  const found: string[] = [];
  if (messagesOf(visit, 'request', 'CreatePermission').length > 0) found.push('turn.client.permission');
  if (messagesOf(visit, 'request', 'ChannelBind').length > 0) found.push('turn.client.channel');
  if (messagesOf(visit, 'indication', 'Send').length > 0) found.push('turn.client.send');
  if (visit.done?.ok && new TextDecoder().decode(visit.done.output).includes(TEXT)) found.push('turn.client.output');
  return found;
}

function softwareOf(visit: Visit): Software | undefined {
  const told = messagesOf(visit, 'request').map(({ message }) => textIn(message, 'SOFTWARE'));
  return nameIn(told.find((text) => text !== undefined));
}

function askedNothing(visit: Visit): IutFault {
  return new IutFault('iut-start', `the command asked the tester's server for nothing; ${fateOf(visit)}`);
}
