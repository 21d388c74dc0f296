/** What a TCP is told once, and its defaults. Times in microseconds, sizes in octets. */

export interface TcpConfig {
  /** For initial sequence numbers and timestamps: nobody outside knows it (RFC 9293 section 3.4.1). */
  readonly secret: number;
  /** RFC 9293 section 3.4.2: 2 minutes; TIME-WAIT lasts twice as long. */
  readonly msl: number;
  /** How much is held for a user who does not read, and for a peer who does not acknowledge. */
  readonly receiveBuffer: number;
  readonly sendBuffer: number;
  /** Half-open connections a listener holds; the oldest makes room (RFC 4987 section 3.3). */
  readonly backlog: number;
  /** Octets of out-of-order data a connection holds are bounded by its window; segments by this. */
  readonly mostSegmentsHeld: number;
  /** Connections in all, so that memory is bounded. */
  readonly mostConnections: number;
}

/** Protocol number. */
export const TCP = 6;

const SECOND = 1_000_000;

export const defaults: TcpConfig = {
  secret: 0,
  msl: 120 * SECOND,
  receiveBuffer: 65_535,
  sendBuffer: 65_535,
  backlog: 128,
  mostSegmentsHeld: 1024,
  mostConnections: 65_536,
};

/** RFC 9293 section 3.8.6.3: below half a second. */
export const DELAYED_ACK = 200_000;
/** RFC 9293 section 3.8.4: two hours by default, and off. After that nine probes, 75 s apart. */
export const KEEP_ALIVE_INTERVAL = 7200 * SECOND;
export const KEEP_ALIVE_RETRY = 75 * SECOND;
export const KEEP_ALIVE_PROBES = 9;
/** RFC 9293 section 3.8.3: R1 at least 3 retransmissions, R2 at least 100 s, for a SYN at least 3 minutes. */
export const R1 = 3;
export const R2 = 120 * SECOND;
export const R2_SYN = 200 * SECOND;
/** RFC 9293 section 3.7.1: what a peer takes that does not say. */
export const DEFAULT_MSS = 536;
/** RFC 5961 section 7: no more challenge acknowledgements than these. */
export const CHALLENGES = 100;
export const CHALLENGE_PERIOD = 5 * SECOND;
