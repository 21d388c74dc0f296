/**
 * Segments in a few words, for a ladder: `SYN,ACK seq 0 ack 1`. A side's numbers count from its first SYN, as features
 * write them, where one was seen; else they stand as they came. Where there are several connections, each says its port.
 */
import { ipv4Header } from '../../generated/ipv4/header.ts';
import { tcpSegment } from '../../generated/tcp/segment.ts';
import type { Passed } from '../../harness/kit.ts';
import { contextOf } from '../../wire/context.ts';
import { captionOfDatagram } from '../ipv4/captions.ts';
import { SEGMENT } from './describe.ts';
import { lastStop } from './last-stop.ts';
import { flagsOf, type SegmentFields, TCP } from './segment.ts';

interface Read {
  readonly fields: SegmentFields;
  readonly faulty: readonly string[];
  /** Who sent it, and to whom: `address:port`. */
  readonly from: string;
  readonly to: string;
  /** The tester's port, by which connections are told apart. */
  readonly port: number;
}

const MIDDLE = 2 ** 31;
/** End of options, and padding. */
const NO_OPTIONS: ReadonlySet<number> = new Set([0, 1]);
const OPTION_NAMES: Readonly<Record<number, string>> = { 2: 'MSS', 3: 'WS', 4: 'SACK-permitted', 5: 'SACK', 8: 'TS' };

export function captions(exchange: readonly Passed[]): readonly (string | undefined)[] {
  const all = exchange.map((passed) => (passed.layer === SEGMENT ? read(passed) : undefined));
  const firsts = new Map<string, number>();
  for (const each of all) {
    if (each === undefined) continue;
    const { syn, sequenceNumber } = each.fields;
    const way = `${each.from} ${each.to}`;
    if (syn && sequenceNumber !== undefined && !firsts.has(way)) firsts.set(way, sequenceNumber);
  }
  const several = new Set(all.flatMap((each) => (each === undefined ? [] : [each.port]))).size > 1;
  return all.map((each, index) => {
    const { layer, octets } = exchange[index]!;
    if (each !== undefined) return `${several ? `port ${each.port}: ` : ''}${captionOf(each, firsts)}`;
    return layer === SEGMENT ? captionOfDatagram(octets) : undefined;
  });
}

/** Undefined when the datagram holds no segment, or the later part of one. */
function read({ direction, octets }: Passed): Read | undefined {
  const { value: header, length } = ipv4Header.observe(octets);
  const { source, destination, protocol, fragmentOffset, totalLength } = header;
  if (source === undefined || destination === undefined || protocol !== TCP || fragmentOffset !== 0) return undefined;
  const payload = octets.subarray(length, Math.max(length, totalLength ?? octets.length));
  const { value, faults } = tcpSegment.observe(
    payload,
    contextOf({ source, destination: lastStop(octets, destination) }),
  );
  const { sourcePort, destinationPort } = value;
  if (sourcePort === undefined || destinationPort === undefined) return undefined;
  return {
    fields: value,
    faulty: [...new Set(faults.map(({ field }) => field))],
    from: `${source}:${sourcePort}`,
    to: `${destination}:${destinationPort}`,
    port: direction === 'sent' ? sourcePort : destinationPort,
  };
}

function captionOf({ fields, faulty, from, to }: Read, firsts: ReadonlyMap<string, number>): string {
  const { sequenceNumber, acknowledgmentNumber, ack, urg, urgentPointer, window, options = [], data = '' } = fields;
  const names = options.flatMap(({ kind }) => (NO_OPTIONS.has(kind) ? [] : [OPTION_NAMES[kind] ?? `option ${kind}`]));
  const parts = [
    `${flagsOf(fields)} seq ${count(sequenceNumber, firsts.get(`${from} ${to}`))}`,
    ...(ack ? [` ack ${count(acknowledgmentNumber, firsts.get(`${to} ${from}`))}`] : []),
    ...(data === '' ? [] : [`, ${data.length / 2} octet${data.length === 2 ? '' : 's'}`]),
    ...(window === 0 && !fields.rst ? [', window 0'] : []),
    ...(urg ? [`, urgent ${urgentPointer}`] : []),
    ...(names.length > 0 ? [`, ${names.join(' ')}`] : []),
    ...(faulty.length > 0 ? [`, wrong ${faulty.join(', ')}`] : []),
  ];
  return parts.join('');
}

/** From a side's first number on; what is older is negative. */
function count(number: number | undefined, first: number | undefined): string {
  if (number === undefined) return 'cut off';
  if (first === undefined) return String(number);
  const distance = (number - first) >>> 0;
  return String(distance < MIDDLE ? distance : distance - 2 ** 32);
}
