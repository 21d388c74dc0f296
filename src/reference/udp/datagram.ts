/**
 * The datagram of RFC 768: four fields of 16 bits, then data. Its checksum also covers a pseudo-header of addresses,
 * protocol and length, so that what was led astray is found out.
 */
import { foldSum, internetSum } from '../../wire/runtime/checksum.ts';
import { viewOf } from '../../wire/runtime/octets.ts';

export const UDP = 17;
const HEADER_OCTETS = 8;
const [DESTINATION_PORT_AT, LENGTH_AT, CHECKSUM_AT] = [2, 4, 6];
const NO_CHECKSUM = 0;
/** What a right checksum makes the sum come to. */
const ALL_ONES = 0xffff;

export interface Ends {
  /** As int32. */
  readonly source: number;
  readonly destination: number;
}

export interface UdpDatagram {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly data: Uint8Array;
}

/** Undefined for octets that are no datagram, or whose checksum is wrong: nobody is told (RFC1122-UDP-CSUM-2). */
export function parseUdp(octets: Uint8Array, ends: Ends): UdpDatagram | undefined {
  if (octets.length < HEADER_OCTETS) return undefined;
  const view = viewOf(octets);
  const length = view.getUint16(LENGTH_AT);
  // RFC768-LEN-3
  if (length < HEADER_OCTETS || length > octets.length) return undefined;
  const isChecked = view.getUint16(CHECKSUM_AT) !== NO_CHECKSUM;
  if (isChecked && sum(view, length, ends) !== ALL_ONES) return undefined;
  const [sourcePort, destinationPort] = [view.getUint16(0), view.getUint16(DESTINATION_PORT_AT)];
  // RFC768-LEN-2: what IP carries behind it is not its own.
  return { sourcePort, destinationPort, data: octets.subarray(HEADER_OCTETS, length) };
}

export function udpOctets({ sourcePort, destinationPort, data }: UdpDatagram, ends: Ends): Uint8Array {
  const octets = new Uint8Array(HEADER_OCTETS + data.length);
  octets.set(data, HEADER_OCTETS);
  const view = viewOf(octets);
  view.setUint16(0, sourcePort);
  view.setUint16(DESTINATION_PORT_AT, destinationPort);
  view.setUint16(LENGTH_AT, octets.length);
  const checksum = ~sum(view, octets.length, ends) & 0xffff;
  // RFC768-CSUM-2: zero would say that there is none.
  view.setUint16(CHECKSUM_AT, checksum === NO_CHECKSUM ? ALL_ONES : checksum);
  return octets;
}

/** Over pseudo-header and datagram, carries brought back in. */
function sum(view: DataView, length: number, ends: Ends): number {
  return foldSum(internetSum(view, 0, length, pseudoHeaderSum(ends, length)));
}

function pseudoHeaderSum({ source, destination }: Ends, length: number): number {
  const words = [source >>> 16, source & 0xffff, destination >>> 16, destination & 0xffff, UDP, length];
  return words.reduce((total, word) => total + word, 0);
}
