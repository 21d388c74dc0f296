/** A host on two networks, and datagrams to it: the tester is 10.0.0.9, what lies beyond is 10.1.0.9. */
import { fromHex } from '../../../../src/contract/hex.ts';
import { type Ipv4Header, ipv4Header } from '../../../../src/generated/ipv4/header.ts';
import { type IcmpMessage, icmpMessage } from '../../../../src/generated/ipv4/icmp.ts';
import { point } from '../../../../src/harness/interval.ts';
import { Gatherer } from '../../../../src/kits/ipv4/reassemble.ts';
import { type Host, type HostConfig, host, type Transfer } from '../../../../src/reference/ipv4/index.ts';
import { parseDotted } from '../../../../src/wire/runtime/address.ts';

export const HOST = '10.0.0.1';
export const TESTER = '10.0.0.9';
export const BEYOND = '10.1.0.9';

const OWN: readonly string[] = [HOST, '10.1.0.1'];

export const at = (dotted: string): number => parseDotted(dotted)!;

export function open(role: HostConfig['role'] = 'router', mtu = 1500, sourceRoutes = false): Host {
  return host({
    seed: 1,
    role,
    sourceRoutes,
    interfaces: [
      { address: at(HOST), prefix: 24, mtu: 1500 },
      { address: at('10.1.0.1'), prefix: 24, mtu },
    ],
    routes: [{ destination: at('10.2.0.0'), prefix: 16, interface: 1 }],
  });
}

export function datagram(header: Partial<Ipv4Header>, data: Uint8Array = new Uint8Array(8)): Uint8Array {
  const head = { source: TESTER, destination: HOST, protocol: 17, identification: 1, ...header };
  return Uint8Array.of(...ipv4Header.encode(head, { payloadLength: data.length }), ...data);
}

export function icmp(message: Partial<IcmpMessage>, header: Partial<Ipv4Header> = {}): Uint8Array {
  return datagram({ protocol: 1, ...header }, icmpMessage.encode(message as never));
}

export function echo(data: string, header: Partial<Ipv4Header> = {}): Uint8Array {
  return icmp({ type: 8, code: 0, identifier: 7, sequenceNumber: 3, data }, header);
}

/** Fragments of a datagram's data at multiples of `size` octets. */
export function cut(whole: Uint8Array, size: number): Uint8Array[] {
  const { value, length } = ipv4Header.observe(whole);
  const { totalLength: _, headerChecksum: __, ...header } = value;
  const data = whole.subarray(length);
  return Array.from({ length: Math.ceil(data.length / size) }, (_, index) => {
    const part = data.subarray(index * size, (index + 1) * size);
    const moreFragments = (index + 1) * size < data.length;
    return datagram({ ...header, moreFragments, fragmentOffset: (index * size) / 8 }, part);
  });
}

export interface Sent {
  readonly interface: number;
  readonly header: Ipv4Header;
  readonly icmp: IcmpMessage | undefined;
  readonly data: Uint8Array;
}

/**
 * What the host sends when the datagrams arrive at `now`, decoded by a decoder that refuses every fault of the host. Its own
 * fragments are put together, by the judge's means; what it only forwards is left as it goes.
 */
export function step(one: Host, now: number, ...datagrams: Uint8Array[]): Sent[] {
  const gatherer = new Gatherer();
  const inputs = datagrams.map((each) => ({ datagram: each, interface: 0 }));
  return one.step(now, inputs).outputs.flatMap((output) => {
    if (!isFromHost(output.datagram)) return [read(output)];
    const whole = gatherer.take({ ...output, at: point(now) });
    return whole === undefined ? [] : [read(whole)];
  });
}

function isFromHost(octets: Uint8Array): boolean {
  return OWN.includes(headerOf(octets).value.source);
}

/** Options that a router writes into; those of somebody else go on as they came (RFC1812-OPT-2), faults and all. */
const WRITTEN_INTO: readonly (number | undefined)[] = [7, 68];

function headerOf(octets: Uint8Array): { value: Ipv4Header; length: number } {
  const { value, faults, length, where } = ipv4Header.observe(octets);
  const isOurs = OWN.includes(value.source ?? '');
  const goesOnAsItCame = (field: string): boolean => {
    const type = where[`${/^options\[\d+\]/.exec(field)?.[0]}.type`];
    return !isOurs && type !== undefined && !WRITTEN_INTO.includes(octets[type.bit >> 3]);
  };
  const fault = faults.find(({ field }) => !goesOnAsItCame(field));
  if (fault !== undefined) throw new Error(`the host sent a bad header: ${fault.field} ${fault.actual}`);
  return { value: value as Ipv4Header, length };
}

function read(output: Transfer): Sent {
  const { value: header, length } = headerOf(output.datagram);
  const data = output.datagram.subarray(length);
  const sent = { interface: output.interface, header, data };
  // What is only forwarded is not the host's to get right.
  if (header.protocol !== 1 || !OWN.includes(header.source)) return { ...sent, icmp: undefined };
  const message = icmpMessage.decode(data);
  if (!message.ok) throw new Error(`the host sent a bad message: ${message.fault.field} ${message.fault.actual}`);
  return { ...sent, icmp: message.value };
}

export function quoteOf({ icmp: message }: Sent): Uint8Array {
  return fromHex(message?.data ?? '');
}
