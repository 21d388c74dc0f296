/**
 * Builds the UDP datagrams that the tester sends, right or wrong: what a caller states is written as stated, and the rest
 * is worked out.
 */
import { toHex } from '../../contract/hex.ts';
import { udpDatagram } from '../../generated/udp/datagram.ts';
import type { Random } from '../../net/random.ts';
import { parseDotted } from '../../wire/runtime/address.ts';
import { foldSum, internetSum, pseudoHeaderSum } from '../../wire/runtime/checksum.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import { type Probe, probe, UDP } from '../ipv4/datagram.ts';
import type { HeaderFields } from '../ipv4/words.ts';

export const HEADER_OCTETS = 8;
export const ECHO_PORT = 7;
const CHECKSUM_AT = 6;
/** The dynamic ports, of which nobody is the owner: RFC 6335 section 6. */
const FIRST_DYNAMIC_PORT = 0xc000;

interface Ports {
  readonly sourcePort: number;
  readonly destinationPort: number;
}

export interface UdpProbe extends Probe, Ports {
  readonly data: Uint8Array;
}

/** What a pseudo-header says. Dotted addresses. */
export interface PseudoHeader {
  readonly source: string;
  readonly destination: string;
  readonly protocol: number;
  readonly length: number;
}

export interface UdpFields extends Partial<Ports> {
  readonly length?: number;
  readonly checksum?: number;
  /** What the checksum is made for, where that is not what stands in the datagram. */
  readonly pseudoHeader?: Partial<PseudoHeader>;
}

export function udpProbe(
  header: HeaderFields & { source: string; destination: string },
  data: Uint8Array,
  fields: UdpFields,
  random: Random,
): UdpProbe {
  const { sourcePort = dynamicPort(random), destinationPort = ECHO_PORT } = fields;
  const { length = HEADER_OCTETS + data.length } = fields;
  const written = { sourcePort, destinationPort, length, data: toHex(data) };
  const payload = udpDatagram.encode({ ...written, checksum: 0 });
  const { source, destination } = header;
  const pseudo = { source, destination, protocol: UDP, length, ...fields.pseudoHeader };
  const covered = payload.subarray(0, Math.max(HEADER_OCTETS, length));
  viewOf(payload).setUint16(CHECKSUM_AT, fields.checksum ?? sentChecksum(covered, pseudo));
  const built = probe({ protocol: UDP, identification: 1 + random.below(0xffff), ...header }, payload);
  return { ...built, sourcePort, destinationPort, data };
}

export function dynamicPort(random: Random): number {
  return FIRST_DYNAMIC_PORT + random.below(0x10000 - FIRST_DYNAMIC_PORT);
}

/** Data that brings the checksum of the datagram which carries it to zero (RFC 768). An even number of octets. */
export function dataThatAddsToZero(data: Uint8Array, pseudo: PseudoHeader, ports: Ports): Uint8Array {
  const filled = data.slice();
  filled.fill(0, 0, 2);
  const octets = udpDatagram.encode({ ...ports, length: pseudo.length, checksum: 0, data: toHex(filled) });
  viewOf(filled).setUint16(0, checksumOf(octets, pseudo));
  return filled;
}

/** Of the octets as they are: for a field that holds zero the value to put there, and zero where it is right. */
export function checksumOf(octets: Uint8Array, { source, destination, protocol, length }: PseudoHeader): number {
  const sum = pseudoHeaderSum(parseDotted(source) ?? 0, parseDotted(destination) ?? 0, protocol, length);
  return ~foldSum(internetSum(viewOf(octets), 0, octets.length, sum)) & 0xffff;
}

/** Zero is sent as all ones. */
function sentChecksum(octets: Uint8Array, pseudo: PseudoHeader): number {
  return checksumOf(octets, pseudo) || 0xffff;
}
