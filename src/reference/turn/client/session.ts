/**
 * The long-term credential mechanism at the client: what a challenge teaches (RFC 8489 section 9.2.5), and how requests are
 * signed with it from then on (section 9.2.3).
 */

import { ATTRIBUTES } from '../codes.ts';
import type { User } from '../config.ts';
import { type Crypto, longTermKey, PASSWORD_ALGORITHMS, type PasswordAlgorithm, userhash } from '../crypto.ts';
import { featuresIn } from '../nonce.ts';
import { find, type Message, octetsIn } from '../read-message.ts';
import { latin1, utf8 } from '../text.ts';
import { type AttributeValue, plain, type Signature } from '../write-message.ts';

export interface Session {
  readonly realm: Uint8Array;
  readonly nonce: Uint8Array;
  /** PASSWORD-ALGORITHMS as the server has sent it, and which of them is used; without it MD5 as ever. */
  readonly offer?: { readonly algorithms: Uint8Array; readonly chosen: PasswordAlgorithm } | undefined;
  readonly isAnonymous: boolean;
}

/** Why a client may not go on after a challenge. */
type Obstacle = 'malformed' | 'bid-down' | 'no-algorithm';

export function learn(challenge: Message): Session | Obstacle {
  const [realm, nonce] = [find(challenge, ATTRIBUTES.REALM), find(challenge, ATTRIBUTES.NONCE)];
  if (realm === undefined || nonce === undefined) return 'malformed';
  const features = featuresIn(octetsIn(challenge, nonce));
  const algorithms = find(challenge, ATTRIBUTES.PASSWORD_ALGORITHMS);
  // AUTH-18: somebody on the way has taken it out.
  if (features.passwordAlgorithms && algorithms === undefined) return 'bid-down';
  const offered = algorithms && octetsIn(challenge, algorithms);
  const chosen = offered && choiceOf(offered);
  if (offered !== undefined && chosen === undefined) return 'no-algorithm';
  return {
    realm: new Uint8Array(octetsIn(challenge, realm)),
    nonce: new Uint8Array(octetsIn(challenge, nonce)),
    offer: offered && chosen && { algorithms: new Uint8Array(offered), chosen },
    isAnonymous: features.usernameAnonymity,
  };
}

/** AUTH-15: everything that the challenge asks for, as it came. */
export function credentials(crypto: Crypto, user: User, session: Session): AttributeValue[] {
  const { realm, nonce, offer, isAnonymous } = session;
  const who = isAnonymous
    ? plain(ATTRIBUTES.USERHASH, userhash(crypto, user.name, textOf(realm)))
    : plain(ATTRIBUTES.USERNAME, utf8(user.name));
  const common = [who, plain(ATTRIBUTES.REALM, realm), plain(ATTRIBUTES.NONCE, nonce)];
  if (offer === undefined) return common;
  return [
    ...common,
    plain(ATTRIBUTES.PASSWORD_ALGORITHMS, offer.algorithms),
    plain(ATTRIBUTES.PASSWORD_ALGORITHM, Uint8Array.of(0, offer.chosen, 0, 0)),
  ];
}

export function signatureOf(crypto: Crypto, { name, password }: User, { realm, offer }: Session): Signature {
  const algorithm = offer?.chosen ?? PASSWORD_ALGORITHMS.MD5;
  const key = longTermKey(crypto, algorithm, name, textOf(realm), password);
  // Section 9.2.5: who has offered algorithms is asked under SHA-256 alone.
  return { key, hmac: offer ? 'sha256' : 'sha1' };
}

/** SHA-256 wherever it is listed: RFC 8656 section 6, which is about TURN, against the server's order of RFC 8489. */
function choiceOf(offered: Uint8Array): PasswordAlgorithm | undefined {
  const known = knownIn(offered);
  return known.find((each) => each === PASSWORD_ALGORITHMS.SHA256) ?? known[0];
}

/** RFC 8489 section 14.11: parameters are filled up to 4 octets. */
function knownIn(offered: Uint8Array): readonly PasswordAlgorithm[] {
  const found: PasswordAlgorithm[] = [];
  for (let at = 0; at + 4 <= offered.length; ) {
    const number = ((offered[at] ?? 0) << 8) | (offered[at + 1] ?? 0);
    const length = ((offered[at + 2] ?? 0) << 8) | (offered[at + 3] ?? 0);
    const known = Object.values(PASSWORD_ALGORITHMS).find((each) => each === number);
    if (known !== undefined && length === 0) found.push(known);
    at += 4 + ((length + 3) & ~3);
  }
  return found;
}

/** UTF-8 of realms; one that is none stays what it is, an octet a character. */
function textOf(octets: Uint8Array): string {
  const characters = latin1(octets);
  try {
    return decodeURIComponent(
      [...characters].map((each) => `%${each.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
    );
  } catch {
    return characters;
  }
}
