/** The ways in which a request can be signed, rightly and wrongly, by the words that features use. */
import { Inconclusive, Unsupported } from '../../harness/outcome.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import { ATTRIBUTES, type AttributeName } from './attribute-types.ts';
import { type Authentication, passwordAlgorithm } from './authentication.ts';
import type { Ask, Client } from './client.ts';
import { PASSWORD_ALGORITHMS, withFingerprint } from './integrity.ts';
import { ATTRIBUTE_HEAD, padded, withAttribute } from './message.ts';
import type { TurnPeer } from './peer.ts';
import { textIn } from './read-message.ts';

export type Signing = Pick<Ask, 'authentication' | 'touch'>;

type LongTerm = Omit<Extract<Authentication, { kind: 'long-term' }>, 'kind'>;

const NOBODYS_NONCE = 'f0f1f2f3f4f5f6f7';
const WRONG_PASSWORD = 'not-the-password';
/** Octets that a MESSAGE-INTEGRITY-SHA256 is cut to: a legal length where a usage allows truncation, as TURN does not. */
const TRUNCATED = 16;

const WAYS: Readonly<Record<string, (peer: TurnPeer, client: Client) => Signing>> = {
  'no credentials': () => ({ authentication: { kind: 'none' } }),
  'its credentials': () => longTerm({}),
  'the nonce that it had at first': (_, client) => longTerm({ nonce: firstNonce(client) }),
  'the nonce of the last answer': (peer) => longTerm({ nonce: lastNonce(peer) }),
  'a wrong password': () => longTerm({ password: WRONG_PASSWORD }),
  'an unknown user': () => longTerm({ username: 'nobody-of-that-name' }),
  'a wrong integrity': () => longTerm({ error: 1 }),
  'a nonce of its own making': () => longTerm({ nonce: NOBODYS_NONCE }),
  "another user's credentials": (peer) => longTerm(peer.credentials('turn.other-username', 'turn.other-password')),
  'a FINGERPRINT': () => ({ ...longTerm({}), touch: (octets) => withFingerprint(octets) }),
  'an unknown attribute behind the integrity': () => ({
    ...longTerm({}),
    touch: (octets) => withAttribute(octets, { type: 0x7ffe, value: new Uint8Array(4) }),
  }),
  'a lifetime of zero behind the integrity': () => ({
    ...longTerm({}),
    touch: (octets) => withAttribute(octets, { type: ATTRIBUTES.LIFETIME, value: new Uint8Array(4) }),
  }),
  'SHA-256': (_, client) => sha256(client, { list: listWithSha256(client), choice: 'sha256' }),
  'PASSWORD-ALGORITHM alone': (_, client) => sha256(client, { choice: 'sha256' }),
  'PASSWORD-ALGORITHMS alone': (_, client) => sha256(client, { list: listOf(client) }),
  'an algorithm that is not listed': (_, client) => sha256(client, { list: listOf(client), choice: 'unknown' }),
  'a list without SHA-256': (_, client) => sha256(client, { list: withoutSha256(client), choice: 'md5' }),
  'a truncated SHA-256': (_, client) =>
    sha256(client, { list: listWithSha256(client), choice: 'sha256', kept: TRUNCATED }),
};

/** @throws TypeError for words that name no way */
export function signing(peer: TurnPeer, client: Client, how: string): Signing {
  const [, missing] = /^no (USERNAME|REALM|NONCE)$/.exec(how) ?? [];
  if (missing !== undefined) return longTerm({ without: [missing as AttributeName] });
  const [, length] = /^a name of (\d+) octets$/.exec(how) ?? [];
  if (length !== undefined) return longTerm({ username: 'n'.repeat(Number(length)) });
  const way = WAYS[how];
  if (way === undefined) throw new TypeError(`no way to sign with ${how}`);
  return way(peer, client);
}

function longTerm(fields: LongTerm): Signing {
  return { authentication: { kind: 'long-term', ...fields } };
}

function lastNonce(peer: TurnPeer): string {
  const { answer } = peer.latest;
  const nonce = answer && textIn(answer, 'NONCE');
  if (nonce === undefined) throw new Inconclusive('precondition', 'the last answer told no nonce');
  return nonce;
}

function firstNonce({ firstNonce: nonce }: Client): string {
  if (nonce === undefined) throw new Inconclusive('precondition', 'there is no nonce of an allocation');
  return nonce;
}

/** @throws Unsupported when the server lists none */
function listOf({ session }: Client): Uint8Array {
  if (session?.algorithms === undefined) throw new Unsupported('password algorithms');
  return session.algorithms;
}

/** RFC 8489 section 9.2.4 lets a server list what it likes. @throws Unsupported when SHA-256 is not among it */
function listWithSha256(client: Client): Uint8Array {
  const list = listOf(client);
  if (!algorithmsIn(list).includes(PASSWORD_ALGORITHMS.sha256)) throw new Unsupported('SHA-256 for passwords');
  return list;
}

/** Another list than the server's. @throws Unsupported */
function withoutSha256(client: Client): Uint8Array {
  listWithSha256(client);
  return passwordAlgorithm('md5').value;
}

/** Their numbers: RFC 8489 section 14.11. */
function algorithmsIn(list: Uint8Array): readonly number[] {
  const view = viewOf(list);
  const numbers: number[] = [];
  for (let at = 0; at + ATTRIBUTE_HEAD <= list.length; at += ATTRIBUTE_HEAD + padded(view.getUint16(at + 2))) {
    numbers.push(view.getUint16(at));
  }
  return numbers;
}

interface Choice {
  readonly list?: Uint8Array;
  readonly choice?: 'md5' | 'sha256' | 'unknown';
  readonly kept?: number;
}

/** Signed with SHA-256 under the key of SHA-256, whatever is said of it. */
function sha256(client: Client, { list, choice, ...kept }: Choice): Signing {
  listOf(client);
  const more = [
    ...(list === undefined ? [] : [{ type: ATTRIBUTES['PASSWORD-ALGORITHMS'], value: list }]),
    ...(choice === undefined ? [] : [passwordAlgorithm(choice)]),
  ];
  return longTerm({ digest: 'sha256', algorithm: 'sha256', more, ...kept });
}
