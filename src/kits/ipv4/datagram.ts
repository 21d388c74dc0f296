/**
 * Builds what the tester sends, on the generated codecs: what a caller states explicitly is written as stated, right or
 * wrong, and the rest is derived.
 */
import { toHex } from '../../contract/hex.ts';
import { ipv4Header } from '../../generated/ipv4/header.ts';
import { icmpMessage } from '../../generated/ipv4/icmp.ts';
import type { Random } from '../../net/random.ts';
import { internetChecksum } from '../../wire/runtime/checksum.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import type { HeaderFields } from './words.ts';

export const ICMP = 1;
export const UDP = 17;
const UDP_HEADER_OCTETS = 8;
const DISCARD_PORT = 9;
const CHECKSUM_AT = 10;

/** A datagram that the tester may send, and what an answer to it is known by. */
export interface Probe {
  readonly header: HeaderFields;
  readonly headerLength: number;
  readonly payload: Uint8Array;
  readonly octets: Uint8Array;
}

export interface Echo extends Probe {
  readonly identifier: number;
  readonly sequenceNumber: number;
  readonly data: Uint8Array;
}

export function probe(header: HeaderFields, payload: Uint8Array): Probe {
  const head = ipv4Header.encode(header, { payloadLength: payload.length });
  return { header, headerLength: head.length, payload, octets: joined(head, payload) };
}

/** Sequence numbers and identifications are drawn, so that an answer belongs to one request only. */
export function echo(header: HeaderFields, data: Uint8Array, random: Random): Echo {
  const [identifier, sequenceNumber] = [random.below(0x10000), random.below(0x10000)];
  const payload = icmpMessage.encode({ type: 8, code: 0, identifier, sequenceNumber, data: toHex(data) });
  const built = probe({ protocol: ICMP, identification: 1 + random.below(0xffff), ...header }, payload);
  return { ...built, identifier, sequenceNumber, data };
}

/** A UDP datagram to the discard port, without a checksum of its own; `octets` counts the UDP header too. */
export function udp(header: HeaderFields, octets: number, random: Random): Probe {
  const payload = random.octets(Math.max(octets, UDP_HEADER_OCTETS));
  const view = new DataView(payload.buffer);
  view.setUint16(0, 0xc000 + random.below(0x4000));
  view.setUint16(2, DISCARD_PORT);
  view.setUint16(4, payload.length);
  view.setUint16(6, 0);
  return probe({ protocol: UDP, identification: 1 + random.below(0xffff), ...header }, payload);
}

/** The identification with which the header of such a datagram, all else as it is, gets that checksum. */
export function identificationFor({ header, payload }: Probe, checksum: number): number {
  const octets = ipv4Header.encode({ ...header, identification: 0 }, { payloadLength: payload.length });
  // What is subtracted from one ones-complement number to get the other.
  const difference = viewOf(octets).getUint16(CHECKSUM_AT) - checksum;
  return difference < 0 ? difference + 0xffff : difference;
}

/** The probe cut into `count` fragments of about one size, in order. */
export function fragments(whole: Probe, count: number): readonly Probe[] {
  const size = Math.ceil(whole.payload.length / count / 8) * 8;
  return Array.from({ length: count }, (_, index) => {
    const last = index === count - 1;
    return fragment(whole, index * size, last ? whole.payload.length : (index + 1) * size);
  });
}

/** The probe cut for a link that carries `mtu` octets. */
export function fragmentsFor(whole: Probe, mtu: number): readonly Probe[] {
  const size = (mtu - whole.headerLength) & ~7;
  const count = Math.ceil(whole.payload.length / size);
  return Array.from({ length: count }, (_, index) =>
    fragment(whole, index * size, Math.min((index + 1) * size, whole.payload.length)),
  );
}

/** The fragment of the probe that holds the octets of its data from `from`, a multiple of 8, up to `to`. */
export function fragment(whole: Probe, from: number, to: number): Probe {
  const moreFragments = to < whole.payload.length;
  return probe({ ...whole.header, moreFragments, fragmentOffset: from / 8 }, whole.payload.subarray(from, to));
}

/** The same octets with one of the header another, and a checksum that is right for it. */
export function withHeaderOctet({ octets, headerLength }: Probe, at: number, value: number): Uint8Array {
  const changed = octets.slice();
  changed[at] = value;
  return withChecksumOf(changed, headerLength);
}

/** The same octets with bit `bit` (0 to 15) of the header checksum inverted. */
export function withChecksumBitInverted(octets: Uint8Array, bit: number): Uint8Array {
  const changed = octets.slice();
  changed[10 + (bit >> 3)]! ^= 0x80 >> (bit & 7);
  return changed;
}

/** The same octets with a header checksum that covers the first `length` of them only. */
export function withChecksumOf(octets: Uint8Array, length: number): Uint8Array {
  const changed = octets.slice();
  const view = new DataView(changed.buffer);
  view.setUint16(10, 0);
  view.setUint16(10, internetChecksum(view, 0, length));
  return changed;
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
