/** A connection as it stands at a moment, as plain data: what the panels show, and what explanations are found from. */

import { dataStart, type State } from '../../../reference/tcp/connection.ts';
import type { Connection } from '../../../reference/tcp/index.ts';
import { seqDiff } from '../../../reference/tcp/seq.ts';
import { openWindow } from '../../../reference/tcp/window.ts';

export const TIMERS = ['retransmit', 'persist', 'delayedAck', 'keepAlive', 'timeWait'] as const;
export type TimerName = (typeof TIMERS)[number];

export interface ConnectionPicture {
  readonly iss: number;
  /** Undefined before the peer's SYN has come. */
  readonly irs: number | undefined;
  readonly snd: { readonly una: number; readonly nxt: number; readonly max: number; readonly wnd: number };
  readonly rcv: { readonly nxt: number; readonly wnd: number };
  readonly congestion: {
    readonly window: number;
    /** Infinity until a loss. */
    readonly threshold: number;
    readonly duplicates: number;
    readonly isRecovering: boolean;
  };
  /** Octets: on their way, waiting to be sent, waiting to be read. */
  readonly inFlight: number;
  readonly unsent: number;
  readonly unread: number;
  /** Something came before what is to come before it. */
  readonly hasEarly: boolean;
  /** Microseconds. */
  readonly timeout: number;
  readonly roundTrip: number | undefined;
  readonly retransmissions: number;
  /** When each that runs will have run out, in microseconds. */
  readonly timers: Readonly<Partial<Record<TimerName, number>>>;
  readonly finSent: boolean;
}

export interface SidePicture {
  readonly state: State | 'LISTEN';
  /** Absent while there is no connection. */
  readonly connection?: ConnectionPicture;
  readonly readsAtOnce: boolean;
}

export function pictureOf(connection: Connection): ConnectionPicture {
  const { iss, irs, state, snd, rcv, congestion, sent, received, rto, timers, retransmissions, finSent } = connection;
  const { window, threshold, duplicates, isRecovering } = congestion;
  const outstanding = Math.max(0, seqDiff(snd.max, dataStart(connection)) - (finSent ? 1 : 0));
  const running = TIMERS.filter((name) => timers[name] !== Number.POSITIVE_INFINITY);
  return {
    iss: iss >>> 0,
    irs: state === 'SYN-SENT' ? undefined : irs >>> 0,
    snd: { una: snd.una >>> 0, nxt: snd.nxt >>> 0, max: snd.max >>> 0, wnd: snd.wnd },
    rcv: { nxt: rcv.nxt >>> 0, wnd: openWindow(connection) },
    congestion: { window, threshold, duplicates, isRecovering },
    inFlight: seqDiff(snd.nxt, snd.una),
    unsent: Math.max(0, sent.length - outstanding),
    unread: received.readable,
    hasEarly: received.hasEarly,
    timeout: rto.value,
    roundTrip: rto.smoothedRoundTrip,
    retransmissions,
    timers: Object.fromEntries(running.map((name) => [name, timers[name]])),
    finSent,
  };
}
