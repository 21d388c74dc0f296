/**
 * The long-term credential mechanism at the server: the checks of RFC 8489 section 9.2.4 in its order. Gives who it is and
 * how to sign what he is answered, or the refusal.
 */
import { type Answer, refusal } from './answer.ts';
import { ATTRIBUTES } from './codes.ts';
import { type Crypto, isSame, PASSWORD_ALGORITHMS, type PasswordAlgorithm } from './crypto.ts';
import type { Endpoint } from './endpoint.ts';
import { featuresIn, type Nonces } from './nonce.ts';
import { type Attribute, coveredBy, find, type Message, octetsIn } from './read-message.ts';
import { utf8 } from './text.ts';
import type { KnownUser, Users } from './users.ts';
import { plain, type Signature } from './write-message.ts';

export interface Guard {
  readonly crypto: Crypto;
  readonly realm: string;
  readonly users: Users;
  readonly nonces: Nonces;
}

export interface Authenticated {
  readonly user: KnownUser;
  readonly signature: Signature;
}

/** SHA-256 first: RFC 8489 section 9.2.4 asks for the order of preference. Each with no parameters. */
const OFFERED = Uint8Array.of(0, PASSWORD_ALGORITHMS.SHA256, 0, 0, 0, PASSWORD_ALGORITHMS.MD5, 0, 0);

export function authenticate(guard: Guard, message: Message, from: Endpoint, now: number): Authenticated | Answer {
  const sha256 = find(message, ATTRIBUTES.MESSAGE_INTEGRITY_SHA256);
  const integrity = sha256 ?? find(message, ATTRIBUTES.MESSAGE_INTEGRITY);
  // AUTH-01
  if (integrity === undefined) return challenge(guard, 401, from, now);
  const name = find(message, ATTRIBUTES.USERHASH) ?? find(message, ATTRIBUTES.USERNAME);
  const nonce = find(message, ATTRIBUTES.NONCE);
  // AUTH-05, AUTH-06
  if (name === undefined || nonce === undefined || find(message, ATTRIBUTES.REALM) === undefined) return refusal(400);
  const choice = algorithmOf(message, nonce);
  if (choice === undefined) return refusal(400);
  const octets = octetsIn(message, name);
  const user = name.type === ATTRIBUTES.USERHASH ? guard.users.byHash(octets) : guard.users.byName(octets);
  // AUTH-08
  if (user === undefined) return challenge(guard, 401, from, now);
  const key = user.keys[choice.algorithm];
  // AUTH-09
  if (!holds(guard.crypto, message, integrity, key)) return challenge(guard, 401, from, now);
  // AUTH-10: only now, so that nobody learns about nonces who has no key.
  if (!guard.nonces.isValid(octetsIn(message, nonce), from, now)) return challenge(guard, 438, from, now);
  // AUTH-11
  return { user, signature: { key, hmac: choice.isNamed ? 'sha256' : 'sha1' } };
}

interface Choice {
  readonly algorithm: PasswordAlgorithm;
  /** The request says so; otherwise it is MD5 as before there was a choice. */
  readonly isNamed: boolean;
}

const UNNAMED: Choice = { algorithm: PASSWORD_ALGORITHMS.MD5, isNamed: false };

/** What the key was made with; undefined for a choice that somebody may have meddled with (AUTH-07, section 9.2.1). */
function algorithmOf(message: Message, nonce: Attribute): Choice | undefined {
  if (!featuresIn(octetsIn(message, nonce)).passwordAlgorithms) return UNNAMED;
  const chosen = find(message, ATTRIBUTES.PASSWORD_ALGORITHM);
  const offered = find(message, ATTRIBUTES.PASSWORD_ALGORITHMS);
  if (chosen === undefined && offered === undefined) return UNNAMED;
  if (chosen === undefined || offered === undefined) return undefined;
  if (!isSame(octetsIn(message, offered), OFFERED) || chosen.length !== 4) return undefined;
  const algorithm = message.view.getUint16(chosen.at);
  if (message.view.getUint16(chosen.at + 2) !== 0) return undefined;
  const known = Object.values(PASSWORD_ALGORITHMS).find((each) => each === algorithm);
  return known && { algorithm: known, isNamed: true };
}

/** STUN-MI-02: TURN does not let anybody cut the HMAC. */
function holds({ hmacSha1, hmacSha256 }: Crypto, message: Message, integrity: Attribute, key: Uint8Array): boolean {
  const hmac = integrity.type === ATTRIBUTES.MESSAGE_INTEGRITY ? hmacSha1 : hmacSha256;
  return isSame(octetsIn(message, integrity), hmac(key, coveredBy(message, integrity)));
}

/** AUTH-02: with nothing that belongs to somebody. */
function challenge({ realm, nonces }: Guard, code: 401 | 438, from: Endpoint, now: number): Answer {
  return refusal(
    code,
    plain(ATTRIBUTES.REALM, utf8(realm)),
    plain(ATTRIBUTES.NONCE, nonces.issue(from, now)),
    plain(ATTRIBUTES.PASSWORD_ALGORITHMS, OFFERED),
  );
}
