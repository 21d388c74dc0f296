/**
 * A segment as it came: RFC 9293's SEG.SEQ, SEG.ACK, SEG.LEN, SEG.WND, SEG.UP, its control bits and options. Only what has
 * a right checksum and a header that fits becomes one; everything else is nobody's segment.
 */
import { type TcpSegmentStruct, tcpSegment } from '../../generated/tcp/segment.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import { type Datagram, dataOf, type ReplyOptions, returnRoute } from '../ipv4/index.ts';
import { noOptions, readOptions, type SegmentOptions } from './options.ts';
import { type SeqNumber, seq } from './seq.ts';

/** Octets of an IP header without options. */
const PLAIN_HEADER = 20;
/** RFC 3168 section 5, CE. */
const CONGESTED = 3;

export interface Segment {
  readonly seq: SeqNumber;
  readonly ack: SeqNumber;
  /** Octets of sequence space: data, SYN and FIN (RFC 9293 section 3.4). */
  readonly len: number;
  /** As it stands in the header, not scaled. */
  readonly wnd: number;
  readonly up: number;
  readonly hasAck: boolean;
  readonly syn: boolean;
  readonly fin: boolean;
  readonly rst: boolean;
  readonly psh: boolean;
  readonly urg: boolean;
  readonly ece: boolean;
  readonly cwr: boolean;
  /** A router on the way was congested (RFC 3168). */
  readonly isCongested: boolean;
  readonly options: SegmentOptions;
  readonly data: Uint8Array;
  /** The way back, where it came by a source route. */
  readonly route: ReplyOptions | undefined;
  /** int32 */
  readonly source: number;
  readonly destination: number;
  readonly sourcePort: number;
  readonly destinationPort: number;
}

export function parseSegment(datagram: Datagram): Segment | undefined {
  const octets = dataOf(datagram);
  const { source, destination } = datagram.header;
  const view = viewOf(octets);
  const struct = tcpSegment.decodeStruct(view, 0, octets.length, { source, destination });
  return typeof struct === 'number' ? undefined : segmentOf(struct, octets, datagram);
}

function segmentOf(struct: TcpSegmentStruct, octets: Uint8Array, datagram: Datagram): Segment {
  const { source, destination, ecn } = datagram.header;
  const { optionsAt, optionsLength, dataAt, dataLength, syn, fin } = struct;
  return {
    seq: seq(struct.sequenceNumber),
    ack: seq(struct.acknowledgmentNumber),
    len: dataLength + syn + fin,
    wnd: struct.window,
    up: struct.urgentPointer,
    hasAck: struct.ack === 1,
    syn: syn === 1,
    fin: fin === 1,
    rst: struct.rst === 1,
    psh: struct.psh === 1,
    urg: struct.urg === 1,
    ece: struct.ece === 1,
    cwr: struct.cwr === 1,
    options: optionsLength === 0 ? noOptions : readOptions(octets, optionsAt, optionsAt + optionsLength),
    data: octets.subarray(dataAt, dataAt + dataLength),
    isCongested: ecn === CONGESTED,
    route: datagram.headerLength === PLAIN_HEADER ? undefined : returnRoute(datagram),
    source,
    destination,
    sourcePort: struct.sourcePort,
    destinationPort: struct.destinationPort,
  };
}
