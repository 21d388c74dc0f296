/** Verdicts on how a client authenticates: RFC 8489 sections 9.2.3 and 9.2.5. */
import { toHex } from '../../../contract/hex.ts';
import { Inconclusive, Unmet } from '../../../harness/outcome.ts';
import type { AttributeName } from '../attribute-types.ts';
import { sameOctets } from '../peer-end.ts';
import { find, type StunMessage, textIn } from '../read-message.ts';
import { isAuthentic, isSigned, USER, userhash } from './guest.ts';
import { unmetAt } from './unmet.ts';
import {
  fateOf,
  type Heard,
  messagesOf,
  oddAnswer,
  type Said,
  type Transaction,
  transactionsOf,
  type Visit,
} from './visit.ts';

const OF_CREDENTIALS: readonly AttributeName[] = [
  'USERNAME',
  'USERHASH',
  'MESSAGE-INTEGRITY',
  'MESSAGE-INTEGRITY-SHA256',
  'REALM',
  'NONCE',
  'PASSWORD-ALGORITHMS',
  'PASSWORD-ALGORITHM',
];

/** RFC8489-AUTH-14 */
export function judgeFirstPlain(visit: Visit): void {
  const [first] = messagesOf(visit, 'request');
  if (first === undefined) throw new Inconclusive('precondition', `no request came: ${fateOf(visit)}`);
  for (const name of OF_CREDENTIALS) {
    const attribute = find(first.message, name);
    if (attribute !== undefined)
      throw unmetAt(first, name, 'a request without credentials', `${name} in it`, attribute);
  }
}

/** The first signed request of that method, or one that answers a challenge. @throws Inconclusive */
function signedOf(visit: Visit, method = 'Allocate'): Heard<StunMessage> {
  const found = transactionsOf(visit, method).find(({ first }) => isSigned(first.message));
  if (found === undefined) throw new Inconclusive('precondition', `no signed ${method} request came: ${fateOf(visit)}`);
  return found.first;
}

/** The challenge that was sent last before `request` came. @throws Inconclusive */
function challengeBefore(visit: Visit, { exchange }: Heard): Said {
  const found = visit.said.findLast(({ code, to }) => (code === 401 || code === 438) && to.exchange < exchange);
  if (found === undefined) throw new Inconclusive('precondition', 'it came before any challenge');
  return found;
}

/** RFC8489-AUTH-15: REALM and NONCE as they were sent, a name, and the integrity that goes with them. */
export function judgeCredentials(visit: Visit, realm: string): void {
  const request = signedOf(visit);
  const { nonce } = challengeBefore(visit, request);
  judgeCopied(request, 'REALM', realm);
  judgeCopied(request, 'NONCE', nonce ?? '');
  const [name, hash] = [textIn(request.message, 'USERNAME'), find(request.message, 'USERHASH')];
  const isNamed = name === USER.username || (hash !== undefined && sameOctets(hash.value, userhash(realm)));
  if (!isNamed) throw unmetAt(request, 'USERNAME', USER.username, name ?? 'neither USERNAME nor USERHASH of the user');
  if (isAuthentic(request.message, realm)) return;
  throw unmetAt(request, 'MESSAGE-INTEGRITY', "the HMAC under the user's key", 'another one');
}

function judgeCopied(request: Heard<StunMessage>, name: 'REALM' | 'NONCE', expected: string): void {
  const attribute = find(request.message, name);
  const actual = textIn(request.message, name);
  if (actual === expected) return;
  throw unmetAt(request, name, expected, actual ?? `no ${name}`, attribute);
}

/** RFC8489-AUTH-15: the list as it was sent, and the first of it that the client knows. */
export function judgeAlgorithms(visit: Visit, list: Uint8Array, known: readonly number[]): void {
  const request = signedOf(visit);
  const [listed, chosen] = [find(request.message, 'PASSWORD-ALGORITHMS'), find(request.message, 'PASSWORD-ALGORITHM')];
  if (listed === undefined || !sameOctets(listed.value, list)) {
    const actual = listed === undefined ? 'none' : toHex(listed.value);
    throw unmetAt(request, 'PASSWORD-ALGORITHMS', toHex(list), actual, listed);
  }
  const number = chosen && (chosen.value[0]! << 8) | (chosen?.value[1] ?? 0);
  if (number !== undefined && known.includes(number)) return;
  throw unmetAt(request, 'PASSWORD-ALGORITHM', known.join(' or '), number === undefined ? 'none' : `${number}`, chosen);
}

