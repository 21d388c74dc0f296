/** A whole datagram by tshark and by us: its header, what ICMP or UDP puts into it, and what an ICMP error quotes. */
import { type Ipv4Header, ipv4Header } from '../../src/generated/ipv4/header.ts';
import { contextOf } from '../../src/wire/context.ts';
import { expectHeaders, headerColumns } from './dissected-header.ts';
import { expectMessages, icmpColumns } from './dissected-icmp.ts';
import { expectDatagram, expectPorts, udpColumns } from './dissected-udp.ts';
import type { Row } from './tshark.ts';

export const ICMP = 1;
export const UDP = 17;
/** ICMP types that quote the start of a datagram, and where it starts. */
const ERRORS = [3, 4, 5, 11, 12];
const QUOTE_AT = 8;

export const packetColumns: readonly string[] = [...headerColumns, ...icmpColumns, ...udpColumns];

interface Part {
  readonly octets: Uint8Array;
  readonly header: Ipv4Header;
  readonly body: Uint8Array;
}

export function expectPacket(row: Row, octets: Uint8Array): void {
  const parts = partsOf(octets);
  const own = parts[0]!;
  expectHeaders(
    row,
    parts.map((part) => part.octets),
  );
  const messages = parts.filter(({ header }) => startsWith(header, ICMP)).map(({ body }) => body);
  if (messages.length > 0) expectMessages(row, messages, !own.header.moreFragments);
  if (startsWith(own.header, UDP)) expectDatagram(row, own.body, contextOf(own.header));
  const quoted = parts[1];
  if (quoted && startsWith(quoted.header, UDP)) expectPorts(row, quoted.body);
}

/** The datagram, and the one that it quotes. */
export function partsOf(octets: Uint8Array): Part[] {
  const header = ipv4Header.observe(octets).value as Ipv4Header;
  const body = octets.subarray(header.ihl * 4, Math.max(header.ihl * 4, header.totalLength));
  const part = { octets, header, body };
  const isError = startsWith(header, ICMP) && ERRORS.includes(body[0] ?? 0) && body.length > QUOTE_AT;
  return isError ? [part, ...partsOf(body.subarray(QUOTE_AT)).slice(0, 1)] : [part];
}

/** A later fragment holds no start of anything. */
function startsWith({ protocol, fragmentOffset }: Ipv4Header, wanted: number): boolean {
  return protocol === wanted && fragmentOffset === 0;
}
