/**
 * Builds the UDP datagrams that the tester sends, right or wrong: what a caller states is written as stated, and the rest
 * is worked out. The tester's own arithmetic, apart from the judged one.
 */
import type { Random } from '../../net/random.ts';
import { parseDotted } from '../../wire/runtime/address.ts';
import { foldSum, internetSum } from '../../wire/runtime/checksum.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import { joined, type Probe, probe, UDP } from '../ipv4/datagram.ts';
import type { HeaderFields } from '../ipv4/words.ts';

export const HEADER_OCTETS = 8;
export const ECHO_PORT = 7;
/** The dynamic ports, of which nobody is the owner: RFC 6335 section 6. */
const FIRST_DYNAMIC_PORT = 0xc000;

export interface UdpProbe extends Probe {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly data: Uint8Array;
}

/** What a pseudo-header says. Dotted addresses. */
export interface PseudoHeader {
  readonly source: string;
  readonly destination: string;
  readonly protocol: number;
  readonly length: number;
}

export interface UdpFields {
  readonly sourcePort?: number;
  readonly destinationPort?: number;
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
  const payload = joined(new Uint8Array(HEADER_OCTETS), data);
  const { length = payload.length } = fields;
  const view = viewOf(payload);
  view.setUint16(0, sourcePort);
  view.setUint16(2, destinationPort);
  view.setUint16(4, length);
  const { source, destination } = header;
  const pseudo = { source, destination, protocol: UDP, length, ...fields.pseudoHeader };
  view.setUint16(6, fields.checksum ?? sentChecksum(payload.subarray(0, Math.max(HEADER_OCTETS, length)), pseudo));
  const built = probe({ protocol: UDP, identification: 1 + random.below(0xffff), ...header }, payload);
  return { ...built, sourcePort, destinationPort, data };
}

export function dynamicPort(random: Random): number {
  return FIRST_DYNAMIC_PORT + random.below(0x10000 - FIRST_DYNAMIC_PORT);
}

/** Data that brings the checksum of the datagram which carries it to zero (RFC 768). An even number of octets. */
export function dataThatAddsToZero(data: Uint8Array, pseudo: PseudoHeader, ports: readonly number[]): Uint8Array {
  const head = new Uint8Array(HEADER_OCTETS);
  const view = viewOf(head);
  ports.forEach((port, index) => {
    view.setUint16(2 * index, port);
  });
  view.setUint16(4, pseudo.length);
  const filled = data.slice();
  filled.fill(0, 0, 2);
  viewOf(filled).setUint16(0, checksumOf(joined(head, filled), pseudo));
  return filled;
}

/** Of the octets as they are: for a field that holds zero the value to put there, and zero where it is right. */
export function checksumOf(octets: Uint8Array, { source, destination, protocol, length }: PseudoHeader): number {
  const words = [source, destination].flatMap((dotted) => {
    const address = parseDotted(dotted) ?? 0;
    return [address >>> 16, address & 0xffff];
  });
  const sum = [...words, protocol, length].reduce((total, word) => total + word, 0);
  return ~foldSum(internetSum(viewOf(octets), 0, octets.length, sum)) & 0xffff;
}

/** Zero is sent as all ones. */
function sentChecksum(octets: Uint8Array, pseudo: PseudoHeader): number {
  return checksumOf(octets, pseudo) || 0xffff;
}
