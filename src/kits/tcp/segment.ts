/**
 * Segments that the tester sends, right or wrong: what a caller states is written as stated, and the rest is worked out;
 * and those that come back, read by an observer that goes on past faults.
 */
import { type TcpSegment, tcpSegment } from '../../generated/tcp/segment.ts';
import type { BitRange, Fault } from '../../wire/codec.ts';
import { contextOf } from '../../wire/context.ts';
import { type Probe, probe } from '../ipv4/datagram.ts';
import type { Seen } from '../ipv4/seen.ts';
import type { HeaderFields } from '../ipv4/words.ts';
import { lastStop } from './last-stop.ts';

export const TCP = 6;

export type SegmentFields = Partial<TcpSegment>;

export interface Ends {
  readonly source: string;
  readonly destination: string;
  readonly sourcePort: number;
  readonly destinationPort: number;
}

/** A datagram with one segment in it. */
export function segmentProbe(ends: Ends, fields: SegmentFields, header: HeaderFields, identification: number): Probe {
  const { source, destination, sourcePort, destinationPort } = ends;
  const payload = tcpSegment.encode({ sourcePort, destinationPort, ...fields }, contextOf({ source, destination }));
  return probe({ source, destination, protocol: TCP, identification, ...header }, payload);
}

/** A segment that came, and the datagram that carried it. */
export interface SegmentSeen {
  readonly datagram: Seen;
  readonly fields: Partial<TcpSegment>;
  /** Octets of data. */
  readonly dataLength: number;
  readonly faults: readonly Fault[];
  /** Where a field lies, from the datagram's first bit. */
  readonly where: Readonly<Record<string, BitRange>>;
}

const read = new WeakMap<Seen, SegmentSeen>();

/** Undefined when the datagram is no TCP, or a fragment other than the first. */
export function segmentIn(seen: Seen): SegmentSeen | undefined {
  const known = read.get(seen);
  if (known !== undefined) return known;
  const { protocol, fragmentOffset, source = '0.0.0.0', destination = '0.0.0.0' } = seen.header;
  if (protocol !== TCP || fragmentOffset !== 0) return undefined;
  const ends = contextOf({ source, destination: lastStop(seen.octets, destination) });
  const { value, faults, where } = tcpSegment.observe(seen.data, ends);
  const start = 8 * (seen.octets.length - seen.data.length);
  const moved = Object.entries(where).map(([field, { bit, bits }]) => [field, { bit: bit + start, bits }]);
  const segment = {
    datagram: seen,
    fields: value,
    dataLength: (value.data?.length ?? 0) / 2,
    faults,
    where: Object.fromEntries(moved) as Readonly<Record<string, BitRange>>,
  };
  read.set(seen, segment);
  return segment;
}

/** SYN,ACK as RFC 9293 writes it; a bare segment is called by no flag at all. */
export function flagsOf(fields: SegmentFields): string {
  const names = ['cwr', 'ece', 'urg', 'psh', 'syn', 'fin', 'rst', 'ack'] as const;
  return (
    names
      .filter((name) => fields[name] === true)
      .map((name) => name.toUpperCase())
      .join(',') || 'none'
  );
}
