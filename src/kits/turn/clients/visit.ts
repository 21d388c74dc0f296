/** All that came of one errand of a client, in its order, for whichever rule is judged. */
import { toHex } from '../../../contract/hex.ts';
import type { Interval } from '../../../harness/interval.ts';
import { Inconclusive } from '../../../harness/outcome.ts';
import type { ServiceEvent, TransportAddress } from '../../../harness/surface.ts';
import { METHODS } from '../attribute-types.ts';
import { numberIn, type Read, type StunMessage } from '../read-message.ts';
import { isSigned } from './guest.ts';

/** A message that came to a place of the tester's. */
export interface Heard<Message extends Read = Read> {
  readonly message: Message;
  readonly place: number;
  readonly from: TransportAddress;
  readonly at: Interval;
  /** Its index in the evidence. */
  readonly exchange: number;
}

/** What the tester answered, and when. */
export interface Said {
  readonly to: Heard<StunMessage>;
  readonly code: number | 'success';
  /** The nonce that it brought. */
  readonly nonce: string | undefined;
  readonly at: Interval;
  /** Its index in the evidence. */
  readonly exchange: number;
  /** Whether it is what an ordinary server would say. */
  readonly isUsual: boolean;
}

/** A request with its retransmissions: RFC 8489 section 6.2.1. */
export interface Transaction {
  readonly first: Heard<StunMessage>;
  readonly copies: readonly Heard<StunMessage>[];
}

export type Done = Extract<ServiceEvent, { kind: 'done' }>;

export interface Visit {
  readonly heard: readonly Heard[];
  readonly said: readonly Said[];
  /** What peers were sent to, and let in for, as the errand said. */
  readonly peers: readonly TransportAddress[];
  /** Undefined when the client was still under way when nobody waited any more. */
  readonly done: Done | undefined;
  readonly endedAt: Interval;
}

export function isStun(heard: Heard): heard is Heard<StunMessage> {
  return heard.message.kind === 'stun';
}

/** Requests, indications or all of them, in their order; `method` by its name. */
export function messagesOf(visit: Visit, of: StunMessage['of'], method?: string): readonly Heard<StunMessage>[] {
  return visit.heard.filter(isStun).filter(({ message }) => {
    return message.of === of && (method === undefined || message.method === METHODS[method]);
  });
}

export function transactionsOf(visit: Visit, method?: string): readonly Transaction[] {
  const found = new Map<string, { first: Heard<StunMessage>; copies: Heard<StunMessage>[] }>();
  for (const heard of messagesOf(visit, 'request', method)) {
    const key = idOf(heard);
    const known = found.get(key);
    if (known === undefined) found.set(key, { first: heard, copies: [heard] });
    else known.copies.push(heard);
  }
  return [...found.values()];
}

/** The same request, bit for bit, from the same address at one place. */
export function idOf({ message, place, from }: Heard<StunMessage>): string {
  return `${place} ${from.address} ${from.port} ${toHex(message.octets)}`;
}

/** @throws Inconclusive when there is none */
export function signedAllocate(visit: Visit): Transaction {
  const found = transactionsOf(visit, 'Allocate').find(({ first }) => isSigned(first.message));
  if (found === undefined) throw new Inconclusive('precondition', `no signed Allocate request came: ${fateOf(visit)}`);
  return found;
}

/** The first of its answers that was no usual one. @throws Inconclusive when there is none */
export function oddAnswer(visit: Visit): Said {
  const found = visit.said.find(({ isUsual }) => !isUsual);
  if (found === undefined)
    throw new Inconclusive('precondition', `what was to be answered was not asked: ${fateOf(visit)}`);
  return found;
}

/** What the client sent when it could have had the answer, `grace` microseconds after it; in virtual time it has it at once. */
export function after(visit: Visit, { at, exchange }: Said, grace: number): readonly Heard[] {
  const isVirtual = at.earliest === at.latest;
  return visit.heard.filter((heard) => {
    return heard.exchange > exchange && (isVirtual || heard.at.earliest > at.latest + grace);
  });
}

/** From the same port to the same place. */
export function isSameEnd(one: Pick<Heard, 'place' | 'from'>, other: Pick<Heard, 'place' | 'from'>): boolean {
  return one.place === other.place && one.from.address === other.from.address && one.from.port === other.from.port;
}

/** New requests that came after an answer, but those of another port that was asking before and has not been refused. */
export function laterRequests(visit: Visit, { exchange }: Said): readonly Heard<StunMessage>[] {
  const refused = visit.said.filter((said) => !said.isUsual && said.exchange <= exchange).map(({ to }) => to.from.port);
  const asking = visit.heard.filter((heard) => heard.exchange < exchange).map(({ from }) => from.port);
  const others = new Set(asking.filter((port) => !refused.includes(port)));
  return transactionsOf(visit)
    .map(({ first }) => first)
    .filter((heard) => heard.exchange > exchange && !others.has(heard.from.port));
}

/** Refresh with a lifetime of zero. */
export function isDelete({ message }: Heard): boolean {
  return message.kind === 'stun' && message.method === METHODS.Refresh && numberIn(message, 'LIFETIME') === 0;
}

export function fateOf({ done }: Visit): string {
  return done === undefined ? 'the client is still under way' : `the client ${done.fate}`;
}