/** RFC8489-AUTH-15: who is asked to hides the name. */
export function judgeAnonymous(visit: Visit, realm: string): void {
  const request = signedOf(visit);
  const name = find(request.message, 'USERNAME');
  if (name !== undefined) throw unmetAt(request, 'USERNAME', 'USERHASH instead', 'USERNAME', name);
  const hash = find(request.message, 'USERHASH');
  const expected = toHex(userhash(realm));
  if (hash !== undefined && toHex(hash.value) === expected) return;
  throw unmetAt(request, 'USERHASH', expected, hash === undefined ? 'none' : toHex(hash.value), hash);
}

/** RFC8489-AUTH-16: after 401 to a signed request nothing is signed with the same again. */
export function judgeNotTheSame(visit: Visit): void {
  const refused = oddAnswer(visit);
  const before = identity(refused.to.message);
  let isNew = false;
  for (const { first } of requestsAfter(visit, refused)) {
    // One without credentials begins from the beginning: its user has asked again.
    isNew ||= !isSigned(first.message);
    if (isNew || first.message.method !== refused.to.message.method || identity(first.message) !== before) continue;
    throw unmetAt(first, 'request', 'no request with the same name, realm and password', 'the same once more');
  }
}

function identity(message: StunMessage): string {
  const [name, hash] = [find(message, 'USERNAME'), find(message, 'USERHASH')];
  return `${toHex((name ?? hash)?.value ?? new Uint8Array())} ${textIn(message, 'REALM')}`;
}

function requestsAfter(visit: Visit, { to }: Said): readonly Transaction[] {
  return transactionsOf(visit).filter(({ first }) => first.exchange > to.exchange);
}

/** RFC8489-AUTH-17: the request comes again, with the nonce that the 438 brought. */
export function judgeFreshNonce(visit: Visit, realm: string): void {
  const stale = oddAnswer(visit);
  const again = requestsAfter(visit, stale).find(
    ({ first }) => first.message.method === stale.to.message.method,
  )?.first;
  const expected = 'the request again, with the new nonce';
  if (again === undefined) throw new Unmet({ expected: [expected], actual: fateOf(visit), missing: true });
  judgeCopied(again, 'NONCE', stale.nonce ?? '');
  if (isAuthentic(again.message, realm)) return;
  throw unmetAt(
    again,
    'MESSAGE-INTEGRITY',
    "the HMAC under the user's key",
    isSigned(again.message) ? 'another one' : 'none',
  );
}

/** RFC8489-AUTH-18: nothing is asked of the server any more. */
export function judgeNoRetry(visit: Visit): void {
  const [challenge] = visit.said.filter(({ code }) => code === 401);
  if (challenge === undefined) throw new Inconclusive('precondition', `nobody was challenged: ${fateOf(visit)}`);
  const again = requestsAfter(visit, challenge).find(({ first }) => isSigned(first.message))?.first;
  if (again !== undefined) throw unmetAt(again, 'request', 'no further request', 'a signed one');
}

export const ALGORITHM_LISTS = {
  'SHA-256, then MD5': { list: Uint8Array.of(0, 2, 0, 0, 0, 1, 0, 0), known: [2, 1] },
  // Who signs with MD5 for servers that list nothing knows it.
  'MD5, then SHA-256': { list: Uint8Array.of(0, 1, 0, 0, 0, 2, 0, 0), known: [1] },
  'one that nobody knows, then SHA-256': { list: Uint8Array.of(0x7f, 0, 0, 0, 0, 2, 0, 0), known: [2] },
  'one that nobody knows': { list: Uint8Array.of(0x7f, 0, 0, 0), known: [] },
} as const;
