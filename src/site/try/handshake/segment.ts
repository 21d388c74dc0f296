/** A segment of the playground as its reader sees it: decoded by the same codec as everywhere, its numbers as they are. */
import { ipv4Header } from '../../../generated/ipv4/header.ts';
import { type TcpSegment, tcpSegment } from '../../../generated/tcp/segment.ts';
import { contextOf } from '../../../wire/context.ts';

export interface SegmentRead {
  readonly fields: TcpSegment;
  /** Octets of data. */
  readonly data: number;
  /** Numbers that it takes: of data, SYN and FIN. */
  readonly length: number;
  /** The octets of the segment itself, behind the IP header. */
  readonly octets: Uint8Array;
}

/** @throws TypeError for octets that hold no segment: the reference sends none */
export function readSegment(datagram: Uint8Array): SegmentRead {
  const header = ipv4Header.decode(datagram);
  if (!header.ok) throw new TypeError(`no datagram: ${header.fault.field}`);
  const { source, destination, totalLength } = header.value;
  const octets = datagram.subarray(header.length, totalLength);
  const read = tcpSegment.decode(octets, contextOf({ source, destination }));
  if (!read.ok) throw new TypeError(`no segment: ${read.fault.field}`);
  const data = read.value.data.length / 2;
  const { syn, fin } = read.value;
  return { fields: read.value, data, length: data + Number(syn) + Number(fin), octets };
}

const FLAGS = ['cwr', 'ece', 'urg', 'psh', 'syn', 'fin', 'rst', 'ack'] as const;

/** `SYN,ACK` */
function flagsIn(fields: TcpSegment): string {
  const names = FLAGS.filter((name) => fields[name]).map((name) => name.toUpperCase());
  return names.length === 0 ? 'none' : names.join(',');
}

/** Numbers from which a side's own are counted, where a reader wants them so. */
export interface Origins {
  readonly seq: number | undefined;
  readonly ack: number | undefined;
}

/** `SYN,ACK seq 0 ack 1`; `short` leaves the names of numbers out. */
export function captionOf({ fields, data }: SegmentRead, origins: Origins, isShort = false): string {
  const { sequenceNumber, acknowledgmentNumber, window, rst } = fields;
  const [seq, ack] = [counted(sequenceNumber, origins.seq), counted(acknowledgmentNumber, origins.ack)];
  const flags = flagsIn(fields);
  if (isShort) return `${flags} ${seq}${fields.ack ? `:${ack}` : ''}${data > 0 ? ` +${data}` : ''}`;
  const parts = [
    `${flags} seq ${seq}`,
    ...(fields.ack ? [` ack ${ack}`] : []),
    ...(data > 0 ? [`, ${data} octet${data === 1 ? '' : 's'}`] : []),
    ...(window === 0 && !rst ? [', window 0'] : []),
  ];
  return parts.join('');
}

const HALF = 2 ** 31;

/** From `origin` on; what is older is negative. As it is, where nothing is known to count from. */
export function counted(number: number, origin: number | undefined): number {
  if (origin === undefined) return number;
  const distance = (number - origin) >>> 0;
  return distance < HALF ? distance : distance - 2 ** 32;
}
