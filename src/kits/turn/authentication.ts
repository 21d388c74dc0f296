/** How the tester signs a request, rightly or in one of the ways that a server must refuse: RFC 8489 section 9.2. */
import { ATTRIBUTES, type AttributeName } from './attribute-types.ts';
import { type Digest, longTermKey, PASSWORD_ALGORITHMS, signed } from './integrity.ts';
import { type Attribute, type Draft, stunOctets } from './message.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** What a server has told. */
export interface Session {
  readonly realm: string;
  readonly nonce: string;
  /** The value of PASSWORD-ALGORITHMS, where the server listed any. */
  readonly algorithms?: Uint8Array;
}

/** Not assigned. */
const UNKNOWN_ALGORITHM = 0x7f;

export type Authentication =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'long-term';
      readonly username?: string;
      readonly password?: string;
      readonly realm?: string;
      readonly nonce?: string;
      readonly digest?: Digest;
      /** The algorithm of the key; MD5 unless stated, as for one who names none. */
      readonly algorithm?: keyof typeof PASSWORD_ALGORITHMS;
      /** Attributes that should be there and are not. */
      readonly without?: readonly AttributeName[];
      readonly more?: readonly Attribute[];
      /** Changed in the last octet of the integrity. */
      readonly error?: number;
      /** Octets that are left of the integrity. */
      readonly kept?: number;
    };

export function authenticated(
  draft: Draft,
  authentication: Authentication,
  credentials: Credentials,
  session: Session | undefined,
): Uint8Array {
  if (authentication.kind === 'none' || session === undefined) return stunOctets(draft);
  const { digest = 'sha1', algorithm = 'md5', without = [], more = [], error = 0, kept } = authentication;
  const { username, password, realm, nonce } = { ...session, ...credentials, ...authentication };
  const told: Attribute[] = [text('USERNAME', username), text('REALM', realm), text('NONCE', nonce), ...more];
  const held = told.filter(({ type }) => !without.some((name) => ATTRIBUTES[name] === type));
  const message = stunOctets({ ...draft, attributes: [...draft.attributes, ...held] });
  if (without.includes('MESSAGE-INTEGRITY')) return message;
  const octets = signed(message, longTermKey(algorithm, username, realm, password), digest, kept);
  octets[octets.length - 1]! ^= error;
  return octets;
}

function text(name: AttributeName, value: string): Attribute {
  return { type: ATTRIBUTES[name], value: new TextEncoder().encode(value) };
}

/** PASSWORD-ALGORITHM without parameters: RFC 8489 section 14.12. */
export function passwordAlgorithm(algorithm: keyof typeof PASSWORD_ALGORITHMS | 'unknown'): Attribute {
  const number = algorithm === 'unknown' ? UNKNOWN_ALGORITHM : PASSWORD_ALGORITHMS[algorithm];
  const value = Uint8Array.of(0, number, 0, 0);
  return { type: ATTRIBUTES['PASSWORD-ALGORITHM'], value };
}
