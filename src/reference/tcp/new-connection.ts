/** A connection at its beginning. */
import type { TcpConfig } from './config.ts';
import { Congestion } from './congestion.ts';
import type { Application, Connection, Listener, State } from './connection.ts';
import type { FourTuple } from './isn.ts';
import { ReceiveBuffer } from './receive-buffer.ts';
import { RetransmissionTimeout } from './rto.ts';
import { SendBuffer } from './send-buffer.ts';
import { type SeqNumber, seq } from './seq.ts';

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
    place: -1,
    retransmissions: 0,
    persistBackoff: 0,
    keepAliveProbes: 0,
    unacknowledged: 0,
    owesAck: false,
    largestSegment: 0,
    finQueued: false,
    finSent: false,
    finAt: undefined,
    deaf: false,
    noDelay: false,
    keepAlive: false,
    userTimeout: Infinity,
    dscp: 0,
    timeToLive: undefined,
    route: undefined,
    sackPermitted: true,
    ecn: undefined,
    scaling: true,
    timestamps: { recent: 0, recentAt: plan.now, lastAckSent: seq(0), offset: plan.timestampOffset },
    timing: undefined,
    lastHeard: plan.now,
    lastSent: plan.now,
    softError: undefined,
  };
}

/** RFC 7323 section 2.2: as few bits as make the buffer fit 16. */
function scaleFor(buffer: number): number {
  let scale = 0;
  while (buffer >> scale > 0xffff) scale += 1;
  return scale;
}
