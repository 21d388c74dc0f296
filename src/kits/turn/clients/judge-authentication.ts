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
  isSameEnd,
  laterRequests,
  messagesOf,
  oddAnswer,
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

/**
 * The nonces that `request` may have: of the last challenge on its own port, for it answers that; where there was none, any.
 * @throws Inconclusive
 */
function noncesFor(visit: Visit, request: Heard): readonly string[] {
  const challenges = visit.said.filter(({ code, to }) => {
    return (code === 401 || code === 438) && to.exchange < request.exchange;
  });
  if (challenges.length === 0) throw new Inconclusive('precondition', 'it came before any challenge');
  const own = challenges.findLast(({ to }) => isSameEnd(to, request));
  return (own === undefined ? challenges : [own]).map(({ nonce }) => nonce ?? '');
}

/** RFC8489-AUTH-15: REALM and NONCE as they were sent, a name, and the integrity that goes with them. */
export function judgeCredentials(visit: Visit, realm: string): void {
  const request = signedOf(visit);
  const nonces = noncesFor(visit, request);
  judgeCopied(request, 'REALM', [realm]);
  judgeCopied(request, 'NONCE', nonces);
  const [name, hash] = [textIn(request.message, 'USERNAME'), find(request.message, 'USERHASH')];
  const isNamed = name === USER.username || (hash !== undefined && sameOctets(hash.value, userhash(realm)));
  if (!isNamed) throw unmetAt(request, 'USERNAME', USER.username, name ?? 'neither USERNAME nor USERHASH of the user');
  if (isAuthentic(request.message, realm)) return;
  throw unmetAt(request, 'MESSAGE-INTEGRITY', "the HMAC under the user's key", 'another one');
}

function judgeCopied(request: Heard<StunMessage>, name: 'REALM' | 'NONCE', expected: readonly string[]): void {
  const attribute = find(request.message, name);
  const actual = textIn(request.message, name);
  if (actual !== undefined && expected.includes(actual)) return;
  throw unmetAt(request, name, expected.join(' or '), actual ?? `no ${name}`, attribute);
}

/** RFC8489-AUTH-15: the list as it was sent, and one of it that the client knows. */
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
  for (const again of laterRequests(visit, refused)) {
    const { message } = again;
    // One without credentials begins from the beginning: its user has asked again.
    isNew ||= !isSigned(message);
    if (isNew || message.method !== refused.to.message.method || identity(message) !== before) continue;
    throw unmetAt(again, 'request', 'no request with the same name, realm and password', 'the same once more');
  }
}

function identity(message: StunMessage): string {
  const [name, hash] = [find(message, 'USERNAME'), find(message, 'USERHASH')];
  return `${toHex((name ?? hash)?.value ?? new Uint8Array())} ${textIn(message, 'REALM')}`;
}

/** RFC8489-AUTH-17: the request comes again, with the nonce that the 438 brought. */
export function judgeFreshNonce(visit: Visit, realm: string): void {
  const stale = oddAnswer(visit);
  const { method } = stale.to.message;
  const later = laterRequests(visit, stale).filter(({ message }) => message.method === method);
  // Another port may be about something else.
  const again = later.find((heard) => isSameEnd(heard, stale.to)) ?? later.find(({ message }) => isSigned(message));
  const expected = 'the request again, with the new nonce';
  if (again === undefined) throw new Unmet({ expected: [expected], actual: fateOf(visit), missing: true });
  judgeCopied(again, 'NONCE', [stale.nonce ?? '']);
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
  const again = transactionsOf(visit).find(({ first }) => {
    return first.exchange > challenge.to.exchange && isSigned(first.message);
  })?.first;
  if (again !== undefined) throw unmetAt(again, 'request', 'no further request', 'a signed one');
}

export const ALGORITHM_LISTS = {
  'SHA-256, then MD5': { list: Uint8Array.of(0, 2, 0, 0, 0, 1, 0, 0), known: [2, 1] },
  // RFC 8489 section 9.2.5 asks for the first, and RFC 8656 section 6 for SHA-256: neither is held against anybody.
  'MD5, then SHA-256': { list: Uint8Array.of(0, 1, 0, 0, 0, 2, 0, 0), known: [1, 2] },
  'one that nobody knows, then SHA-256': { list: Uint8Array.of(0x7f, 0, 0, 0, 0, 2, 0, 0), known: [2] },
  'one that nobody knows': { list: Uint8Array.of(0x7f, 0, 0, 0), known: [] },
} as const;
