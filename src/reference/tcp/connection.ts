/**
 * A connection's record (the TCB of RFC 9293 section 3.3.1), its variables named as the RFC names them. Plain data: the
 * functions around it take it as an argument.
 */
import type { Application } from './application.ts';
import { Congestion } from './congestion.ts';
import type { TcpConfig } from './config.ts';
import type { FourTuple } from './isn.ts';
import type { Listener } from './listener.ts';
import { ReceiveBuffer } from './receive-buffer.ts';
import { RetransmissionTimeout } from './rto.ts';
import { SendBuffer } from './send-buffer.ts';
import { type SeqNumber, seq, seqAdd } from './seq.ts';

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
export interface Timers {
  retransmit: number;
  persist: number;
  delayedAck: number;
  keepAlive: number;
  timeWait: number;
  /** Since when something has waited to be acknowledged: R2 counts from here. */
  since: number;
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
  /** When the stack will look at it again. */
  scheduledAt: number;
  retransmissions: number;
  persistBackoff: number;
  keepAliveProbes: number;
  /** Octets of data since the last acknowledgement was sent, and whether one is owed. */
  unacknowledged: number;
  owesAck: boolean;
  /** The user has closed: FIN goes out behind the data. */
  finQueued: boolean;
  finSent: boolean;
  /** The user reads no more (full close). */
  deaf: boolean;
  noDelay: boolean;
  keepAlive: boolean;
  userTimeout: number;
  dscp: number;
  timeToLive: number | undefined;
  sackPermitted: boolean;
  /** RFC 7323: TS.Recent and Last.ACK.sent; undefined unless both sides have agreed. */
  timestamps: { recent: number; lastAckSent: SeqNumber; readonly offset: number } | undefined;
  /** One segment at a time is timed where there are no timestamps (Karn). */
  timing: { readonly behind: SeqNumber; readonly at: number } | undefined;
  lastHeard: number;
  softError: string | undefined;
}

export interface ConnectionPlan extends FourTuple {
  readonly openedBy: Connection['openedBy'];
  readonly state: State;
  readonly application: Application;
  readonly listener?: Listener;
  readonly iss: SeqNumber;
  readonly timestampOffset: number;
  readonly now: number;
  /** Octets of data that the interface takes. */
  readonly mss: number;
}

export function newConnection(plan: ConnectionPlan, config: TcpConfig): Connection {
  const { iss, mss, openedBy, state, application, listener, localAddress, localPort, remoteAddress, remotePort } = plan;
  const scale = scaleFor(config.receiveBuffer);
  return {
    localAddress,
    localPort,
    remoteAddress,
    remotePort,
    openedBy,
    state,
    application,
    listener,
    iss,
    irs: seq(0),
    snd: { una: iss, nxt: iss, max: iss, wnd: 0, wl1: seq(0), wl2: seq(0), maxWnd: 0, scale: 0, up: undefined, mss },
    rcv: { nxt: seq(0), edge: seq(0), scale, up: undefined, mss },
    sent: new SendBuffer(config.sendBuffer),
    received: new ReceiveBuffer(config.receiveBuffer, config.mostSegmentsHeld),
    rto: new RetransmissionTimeout(),
    congestion: new Congestion(),
    timers: {
      retransmit: Infinity,
      persist: Infinity,
      delayedAck: Infinity,
      keepAlive: Infinity,
      timeWait: Infinity,
      since: Infinity,
    },
    scheduledAt: Infinity,
    retransmissions: 0,
    persistBackoff: 0,
    keepAliveProbes: 0,
    unacknowledged: 0,
    owesAck: false,
    finQueued: false,
    finSent: false,
    deaf: false,
    noDelay: false,
    keepAlive: false,
    userTimeout: Infinity,
    dscp: 0,
    timeToLive: undefined,
    sackPermitted: true,
    timestamps: { recent: 0, lastAckSent: seq(0), offset: plan.timestampOffset },
    timing: undefined,
    lastHeard: plan.now,
    softError: undefined,
  };
}

/** RFC 7323 section 2.2: as few bits as make the buffer fit 16. */
function scaleFor(buffer: number): number {
  let scale = 0;
  while (buffer >> scale > 0xffff) scale += 1;
  return scale;
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
