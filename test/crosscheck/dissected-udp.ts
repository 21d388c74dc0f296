/** A UDP datagram by tshark and by us: its fields, and the verdict on its checksum. */
import { expect } from 'vitest';
import { udpDatagram } from '../../src/generated/udp/datagram.ts';
import type { Context } from '../../src/wire/codec.ts';
import type { Row } from './tshark.ts';

const STATUS = 'udp.checksum.status';
/** What tshark says of a checksum. */
const [BAD, GOOD, NOT_CHECKED, NOT_PRESENT] = ['0', '1', '2', '3'];

export const udpColumns: readonly string[] = ['udp.srcport', 'udp.dstport', 'udp.length', 'udp.checksum', STATUS];

/** `octets` is the datagram, or the start of it that a fragment holds: then tshark does not look at the checksum. */
export function expectDatagram(row: Row, octets: Uint8Array, context: Context): void {
  const { value, faults } = udpDatagram.observe(octets, context);
  expectPorts(row, octets);
  const isCut = faults.some(({ kind }) => kind === 'truncated');
  const checked = isCut ? NOT_CHECKED : faults.length === 0 ? GOOD : BAD;
  expect(row[STATUS]?.[0], STATUS).toBe(value.checksum === 0 ? NOT_PRESENT : checked);
}

/** The header alone: all that an ICMP error need quote. */
export function expectPorts(row: Row, octets: Uint8Array): void {
  const { sourcePort, destinationPort, length, checksum } = udpDatagram.observe(octets).value;
  const theirs = udpColumns.slice(0, 4).map((column) => Number(row[column]?.[0]));
  expect(theirs).toEqual([sourcePort, destinationPort, length, checksum]);
}
