/**
 * A connection's record (the TCB of RFC 9293 section 3.3.1), its variables named as the RFC names them, and those who
 * hold or use it. Plain data: the functions around it take it as an argument.
 */
import type { ReplyOptions } from '../ipv4/index.ts';
import type { Congestion } from './congestion.ts';
import type { Ecn } from './ecn.ts';
import type { FourTuple } from './isn.ts';
import type { ReceiveBuffer } from './receive-buffer.ts';
import type { RetransmissionTimeout } from './rto.ts';
import type { SendBuffer } from './send-buffer.ts';
import { type SeqNumber, seqAdd } from './seq.ts';

export type State =
  | 'SYN-SENT'
  | 'SYN-RECEIVED'
  | 'ESTABLISHED'
  | 'FIN-WAIT-1'
  | 'FIN-WAIT-2'
  | 'CLOSE-WAIT'
  | 'CLOSING'
  | 'LAST-ACK'
  | 'TIME-WAIT'
  | 'CLOSED';

/** Deadlines in microseconds; Infinity: not running. */
interface Timers {
  retransmit: number;
  persist: number;
  delayedAck: number;
  keepAlive: number;
  timeWait: number;
  /** Since when something has waited to be acknowledged: R2 counts from here. */
  since: number;
}

/** How a connection ended (RFC 9293 section 3.9.1): closed by both, or an error. */
export type Ending = 'closed' | 'reset' | 'refused' | 'timed out' | 'unreachable' | 'aborted';

/**
 * A user of a connection, in the same process. It is told what happened once a segment, a timer or a call has been dealt
 * with, never in its midst; it acts by the calls of calls.ts.
 */
export interface Application {
  /** Data can be sent and received. */
  opened?(connection: Connection): void;
  /** Data has come, or the peer has closed and none will. */
  readable?(connection: Connection): void;
  /** There is room in the send buffer again. */
  writable?(connection: Connection): void;
  /** Urgent data is ahead of what was read (RFC 9293 section 3.8.5). */
  urgent?(connection: Connection): void;
  /** It may never arrive, or a router says so: not the end (RFC 9293 sections 3.8.3 and 3.9.2.2). */
  trouble?(connection: Connection, what: string): void;
  ended?(connection: Connection, how: Ending): void;
}

/** A passive OPEN that serves many: every SYN begins a connection of its own. */
export interface Listener {
  readonly port: number;
  /** int32; undefined: any of the host's. */
  readonly address: number | undefined;
  /** The user of a new connection. */
  readonly accept: () => Application;
  /** In SYN-RECEIVED, the oldest first. */
  readonly halfOpen: Set<Connection>;
}

export interface Connection extends FourTuple {
  state: State;
  readonly openedBy: 'active' | 'passive';
  readonly listener: Listener | undefined;
  readonly application: Application;
  readonly iss: SeqNumber;
  irs: SeqNumber;
  readonly snd: {
    una: SeqNumber;
    nxt: SeqNumber;
    /** The highest number ever sent: after a timeout `nxt` goes back and this does not. */
    max: SeqNumber;
    /** Scaled. */
    wnd: number;
    wl1: SeqNumber;
    wl2: SeqNumber;
    /** The largest window the peer ever offered (Max(SND.WND) of RFC 9293 section 3.8.6.2.1). */
    maxWnd: number;
    /** Shift that the peer's windows are to be scaled by. */
    scale: number;
    /** The first number behind urgent data; undefined when none is to be told of. */
    up: SeqNumber | undefined;
    /** What the peer takes at most, and the path carries. */
    mss: number;
  };
  readonly rcv: {
    nxt: SeqNumber;
    /** The right edge of the window as it was last told: it never moves to the left. */
    edge: SeqNumber;
    scale: number;
    up: SeqNumber | undefined;
    /** What we told the peer that we take. */
    readonly mss: number;
  };
  readonly sent: SendBuffer;
  readonly received: ReceiveBuffer;
  readonly rto: RetransmissionTimeout;
  readonly congestion: Congestion;
  readonly timers: Timers;
  /** When the stack will look at it again, and its place among those that wait for that. */
  scheduledAt: number;
  place: number;
  retransmissions: number;
  persistBackoff: number;
  keepAliveProbes: number;
  /** Octets of data since the last acknowledgement was sent, and whether one is owed. */
  unacknowledged: number;
  owesAck: boolean;
  /** Octets of data in the largest segment that has come. */
  largestSegment: number;
  /** The user has closed: FIN goes out behind the data. */
  finQueued: boolean;
  finSent: boolean;
  /** The number of the peer's FIN, once it has been seen. */
  finAt: SeqNumber | undefined;
  /** The user reads no more (full close). */
  deaf: boolean;
  noDelay: boolean;
  keepAlive: boolean;
  userTimeout: number;
  dscp: number;
  timeToLive: number | undefined;
  /** RFC9293-MUST-53: the way that its segments take, where the peer's came by a source route. */
  route: ReplyOptions | undefined;
  sackPermitted: boolean;
  /** Undefined unless both sides have agreed. */
  ecn: Ecn | undefined;
  /** Whether windows are scaled: offered by us, and not declined. */
  scaling: boolean;
  /** RFC 7323: TS.Recent and Last.ACK.sent; undefined unless both sides have agreed. */
  timestamps: { recent: number; recentAt: number; lastAckSent: SeqNumber; readonly offset: number } | undefined;
  /** One segment at a time is timed where there are no timestamps (Karn). */
  timing: { readonly behind: SeqNumber; readonly at: number } | undefined;
  lastHeard: number;
  /** Data. */
  lastSent: number;
  softError: string | undefined;
}

/** Whether the peer has acknowledged our SYN. */
export function isSynAcknowledged({ snd, iss }: Connection): boolean {
  return snd.una !== iss;
}

/** The number of the first octet in the send buffer. */
export function dataStart(connection: Connection): SeqNumber {
  return isSynAcknowledged(connection) ? connection.snd.una : seqAdd(connection.iss, 1);
}

/** RFC 9293 section 3.3.2: both sides know each other's numbers. */
export function isSynchronized({ state }: Connection): boolean {
  return state !== 'SYN-SENT' && state !== 'SYN-RECEIVED' && state !== 'CLOSED';
}

/** Whether the peer's FIN has been taken in. */
export function hasPeerClosed({ state }: Connection): boolean {
  return state === 'CLOSE-WAIT' || state === 'CLOSING' || state === 'LAST-ACK' || state === 'TIME-WAIT';
}
