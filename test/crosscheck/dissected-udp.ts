/** A UDP datagram by tshark and by us: its fields, and the verdict on its checksum. */
import { expect } from 'vitest';
import { udpDatagram } from '../../src/generated/udp/datagram.ts';
import type { Context } from '../../src/wire/codec.ts';
import type { Row } from './tshark.ts';

const STATUS = 'udp.checksum.status';
/** What tshark says of a checksum. */
const [BAD, GOOD, NOT_CHECKED, NOT_PRESENT] = ['0', '1', '2', '3'];

export const udpColumns: readonly string[] = ['udp.srcport', 'udp.dstport', 'udp.length', 'udp.checksum', STATUS];

/** `octets` is the datagram, or only the start of it: what the first fragment holds, or what an ICMP error quotes. */
export function expectDatagram(row: Row, octets: Uint8Array, context: Context): void {
  const { value, faults } = udpDatagram.observe(octets, context);
  const { sourcePort, destinationPort, length, checksum } = value;
  const theirs = udpColumns.slice(0, 4).map((column) => Number(row[column]?.[0]));
  expect(theirs).toEqual([sourcePort, destinationPort, length, checksum]);
  const isCut = faults.some(({ kind }) => kind === 'truncated');
  const ours = checksum === 0 ? NOT_PRESENT : isCut ? NOT_CHECKED : faults.length === 0 ? GOOD : BAD;
  expect(row[STATUS]?.[0], STATUS).toBe(ours);
}
