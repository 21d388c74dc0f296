/** Echo requests for the kernel target's tests, and what comes back in few words. */
import { ipv4Header } from '../../../../../src/generated/ipv4/header.ts';
import type { Ipv4Header } from '../../../../../src/generated/ipv4/header.types.ts';
import { icmpMessage } from '../../../../../src/generated/ipv4/icmp.ts';

/** What `header` leaves out is as it should be; what it says is written, right or wrong. */
export function echoRequest(
  source: string,
  destination: string,
  sequenceNumber: number,
  header: Partial<Ipv4Header> = {},
): Uint8Array {
  const message = icmpMessage.encode({ type: 8, code: 0, identifier: 7, sequenceNumber, data: '' });
  const octets = ipv4Header.encode({ protocol: 1, source, destination, ...header }, { payloadLength: message.length });
  return Uint8Array.from([...octets, ...message]);
}

/** The same datagram with one bit of its header checksum inverted. */
export function withBadChecksum(datagram: Uint8Array): Uint8Array {
  return datagram.map((octet, at) => (at === 10 ? octet ^ 0x40 : octet));
}

/** Header and ICMP message. @throws Error for octets that are no such datagram */
export function parsed(datagram: Uint8Array) {
  const header = ipv4Header.decode(datagram);
  if (!header.ok) throw new Error(`not a datagram: ${JSON.stringify(header.fault)}`);
  const message = icmpMessage.decode(datagram.subarray(header.length, header.value.totalLength));
  if (!message.ok) throw new Error(`not an ICMP message: ${JSON.stringify(message.fault)}`);
  return { ...header.value, icmp: message.value };
}
