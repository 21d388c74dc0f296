/**
 * What came back, read by an observer that goes on past faults: an answer with a wrong checksum is still an answer, and
 * what is wrong with it is for the rule about checksums to say.
 */
import { fromHex } from '../../contract/hex.ts';
import { type Ipv4Header, ipv4Header } from '../../generated/ipv4/header.ts';
import { type IcmpMessage, icmpMessage } from '../../generated/ipv4/icmp.ts';
import type { Interval } from '../../harness/interval.ts';
import type { Arrival } from '../../harness/surface.ts';
import type { BitRange, Fault } from '../../wire/codec.ts';
import { type Echo, ICMP, type Probe } from './datagram.ts';

export interface Seen {
  /** The datagram, without what a link may have added behind it. */
  readonly octets: Uint8Array;
  readonly interface: number;
  readonly at: Interval;
  /** Its index in the evidence. */
  readonly exchange: number;
  readonly header: Partial<Ipv4Header>;
  readonly data: Uint8Array;
  /** Undefined when it is not ICMP, or a fragment other than the first. */
  readonly icmp: Partial<IcmpMessage> | undefined;
  readonly faults: readonly Fault[];
  /** Where a field of header or message lies, from the datagram's first bit. */
  readonly where: Readonly<Record<string, BitRange>>;
}

export type Matches = (seen: Seen) => boolean;

export function see({ datagram, interface: port, at }: Omit<Arrival, 'at'> & { at: Interval }, exchange: number): Seen {
  const head = ipv4Header.observe(datagram);
  const end = Math.max(head.length, Math.min(datagram.length, head.value.totalLength ?? datagram.length));
  const octets = datagram.subarray(0, end);
  const data = octets.subarray(head.length);
  const isMessage = head.value.protocol === ICMP && head.value.fragmentOffset === 0;
  const message = isMessage ? icmpMessage.observe(data) : undefined;
  const below = Object.entries(message?.where ?? {}).map(([field, { bit, bits }]) => [
    field,
    { bit: bit + 8 * head.length, bits },
  ]);
  return {
    octets,
    interface: port,
    at,
    exchange,
    header: head.value,
    data,
    icmp: message?.value,
    faults: [...head.faults, ...(message?.faults ?? [])],
    where: { ...head.where, ...Object.fromEntries(below) },
  };
}

export function isReplyTo({ identifier, sequenceNumber }: Echo): Matches {
  return ({ icmp }) => icmp?.type === 0 && icmp.identifier === identifier && icmp.sequenceNumber === sequenceNumber;
}

/** A reply, or an ICMP error. */
export function isAnswerTo(request: Echo): Matches {
  const [isReply, isReport] = [isReplyTo(request), isReportAbout(request)];
  return (seen) => isReply(seen) || isReport(seen);
}

const REPORTS: ReadonlySet<number | undefined> = new Set([3, 4, 5, 11, 12]);

/** Whether a message of that type tells of a datagram, which it quotes. */
export function isReport(type: number | undefined): boolean {
  return REPORTS.has(type);
}

/** An ICMP error of any kind that quotes the datagram. */
export function isReportAbout(sent: Probe): Matches {
  return ({ icmp }) => isReport(icmp?.type) && quotes(quoteOf(icmp), sent.octets);
}

export function quoteOf(icmp: Partial<IcmpMessage> | undefined): Uint8Array {
  return fromHex(icmp?.data ?? '');
}

/** Known by identification and addresses, which no router changes; the octets need not make a sound header. */
function quotes(quote: Uint8Array, sent: Uint8Array): boolean {
  return quote.length >= 20 && [4, 5, 12, 13, 14, 15, 16, 17, 18, 19].every((at) => quote[at] === sent[at]);
}

export function isFragment({ header }: Seen): boolean {
  return header.moreFragments === true || (header.fragmentOffset ?? 0) > 0;
}

/** The datagram, or what became of it, on the far side: on the link of that interface. */
export function isCopyOf({ header }: Probe, port = 1): Matches {
  return (seen) =>
    seen.interface === port &&
    seen.header.identification === header.identification &&
    seen.header.source === header.source &&
    seen.header.destination === header.destination;
}

/** The datagram on the far side with all its data. */
export function isForwarded(sent: Probe, port = 1): Matches {
  const isCopy = isCopyOf(sent, port);
  return (seen) => isCopy(seen) && sent.payload.every((octet, at) => octet === seen.data[at]);
}
