/** Datagrams in a few words, for a ladder: what is in them, from whom to whom. Headers alone are asked of codecs: they travel nowhere. */
import { type Ipv4Header, ipv4Header } from '../../generated/ipv4/header.ts';
import { icmpMessage } from '../../generated/ipv4/icmp.ts';
import { udpDatagram } from '../../generated/udp/datagram.ts';
import type { Passed } from '../../harness/kit.ts';
import { parseDotted } from '../../wire/runtime/address.ts';
import { ICMP, UDP } from './datagram.ts';
import { DATAGRAM, MESSAGES, PROTOCOLS } from './describe.ts';

export function captions(exchange: readonly Passed[]): readonly (string | undefined)[] {
  return exchange.map(({ layer, octets }) => (layer === DATAGRAM ? captionOfDatagram(octets) : undefined));
}

export function captionOfDatagram(octets: Uint8Array): string {
  const { value, faults, length } = ipv4Header.observe(octets);
  const { source, destination, timeToLive, fragmentOffset = 0, moreFragments, totalLength } = value;
  if (destination === undefined) return `${octets.length} octets, too few for a header`;
  const data = octets.subarray(length, Math.max(length, totalLength ?? octets.length));
  const first = fragmentOffset * 8;
  return [
    contentOf(value, data),
    ...(moreFragments || first > 0 ? [`octets ${first} to ${first + data.length - 1}`] : []),
    `${source} > ${destination}`,
    `ttl ${timeToLive}`,
    ...(faults.length > 0 ? [`wrong ${[...new Set(faults.map(({ field }) => field))].join(', ')}`] : []),
  ].join(', ');
}

function contentOf(header: Partial<Ipv4Header>, data: Uint8Array): string {
  const { protocol = 0, fragmentOffset } = header;
  const name = PROTOCOLS[protocol] ?? `protocol ${protocol}`;
  if (fragmentOffset !== 0) return name;
  if (protocol === ICMP) return messageIn(data);
  return protocol === UDP ? datagramIn(header, data) : name;
}

function messageIn(octets: Uint8Array): string {
  const { type, code } = icmpMessage.observe(octets).value;
  if (type === undefined) return 'ICMP without a type';
  return `${MESSAGES[type] ?? `ICMP type ${type}`}${code === 0 ? '' : ` code ${code}`}`;
}

function datagramIn({ source = '', destination = '' }: Partial<Ipv4Header>, octets: Uint8Array): string {
  const addresses = { source: parseDotted(source) ?? 0, destination: parseDotted(destination) ?? 0 };
  const { sourcePort, destinationPort } = udpDatagram.observe(octets, addresses).value;
  return destinationPort === undefined ? 'UDP' : `UDP ${sourcePort} > ${destinationPort}`;
}
