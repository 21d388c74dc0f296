/** What the two sides of a handshake sign, and the keys that come out of it (spec/relay/hpr-1.md sections 3.1 and 3.2). */
import { fromHex } from '../../../contract/hex.ts';
import { type Crypto, hkdf } from '../crypto/provider.ts';
import { joined } from '../octets.ts';
import { textOctets } from '../text.ts';

export function helloTranscript(destination: string, ephemeral: string, key: string): Uint8Array {
  return joined('HPR/1 hello', fromHex(destination), fromHex(ephemeral), fromHex(key));
}

interface Both {
  /** Identifiers and ephemeral keys in hex. */
  readonly asker: string;
  readonly answerer: string;
  readonly askerEphemeral: string;
  readonly answererEphemeral: string;
}

export function welcomeTranscript({ asker, answerer, askerEphemeral, answererEphemeral }: Both): Uint8Array {
  const parts = [asker, answerer, askerEphemeral, answererEphemeral].map(fromHex);
  return joined('HPR/1 welcome', ...parts);
}

export interface HopKeys {
  readonly asker: Uint8Array;
  readonly answerer: Uint8Array;
}

export function hopKeys(crypto: Crypto, secret: Uint8Array, transcript: Uint8Array): HopKeys {
  const keys = hkdf(crypto, secret, crypto.sha256(transcript), textOctets('HPR/1 hop'), 64);
  return { asker: keys.slice(0, 32), answerer: keys.slice(32) };
}
