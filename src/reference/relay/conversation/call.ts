/** A call of a function at a peer: the length of its name in one octet, the name in UTF-8, the arguments. */
import { toHex } from '../../../contract/hex.ts';
import { joined } from '../octets.ts';
import { textOctets, textOf } from '../text.ts';

export interface Call {
  readonly name: string;
  /** Hex. */
  readonly argument: string;
}

export function readCall(body: Uint8Array): Call {
  const length = body[0] ?? 0;
  return { name: textOf(toHex(body.subarray(1, 1 + length))), argument: toHex(body.subarray(1 + length)) };
}

/** @throws RangeError for a name of more than 255 octets */
export function writeCall(name: string, argument: Uint8Array): Uint8Array {
  const octets = textOctets(name);
  if (octets.length > 255) throw new RangeError(`a name of ${octets.length} octets`);
  return joined(Uint8Array.of(octets.length), octets, argument);
}
