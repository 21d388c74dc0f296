/** Datagrams, headers and messages in one line of words, for evidence. Reads whatever the octets hold. */
import { type Ipv4Header, ipv4Header } from '../../generated/ipv4/header.ts';
import { type IcmpMessage, icmpMessage } from '../../generated/ipv4/icmp.ts';
import { udpDatagram } from '../../generated/udp/datagram.ts';
import type { Fault } from '../../wire/codec.ts';
import { nameOf } from '../../wire/fields.ts';
import { parseDotted } from '../../wire/runtime/address.ts';
import { ICMP, UDP } from './datagram.ts';
import { isReport, quoteOf } from './seen.ts';

export const MESSAGES: Readonly<Record<number, string>> = {
  0: 'echo reply',
  3: 'destination unreachable',
  4: 'source quench',
  5: 'redirect',
  8: 'echo request',
  11: 'time exceeded',
  12: 'parameter problem',
  13: 'timestamp request',
  14: 'timestamp reply',
};

/** As what the harness keeps a datagram. */
export const DATAGRAM = 'ipv4';

const UDP_HEADER_OCTETS = 8;
export const PROTOCOLS: Readonly<Record<number, string>> = { 1: 'ICMP', 6: 'TCP', 17: 'UDP' };

export function describe(layer: string, octets: Uint8Array): string | undefined {
  if (layer === 'ipv4/header') return describeHeader(octets);
  if (layer === 'ipv4/icmp') return describeMessage(octets);
  return layer === DATAGRAM ? describeDatagram(octets) : undefined;
}

function describeHeader(octets: Uint8Array): string {
  const { value, faults } = ipv4Header.observe(octets);
  if (value.ihl === undefined) return `${octets.length} octets, too few for an IPv4 header`;
  const { ihl = 0, totalLength, identification } = value;
  const first = `IPv4 header of ${ihl * 4} octets, total length ${totalLength}, identification ${identification}`;
  return [first, ...routeOf(value), `protocol ${value.protocol}`, ...faultsOf(faults)].join(', ');
}

export function describeDatagram(octets: Uint8Array): string {
  const { value, faults, length } = ipv4Header.observe(octets);
  if (value.destination === undefined) return `${octets.length} octets, too few for an IPv4 header`;
  const data = octets.subarray(length, Math.max(length, value.totalLength ?? octets.length));
  return [`IPv4 ${routeOf(value).join(', ')}`, ...piecesOf(value), contentOf(value, data), ...faultsOf(faults)].join(
    ', ',
  );
}

function routeOf({ source, destination, timeToLive }: Partial<Ipv4Header>): readonly string[] {
  if (source === undefined || destination === undefined) return [];
  return [`${source} > ${destination}`, `time to live ${timeToLive}`];
}

function piecesOf({ moreFragments, fragmentOffset = 0, options = [] }: Partial<Ipv4Header>): readonly string[] {
  const fragment = `fragment at octet ${fragmentOffset * 8}${moreFragments ? ', more follow' : ', the last'}`;
  return [
    ...(options.length > 0 ? [`options ${options.map(({ type }) => type).join(' ')}`] : []),
    ...(moreFragments || fragmentOffset > 0 ? [fragment] : []),
  ];
}

function contentOf(header: Partial<Ipv4Header>, data: Uint8Array): string {
  const { protocol = 0, fragmentOffset } = header;
  if (protocol === ICMP && fragmentOffset === 0) return `ICMP ${describeMessage(data)}`;
  if (protocol === UDP && fragmentOffset === 0) return describeUdp(header, data);
  return `${PROTOCOLS[protocol] ?? `protocol ${protocol}`}, ${data.length} octets of data`;
}

/** A fragment holds no more than the first part, whose faults would be those of cutting. */
function describeUdp(
  { source = '', destination = '', moreFragments }: Partial<Ipv4Header>,
  octets: Uint8Array,
): string {
  const addresses = { source: parseDotted(source) ?? 0, destination: parseDotted(destination) ?? 0 };
  const { value, faults } = udpDatagram.observe(octets, addresses);
  if (value.destinationPort === undefined) return `UDP, ${octets.length} octets, too few for its header`;
  const { sourcePort, destinationPort, checksum } = value;
  const data = Math.max(0, octets.length - UDP_HEADER_OCTETS);
  return [
    `UDP ${sourcePort} > ${destinationPort}`,
    `${data} octets of data`,
    ...(checksum === 0 ? ['no checksum'] : []),
    ...(moreFragments ? [] : faultsOf(faults)),
  ].join(', ');
}

function describeMessage(octets: Uint8Array): string {
  const { value, faults } = icmpMessage.observe(octets);
  if (value.type === undefined) return 'without a type';
  const name = MESSAGES[value.type] ?? `type ${value.type}`;
  return [name, ...codeOf(value), ...detailsOf(value), ...faultsOf(faults)].join(', ');
}

/** Code 0 of a type that has no other goes without saying. */
function codeOf(message: Partial<IcmpMessage>): readonly string[] {
  const { code } = message;
  const info = icmpMessage.fields.find(({ name }) => name === 'code');
  const name = info === undefined ? undefined : nameOf(info, message);
  if (name === undefined) return code === 0 ? [] : [`code ${code}`];
  return [`code ${code} (${name})`];
}

function detailsOf(message: Partial<IcmpMessage>): readonly string[] {
  const { type, identifier, sequenceNumber, pointer, gatewayAddress, data = '' } = message;
  if (identifier !== undefined) {
    return [`identifier ${identifier}`, `sequence number ${sequenceNumber}`, `${data.length / 2} octets of data`];
  }
  if (isReport(type)) {
    const about = ipv4Header.observe(quoteOf(message)).value;
    const quoted = about.destination === undefined ? 'a cut header' : `${about.source} > ${about.destination}`;
    return [
      ...(pointer === undefined ? [] : [`octet ${pointer}`]),
      ...(gatewayAddress === undefined ? [] : [`to ${gatewayAddress}`]),
      `about ${quoted}`,
    ];
  }
  return [`${data.length / 2} octets of data`];
}

function faultsOf(faults: readonly Fault[]): readonly string[] {
  return faults.map(({ kind, field, expected, actual }) =>
    kind === 'checksum' ? `${field} ${actual} where ${expected} is right` : `${field} ${actual}, not ${expected}`,
  );
}
