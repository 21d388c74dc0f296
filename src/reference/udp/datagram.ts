/**
 * The datagram of RFC 768 in octets. Its checksum also covers a pseudo-header of addresses, protocol and length, so that
 * what was led astray is found out.
 */
import { udpDatagram } from '../../generated/udp/datagram.ts';
import { viewOf } from '../../wire/runtime/octets.ts';

export const UDP = 17;
const HEADER_OCTETS = 8;

/** Addresses of the datagram that carries it, as int32. */
export interface Ends {
  readonly source: number;
  readonly destination: number;
}

export interface UdpDatagram {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly data: Uint8Array;
}

/** Undefined for what is no datagram (RFC768-LEN-3), or has a wrong checksum: nobody is told (RFC1122-UDP-CSUM-2). */
export function parseUdp(octets: Uint8Array, { source, destination }: Ends): UdpDatagram | undefined {
  const read = udpDatagram.decodeStruct(viewOf(octets), 0, octets.length, { source, destination });
  if (typeof read === 'number') return undefined;
  const { sourcePort, destinationPort, dataAt, dataLength } = read;
  // RFC768-LEN-2: what IP carries behind it is not its own.
  return { sourcePort, destinationPort, data: octets.subarray(dataAt, dataAt + dataLength) };
}

export function udpOctets({ data, sourcePort, destinationPort }: UdpDatagram, ends: Ends): Uint8Array {
  const octets = new Uint8Array(HEADER_OCTETS + data.length);
  const struct = { ...udpDatagram.create(), sourcePort, destinationPort, dataAt: 0, dataLength: data.length };
  // RFC1122-UDP-CSUM-4: the checksum is worked out.
  udpDatagram.write(struct, viewOf(octets), 0, { ...ends, octets: viewOf(data) });
  return octets;
}
