/**
 * The side of a handshake that asks: HELLO until a WELCOME has come, with the cookie once there is one. Whose key it must be
 * is known beforehand.
 */
import { fromHex, toHex } from '../../../contract/hex.ts';
import { type Attribute, attribute, find } from '../attributes.ts';
import type { KeyPair } from '../crypto/provider.ts';
import { type Endpoint, endpointOf } from '../endpoint.ts';
import { type Header, hasHopMac } from '../frame.ts';
import { SECOND } from '../settings.ts';
import type { NodeState } from '../state.ts';
import { callOff, type Timer } from '../timers.ts';
import { TYPE } from '../types.ts';
import { newSession } from './answer-hello.ts';
import { beginUse } from './keep-alive.ts';
import { sendBare } from './send.ts';
import type { Session } from './sessions.ts';
import { helloTranscript, hopKeys, welcomeTranscript } from './transcript.ts';

export interface Dialled {
  readonly endpoint: Endpoint;
  /** Hex. */
  readonly key: string;
  readonly id: string;
}

export interface Dial extends Dialled {
  readonly pair: KeyPair;
  readonly ids: Set<string>;
  readonly done: (session: Session | undefined) => void;
  /** Hex; the same for every HELLO. */
  readonly signature: string;
  cookie: string | undefined;
  timer: Timer | undefined;
}

/** In seconds. */
interface Pace {
  readonly every: number;
  readonly times: number;
  /** Each wait is twice the one before. */
  readonly isSlowing: boolean;
}

const PADDING = '00'.repeat(16);
/** A HELLO to a public node: half a second, a second, two. */
const USUAL: Pace = { every: 0.5, times: 3, isSlowing: true };
/** Both sides send at once, so that what stands between lets the other's in; 4 to an attempt. */
export const PUNCHING = { every: 0.25, isSlowing: false } as const;

/** `done` is called once: with a session in use, or with nothing. */
export function dial(state: NodeState, { endpoint, key, id }: Dialled, done: Dial['done'], pace: Pace = USUAL): void {
  const pair = state.crypto.agreementPair(state.chance.octets(32));
  const transcript = helloTranscript(id, toHex(pair.publicKey), state.identity.key);
  const signature = toHex(state.crypto.sign(state.identity.pair, transcript));
  const one: Dial = { endpoint, key, id, pair, signature, ids: new Set(), done, cookie: undefined, timer: undefined };
  state.dials.add(one);
  const attempt = (count: number): void => {
    if (count === pace.times) {
      end(state, one, undefined);
      return;
    }
    hello(state, one);
    const wait = pace.every * SECOND * (pace.isSlowing ? 2 ** count : 1);
    one.timer = state.timers.at(state.now + wait, () => attempt(count + 1));
  };
  attempt(0);
}

function hello(state: NodeState, one: Dial): void {
  const { identity } = state;
  const ephemeral = toHex(one.pair.publicKey);
  const attributes = [
    attribute('Key', { publicKey: identity.key }),
    attribute('Ephemeral', { publicKey: ephemeral }),
    ...(one.cookie === undefined ? [] : [attribute('Cookie', { cookie: one.cookie })]),
    attribute('Signature', { signature: one.signature }),
    // HPR-HOP-06: the WELCOME must not be longer than what it answers.
    attribute('Padding', { padding: PADDING }),
  ];
  one.ids.add(sendBare(state, one.endpoint, TYPE.HELLO, attributes, one.id));
}

function end(state: NodeState, one: Dial, session: Session | undefined): void {
  callOff(one.timer);
  state.dials.delete(one);
  one.done(session);
}

function dialOf(state: NodeState, header: Header, attributes: readonly Attribute[]): Dial | undefined {
  const asked = find(attributes, 'Request')?.messageId;
  if (asked === undefined) return undefined;
  return [...state.dials].find(({ ids, id }) => ids.has(asked) && id === header.source);
}

/** What a translator sends on may come from another port than the one dialled; the signature tells whose it is. */
function isSameHost(one: Endpoint, other: Endpoint): boolean {
  return one.address === other.address && one.transport === other.transport;
}

export function takeCookie(state: NodeState, from: Endpoint, header: Header, attributes: readonly Attribute[]): void {
  const one = dialOf(state, header, attributes);
  const cookie = find(attributes, 'Cookie');
  if (one === undefined || cookie === undefined || !isSameHost(from, one.endpoint)) return;
  if (one.cookie === cookie.cookie) return;
  one.cookie = cookie.cookie;
  hello(state, one);
}

export function takeWelcome(
  state: NodeState,
  from: Endpoint,
  header: Header,
  attributes: readonly Attribute[],
  octets: Uint8Array,
): void {
  const one = dialOf(state, header, attributes);
  if (one === undefined || !isSameHost(from, one.endpoint)) return;
  const session = sessionFrom(state, one, from, attributes, octets);
  if (session === undefined) return;
  state.sessions.add(session);
  beginUse(state, session);
  end(state, one, session);
}

function sessionFrom(
  state: NodeState,
  one: Dial,
  from: Endpoint,
  attributes: readonly Attribute[],
  octets: Uint8Array,
): Session | undefined {
  const { crypto, identity } = state;
  const [key, theirs, signature] = [
    find(attributes, 'Key'),
    find(attributes, 'Ephemeral'),
    find(attributes, 'Signature'),
  ];
  if (key?.publicKey !== one.key || theirs === undefined || signature === undefined) return undefined;
  const askerEphemeral = toHex(one.pair.publicKey);
  const answererEphemeral = theirs.publicKey;
  const both = { asker: identity.id, answerer: one.id, askerEphemeral, answererEphemeral };
  const transcript = welcomeTranscript(both);
  if (!crypto.isSigned(fromHex(one.key), transcript, fromHex(signature.signature))) return undefined;
  const secret = crypto.agree(one.pair, fromHex(answererEphemeral));
  if (secret === undefined) return undefined;
  const keys = hopKeys(crypto, secret, transcript);
  if (!hasHopMac(crypto, keys.answerer, octets)) return undefined;
  const seen = find(attributes, 'Endpoint');
  return {
    ...newSession(state, one.endpoint, one.id, one.key),
    heardFrom: from,
    sendKey: keys.asker,
    receiveKey: keys.answerer,
    handshake: askerEphemeral + answererEphemeral,
    observed: seen && endpointOf(seen),
    isConfirmed: true,
  };
}
