/**
 * Nonces that a server need not remember (RFC 8489 section 9.2): the cookie with the security features, the time, some
 * chance, and a sum over these and the client's address under a secret. One client's is of no use to another (AUTH-03).
 */
import { type Crypto, isSame } from './crypto.ts';
import { type Endpoint, keyOf } from './endpoint.ts';
import { base64, firstOctet, latin1, utf8 } from './text.ts';

const COOKIE = 'obMatJos2';
/** RFC 8489 section 18.1: bit 0, password algorithms, and bit 1, username anonymity, of 24. */
const PASSWORD_ALGORITHMS_BIT = 0x80;
const USERNAME_ANONYMITY_BIT = 0x40;
const FEATURES = base64(Uint8Array.of(PASSWORD_ALGORITHMS_BIT | USERNAME_ANONYMITY_BIT, 0, 0));
const PREFIX = `${COOKIE}${FEATURES}`;
/** Enough for any instant in microseconds. */
const TIME_DIGITS = 11;
const CHANCE_OCTETS = 6;
const SUM_OCTETS = 12;
const BODY_LENGTH = PREFIX.length + TIME_DIGITS + (CHANCE_OCTETS / 3) * 4;

export class Nonces {
  readonly #crypto: Crypto;
  readonly #secret: Uint8Array;
  /** In microseconds. */
  readonly #lifetime: number;

  constructor(crypto: Crypto, lifetime: number) {
    this.#crypto = crypto;
    this.#secret = crypto.random(32);
    this.#lifetime = lifetime;
  }

  issue(client: Endpoint, now: number): Uint8Array {
    // AUTH-22: chance, so that no two are the same.
    const chance = base64(this.#crypto.random(CHANCE_OCTETS));
    const body = `${PREFIX}${now.toString(36).padStart(TIME_DIGITS, '0')}${chance}`;
    return utf8(`${body}${this.#sum(body, client)}`);
  }

  /** Whether `nonce` is one that was issued to `client` and is not too old. */
  isValid(nonce: Uint8Array, client: Endpoint, now: number): boolean {
    if (nonce.length !== BODY_LENGTH + (SUM_OCTETS / 3) * 4) return false;
    const text = latin1(nonce);
    const body = text.slice(0, BODY_LENGTH);
    if (!text.startsWith(PREFIX)) return false;
    if (!isSame(utf8(text.slice(BODY_LENGTH)), utf8(this.#sum(body, client)))) return false;
    const issued = Number.parseInt(body.slice(PREFIX.length, PREFIX.length + TIME_DIGITS), 36);
    return now - issued < this.#lifetime;
  }

  #sum(body: string, client: Endpoint): string {
    const sum = this.#crypto.hmacSha256(this.#secret, utf8(`${body} ${keyOf(client)}`));
    return base64(sum.subarray(0, SUM_OCTETS));
  }
}

export interface Features {
  readonly passwordAlgorithms: boolean;
  readonly usernameAnonymity: boolean;
}

/** What the cookie in a nonce says that its server can do; nothing without a cookie. */
export function featuresIn(nonce: Uint8Array): Features {
  const text = latin1(nonce.subarray(0, PREFIX.length));
  const bits = (text.startsWith(COOKIE) ? firstOctet(text.slice(COOKIE.length)) : undefined) ?? 0;
  return {
    passwordAlgorithms: (bits & PASSWORD_ALGORITHMS_BIT) !== 0,
    usernameAnonymity: (bits & USERNAME_ANONYMITY_BIT) !== 0,
  };
}
