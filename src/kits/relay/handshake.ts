/** What the two sides of a session sign, and the keys of their hop: HPR/1 sections 3.1 and 3.2. */
import { fromHex, toHex } from '../../contract/hex.ts';
import { kindOf } from './frame.ts';
import { ascii, type Identity, joined } from './identity.ts';
import { hkdf, type KeyPair, sha256, shared, sign } from './primitives.ts';

const KEY_OCTETS = 32;
/** WELCOME is as long as HELLO with this much padding, and not longer (HPR-HOP-06). */
const PADDING_OCTETS = 32;

/** Identifiers and ephemeral keys, hex; first the asker's. */
export interface Handshake {
  readonly asker: string;
  readonly other: string;
  readonly askerEphemeral: string;
  readonly otherEphemeral: string;
}

export interface HopKeys {
  readonly asker: Uint8Array;
  readonly other: Uint8Array;
}

export function helloAttributes(own: Identity, ephemeral: KeyPair, destination: string, cookie?: object): object[] {
  const covered = joined(ascii('HPR/1 hello'), fromHex(destination), ephemeral.publicKey, own.pair.publicKey);
  return [
    { kind: kindOf('Key'), publicKey: own.key },
    { kind: kindOf('Ephemeral'), publicKey: toHex(ephemeral.publicKey) },
    { kind: kindOf('Signature'), signature: toHex(sign(own.pair, covered)) },
    ...(cookie === undefined ? [] : [cookie]),
    { kind: kindOf('Padding'), padding: '00'.repeat(PADDING_OCTETS) },
  ];
}

/** What WELCOME signs. */
export function welcomeCovers({ asker, other, askerEphemeral, otherEphemeral }: Handshake): Uint8Array {
  return joined(ascii('HPR/1 welcome'), ...[asker, other, askerEphemeral, otherEphemeral].map(fromHex));
}

/** Undefined for a key that leads nowhere. */
export function hopKeys(own: KeyPair, peer: string, handshake: Handshake): HopKeys | undefined {
  const secret = shared(own, fromHex(peer));
  if (secret === undefined) return undefined;
  const keys = hkdf(secret, sha256(welcomeCovers(handshake)), ascii('HPR/1 hop'), 2 * KEY_OCTETS);
  return { asker: keys.subarray(0, KEY_OCTETS), other: keys.subarray(KEY_OCTETS) };
}
