/** What the server of a scenario does otherwise than others, by the words that features use. */
import type { TransportAddress } from '../../../harness/surface.ts';
import { ATTRIBUTES, METHODS } from '../attribute-types.ts';
import type { StunMessage } from '../read-message.ts';
import { isSigned } from './guest.ts';
import { type Challenge, RELAYED_6, type Reply } from './replies.ts';

/** To each copy of a request in turn, and the last to all that follow; undefined: nothing. `usual` as others do. */
export type Replies = readonly (Reply | 'usual' | undefined)[];

/** What a way of answering may need to know. */
export interface Ground {
  /** Another one each time that it is asked for. */
  freshChallenge(): Challenge;
  /** The tester's other place, and this one. */
  readonly alternate: TransportAddress;
}

export interface Turn {
  readonly which: (request: StunMessage) => boolean;
  /** Of how many transactions. */
  left: number;
  readonly replies: (ground: Ground) => Replies;
}

const UNKNOWN = 0x7ffe;
/** Not the tester's: what is forged leads elsewhere. */
const FORGED = { address: '192.0.2.99', port: 9 };

const once = (reply: Reply): Replies => [reply, 'usual'];
const WAYS: Readonly<Record<string, (ground: Ground) => Replies>> = {
  nothing: () => [undefined],
  'nothing at first': () => [undefined, undefined, 'usual'],
  '401 once more': (ground) => [{ code: 401, challenge: ground.freshChallenge() }],
  '438 and a new nonce': (ground) => [{ code: 438, challenge: ground.freshChallenge() }],
  'an error without a code': () => [{ code: -1 }],
  'a success that nobody has signed': () => once({ code: 0, relayed: FORGED, seal: 'none' }),
  'a success with a wrong integrity': () => once({ code: 0, relayed: FORGED, seal: 'wrong' }),
  'a success that somebody else has signed': () => once({ code: 0, relayed: FORGED, seal: "somebody's" }),
  'a refusal that nobody has signed': () => once({ code: 403, seal: 'none' }),
  'a success of another transaction': () => once({ code: 0, relayed: FORGED, error: 1 }),
  'a challenge of another transaction': (ground) =>
    once({ code: 401, challenge: { ...ground.freshChallenge(), realm: 'elsewhere.example' }, error: 1 }),
  'a success with an attribute that nobody knows': () => [
    { code: 0, more: [{ type: UNKNOWN, value: new Uint8Array(4) }] },
  ],
  'a relayed address of IPv6': () => [{ code: 0, relayed: RELAYED_6 }],
  'another server': ({ alternate }) => [{ code: 300, more: [alternateServer(alternate)] }],
};

/** @throws TypeError for words that name no way */
function repliesBy(words: string): (ground: Ground) => Replies {
  const [, code] = /^error (\d{3})$/.exec(words) ?? [];
  if (code !== undefined) return () => [{ code: Number(code) }];
  const way = WAYS[words];
  if (way === undefined) throw new TypeError(`no way to answer with ${words}`);
  return way;
}

/** `which` as in `signed Allocate`, `first request`, `Refresh`. */
export function turnFor(which: string, words: string, times: number): Turn {
  const [method, isSignedOne] = [which.replace('signed ', ''), which.startsWith('signed ')];
  if (method !== 'request' && METHODS[method] === undefined) throw new TypeError(`no request ${which}`);
  return {
    which: (request) =>
      (method === 'request' || request.method === METHODS[method]) && (!isSignedOne || isSigned(request)),
    left: times,
    replies: repliesBy(words),
  };
}

/** RFC 8489 section 14.15: written as MAPPED-ADDRESS is. */
function alternateServer({ address, port }: TransportAddress) {
  const octets = address.split('.').map(Number);
  return { type: ATTRIBUTES['ALTERNATE-SERVER'], value: Uint8Array.of(0, 1, port >> 8, port & 0xff, ...octets) };
}
