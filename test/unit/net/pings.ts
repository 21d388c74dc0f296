/** Reference hosts a (10.0.0.9) and b (10.0.0.1) on one link, and echo requests from a to b. */
import { toHex } from '../../../src/contract/hex.ts';
import { ipv4Header } from '../../../src/generated/ipv4/header.ts';
import { type IcmpMessage, icmpMessage } from '../../../src/generated/ipv4/icmp.ts';
import type { Impairment } from '../../../src/net/impairment.ts';
import { Network, type TraceEvent } from '../../../src/net/index.ts';
import { keyedRandom } from '../../../src/net/random.ts';
import { type Host, host } from '../../../src/reference/ipv4/index.ts';
import { parseDotted } from '../../../src/wire/runtime/address.ts';
import { HOST, icmp, TESTER } from '../reference/ipv4/bench.ts';

export const THERE = 'a.0>b.0';
export const BACK = 'b.0>a.0';
const IDENTIFIER = 7;
const HEADER_OCTETS = 20;
const ECHO = 8;
const ECHO_REPLY = 0;

function open(address: string, seed: number): Host {
  const interfaces = [{ address: parseDotted(address)!, prefix: 24, mtu: 1500 }];
  return host({ seed, role: 'host', interfaces, routes: [] });
}

export function twoHosts(seed: number, impairments: readonly Impairment[]): Network {
  const ends = [
    { node: 'a', interface: 0 },
    { node: 'b', interface: 0 },
  ] as const;
  return new Network({
    seed,
    nodes: { a: open(TESTER, 1), b: open(HOST, 2) },
    links: [{ ends, there: impairments }],
  });
}

/** What the request of this number carries: no two alike. */
export function dataOf(number: number, length: number): string {
  return toHex(keyedRandom(number, 0, 0).octets(length));
}

export function request(number: number, length: number): Uint8Array {
  const message = { type: ECHO, code: 0, identifier: IDENTIFIER, sequenceNumber: number, data: dataOf(number, length) };
  return icmp(message, { source: TESTER, destination: HOST, identification: number });
}

/** The sound echo message in these octets: header and message without a fault, from `source`. */
function messageIn(octets: Uint8Array, source: string): IcmpMessage | undefined {
  const head = ipv4Header.decode(octets);
  if (!head.ok || head.value.source !== source) return undefined;
  const message = icmpMessage.decode(octets.subarray(head.length, head.value.totalLength));
  return message.ok ? message.value : undefined;
}

/** The sound replies that came to a, in order. */
export function replies(trace: readonly TraceEvent[]): IcmpMessage[] {
  return trace.flatMap((event) => {
    if (event.what !== 'delivered' || event.path !== BACK) return [];
    const message = messageIn(event.octets, HOST);
    return message?.type === ECHO_REPLY && message.identifier === IDENTIFIER ? [message] : [];
  });
}

/** The sequence numbers of what was put onto a path, in order. */
export function sentOn(path: string, trace: readonly TraceEvent[]): (number | undefined)[] {
  return trace.flatMap((event) =>
    event.what === 'sent' && event.path === path ? [sequenceNumberIn(event.octets)] : [],
  );
}

/** The sequence numbers of what left a path uncorrupted by the trace, in order. */
export function unharmedOn(path: string, trace: readonly TraceEvent[]): (number | undefined)[] {
  const keyOf = ({ packet, copy }: TraceEvent): string => `${packet} ${copy}`;
  const own = trace.filter((event) => event.path === path);
  const corrupted = new Set(own.filter(({ what }) => what === 'corrupted').map(keyOf));
  return own.flatMap((event) =>
    event.what === 'delivered' && !corrupted.has(keyOf(event)) ? [sequenceNumberIn(event.octets)] : [],
  );
}

function sequenceNumberIn(octets: Uint8Array): number | undefined {
  return icmpMessage.observe(octets.subarray(HEADER_OCTETS)).value.sequenceNumber;
}
