/** Makes segments and hands them to IP. A segment of a connection always tells what it has received and will take. */
import { type TcpSegmentStruct, tcpSegment } from '../../generated/tcp/segment.ts';
import { originate, type ReplyOptions } from '../ipv4/index.ts';
import { TCP } from './config.ts';
import type { Connection } from './connection.ts';
import type { TcpContext } from './context.ts';
import { ecnOf } from './ecn.ts';
import { lengthOfSack, noOptions, type SegmentOptions, writeOptions } from './options.ts';
import type { Segment } from './segment.ts';
import type { SendBuffer } from './send-buffer.ts';
import { type SeqNumber, seq, seqAdd, seqDiff, seqLt } from './seq.ts';
import { receiveWindow } from './window.ts';

const FIXED_OCTETS = 20;

export interface Flags {
  readonly ack?: boolean;
  readonly syn?: boolean;
  readonly fin?: boolean;
  readonly rst?: boolean;
  readonly psh?: boolean;
}

/** RFC 3168; the last is the field of the IP header. */
interface EcnMarks {
  readonly ece: boolean;
  readonly cwr: boolean;
  readonly ecn: number;
}

interface Outgoing extends Flags {
  readonly seq: SeqNumber;
  readonly ackNumber: SeqNumber;
  readonly window: number;
  readonly options: Uint8Array;
  /** Where urgent data ends, from `seq` on; undefined: URG is not set. */
  readonly urgent?: number | undefined;
  readonly marks?: EcnMarks;
  /** Which octets of the send buffer it carries. */
  readonly data?: SendBuffer;
  readonly offset?: number;
  readonly dataLength: number;
}

interface Ends {
  readonly localAddress: number;
  readonly localPort: number;
  readonly remoteAddress: number;
  readonly remotePort: number;
  readonly dscp?: number;
  readonly timeToLive?: number | undefined;
  readonly route?: ReplyOptions | undefined;
}

const bit = (flag: boolean | undefined): number => (flag ? 1 : 0);

function put(tcp: TcpContext, ends: Ends, segment: Outgoing): void {
  const { localAddress: source, remoteAddress: destination, dscp = 0, timeToLive } = ends;
  const { options, dataLength, data, offset = 0, marks } = segment;
  const { route } = ends;
  const length = FIXED_OCTETS + options.length + dataLength;
  // By a source route it goes to the first stop of it; the checksum is for the last (RFC 9293 section 3.9.2.1).
  const way = route === undefined ? { destination } : { destination: route.towards, options: route.octets };
  const to = { source, ...way, dscp, timeToLive, ecn: marks?.ecn ?? 0, discoverPath: { now: tcp.now } };
  const transfers = originate(tcp.host, to, TCP, length, (octets, view, at) => {
    const struct = structOf(ends, segment);
    struct.optionsAt = at + FIXED_OCTETS;
    struct.dataAt = struct.optionsAt + options.length;
    octets.set(options, struct.optionsAt);
    data?.copy(offset, dataLength, octets, struct.dataAt);
    tcpSegment.write(struct, view, at, { source, destination });
  });
  tcp.emit(transfers);
}

function structOf(ends: Ends, segment: Outgoing): TcpSegmentStruct {
  const struct = tcpSegment.create() as TcpSegmentStruct;
  struct.sourcePort = ends.localPort;
  struct.destinationPort = ends.remotePort;
  struct.sequenceNumber = segment.seq;
  struct.acknowledgmentNumber = segment.ack ? segment.ackNumber : 0;
  struct.ack = bit(segment.ack);
  struct.syn = bit(segment.syn);
  struct.fin = bit(segment.fin);
  struct.rst = bit(segment.rst);
  struct.psh = bit(segment.psh);
  struct.urg = bit(segment.urgent !== undefined);
  struct.ece = bit(segment.marks?.ece);
  struct.cwr = bit(segment.marks?.cwr);
  struct.urgentPointer = segment.urgent ?? 0;
  struct.window = segment.window;
  struct.dataOffset = (FIXED_OCTETS + segment.options.length) / 4;
  struct.optionsLength = segment.options.length;
  struct.dataLength = segment.dataLength;
  return struct;
}

