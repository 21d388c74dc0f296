/**
 * ICMP errors: whether one may be sent about a datagram, and what it says (RFC 1122 section 3.2.2, RFC 1812 section
 * 4.3.2). The prohibitions go before every duty to report.
 */
import type { IcmpMessageStruct } from '../../generated/ipv4/icmp.ts';
import { isMulticast, isSingleHost } from './address.ts';
import type { Transfer } from './config.ts';
import { type Datagram, dataOf } from './datagram.ts';
import type { OptionFault } from './options/walk.ts';
import { ICMP, sendIcmp } from './send.ts';
import { answering, type HostState, isBroadcast } from './state.ts';

/** What is left of 576 octets (RFC 1812 section 4.3.2.3) behind both headers. */
const MOST_QUOTED = 576 - 20 - 8;
/** Precedence 6, internetwork control, above the bits that RFC 1812 section 4.3.2.5 takes over. */
const INTERNETWORK_CONTROL = 48;
/** The messages that report an error (RFC 1122 section 3.2.2). */
export const ERROR_TYPES: ReadonlySet<number | undefined> = new Set([3, 4, 5, 11, 12]);

type Problem = Partial<IcmpMessageStruct> & Pick<IcmpMessageStruct, 'type' | 'code'>;

export const protocolUnreachable: Problem = { type: 3, code: 2 };
export const portUnreachable: Problem = { type: 3, code: 3 };
export const networkUnreachable: Problem = { type: 3, code: 0 };
export const sourceRouteFailed: Problem = { type: 3, code: 5 };
export const timeExceededInTransit: Problem = { type: 11, code: 0 };
export const timeExceededInReassembly: Problem = { type: 11, code: 1 };

export function fragmentationNeeded(nextHopMtu: number): Problem {
  return { type: 3, code: 4, nextHopMtu };
}

export const wrongTotalLength: Problem = { type: 12, code: 0, pointer: 2 };

export function parameterProblem({ faultAt }: OptionFault): Problem {
  return { type: 12, code: 0, pointer: faultAt };
}

export function report(state: HostState, about: Datagram, problem: Problem): readonly Transfer[] {
  if (!mayReport(state, about)) return [];
  const { source: destination, dscp } = about.header;
  const source = sourceOf(state, about);
  if (source === undefined) return [];
  // RFC1122-ICMP-4, RFC1812-ICMP-6
  const service = state.role === 'router' ? INTERNETWORK_CONTROL | (dscp & 7) : 0;
  const addressing = { source, destination, dscp: service };
  return sendIcmp(state, addressing, problem, about.quotable.subarray(0, MOST_QUOTED));
}

/** Undefined when no route leads to whom it is for. */
function sourceOf(state: HostState, about: Datagram): number | undefined {
  // RFC1122-MH-1: the address that was asked.
  if (state.role === 'host') return answering(state, about);
  // RFC 1812 section 4.3.2.4: an address of the interface that the message leaves by.
  const hop = state.findRoute(about.header.source);
  return hop && state.interfaces[hop.interface]!.address;
}

function mayReport(state: HostState, about: Datagram): boolean {
  const { source, destination, fragmentOffset } = about.header;
  if (isMulticast(destination) || isBroadcast(state, destination)) return false;
  if (!isSingleHost(source) || isBroadcast(state, source)) return false;
  // RFC1122-ICMP-8
  if (fragmentOffset > 0) return false;
  return !isError(about);
}

function isError(about: Datagram): boolean {
  return about.header.protocol === ICMP && ERROR_TYPES.has(dataOf(about)[0]);
}
