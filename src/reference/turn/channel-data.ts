/** Channel data in octets: RFC 8656 sections 12.4 and 12.5. */
import { channelData } from '../../generated/turn/channel-data.ts';
import { freshOctets } from '../../wire/runtime/fresh.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import type { Transport } from './endpoint.ts';

const HEADER_OCTETS = 4;
const { read } = channelData;
const scratch = channelData.create();

/** Undefined for what is none, or is cut off. What fills it up is no part of it (TURN-C-15). */
export function readChannelData(
  octets: Uint8Array,
): { readonly number: number; readonly data: Uint8Array } | undefined {
  if (read(scratch, viewOf(octets), 0, octets.length) !== 0) return undefined;
  const { channelNumber, dataAt, dataLength } = scratch;
  return { number: channelNumber, data: octets.subarray(dataAt, dataAt + dataLength) };
}

/** TURN-C-14: over TCP zeros fill it up. */
export function channelDataOctets(number: number, data: Uint8Array, transport: Transport): Uint8Array {
  const whole = HEADER_OCTETS + data.length;
  const octets = freshOctets(transport === 'tcp' ? (whole + 3) & ~3 : whole);
  const view = viewOf(octets);
  view.setUint16(0, number);
  view.setUint16(2, data.length);
  octets.set(data, HEADER_OCTETS);
  return octets;
}