/** A segment of a connection. `offset`, `length`: which octets of the send buffer it carries. */
export function sendSegment(
  tcp: TcpContext,
  connection: Connection,
  from: SeqNumber,
  flags: Flags,
  offset = 0,
  length = 0,
): void {
  const { snd, rcv, timers, timestamps } = connection;
  const hasAck = flags.ack ?? true;
  const window = receiveWindow(connection, flags.syn ?? false);
  const ahead = snd.up === undefined ? 0 : seqDiff(snd.up, from);
  put(tcp, connection, {
    ack: hasAck,
    syn: flags.syn ?? false,
    fin: flags.fin ?? false,
    rst: flags.rst ?? false,
    psh: flags.psh ?? false,
    seq: from,
    ackNumber: rcv.nxt,
    window,
    options: writeOptions(optionsFor(tcp, connection, flags)),
    // RFC9293-MUST-62: the pointer names the octet behind the urgent data.
    urgent: ahead > 0 && ahead <= 0xffff && !flags.rst ? ahead : undefined,
    marks: ecnOf(connection, flags.syn ?? false, from, length),
    data: connection.sent,
    offset,
    dataLength: length,
  });
  if (!hasAck) return;
  if (timestamps !== undefined) timestamps.lastAckSent = rcv.nxt;
  connection.unacknowledged = 0;
  connection.owesAck = false;
  timers.delayedAck = Infinity;
}

export function sendAck(tcp: TcpContext, connection: Connection): void {
  sendSegment(tcp, connection, numberOf(connection), {});
}

/** Of a segment without data. The octet of a window probe is not counted: it lies where the peer would take nothing. */
function numberOf({ snd, timers }: Connection): SeqNumber {
  return timers.persist === Infinity ? snd.max : snd.nxt;
}

/** A reset of a connection that is at an end here (RFC 9293 section 3.10.5). */
export function sendReset(tcp: TcpContext, connection: Connection): void {
  sendSegment(tcp, connection, numberOf(connection), { rst: true });
}

function optionsFor(tcp: TcpContext, connection: Connection, { syn, rst, ack = true }: Flags): SegmentOptions {
  if (rst && connection.timestamps === undefined) return noOptions;
  const { timestamps, rcv, received, sackPermitted } = connection;
  const stamps = timestamps && {
    value: timestampClock(tcp, timestamps.offset),
    // RFC7323-3.2c
    echo: ack ? timestamps.recent : 0,
  };
  const common = stamps && { timestamps: stamps };
  if (syn) {
    return {
      ...common,
      mss: rcv.mss,
      ...(connection.scaling && { windowScale: rcv.scale }),
      ...(sackPermitted && { sackPermitted }),
    };
  }
  return { ...common, ...(sackPermitted && received.hasEarly && { sack: received.early }) };
}

/** How much of a segment's room the option takes that tells of data which came too early. */
export function sackOctets({ sackPermitted, received, timestamps }: Connection): number {
  return sackPermitted && received.hasEarly ? lengthOfSack(received.early.length, timestamps !== undefined) : 0;
}

/** RFC 7323 section 5.4: a tick a millisecond. */
export function timestampClock({ now }: TcpContext, offset: number): number {
  return (Math.floor(now / 1000) + offset) | 0;
}

/** RFC 9293 section 3.10.7.1: the answer to a segment that is for no connection. */
export function refuse(tcp: TcpContext, segment: Segment): void {
  if (segment.rst) return;
  const ends = {
    localAddress: segment.destination,
    localPort: segment.destinationPort,
    remoteAddress: segment.source,
    remotePort: segment.sourcePort,
  };
  const { timestamps } = segment.options;
  // RFC7323-5.2b
  const options = writeOptions(
    timestamps === undefined ? noOptions : { timestamps: { value: 0, echo: timestamps.value } },
  );
  const common = { rst: true, window: 0, options, dataLength: 0 };
  if (segment.hasAck) put(tcp, ends, { ...common, seq: segment.ack, ackNumber: seq(0) });
  else put(tcp, ends, { ...common, ack: true, seq: seq(0), ackNumber: seqAdd(segment.seq, segment.len) });
}

/** What was sent up to `to` is out: nothing goes back behind it. */
export function advance({ snd }: Connection, to: SeqNumber): void {
  if (seqLt(snd.nxt, to)) snd.nxt = to;
  if (seqLt(snd.max, to)) snd.max = to;
}
