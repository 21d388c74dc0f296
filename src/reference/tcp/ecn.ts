/**
 * Explicit congestion notification (RFC 3168 section 6.1), for peers that ask for it in their SYN: routers mark datagrams
 * instead of dropping them, the receiver tells the sender, and the sender slows down as if one had been lost.
 */
import type { Connection } from './connection.ts';
import type { Segment } from './segment.ts';
import { type SeqNumber, seqDiff, seqLt } from './seq.ts';

export interface Ecn {
  /** A mark has come, and the peer has not said yet that it has slowed down. */
  echoes: boolean;
  /** The peer is to be told that we have slowed down. */
  tells: boolean;
  /** One window of data is reason to slow down once: the first number behind it. */
  slowedUntil: SeqNumber | undefined;
}

/** The IP header's field (RFC 3168 section 5). */
const [NOT_CAPABLE, CAPABLE] = [0, 2];

/** Section 6.1.1: both flags in a SYN ask for it. */
export function agreeOnEcn(connection: Connection, { ece, cwr }: Segment): void {
  if (ece && cwr) connection.ecn = { echoes: false, tells: false, slowedUntil: undefined };
}

/** Sections 6.1.2 and 6.1.3: what an acceptable segment tells. */
export function noteCongestion(connection: Connection, { ece, cwr, isCongested }: Segment, mss: number): void {
  const { ecn, snd, congestion } = connection;
  if (ecn === undefined) return;
  if (cwr) ecn.echoes = false;
  if (isCongested) ecn.echoes = true;
  const isNews = ece && (ecn.slowedUntil === undefined || !seqLt(snd.una, ecn.slowedUntil));
  if (!isNews) return;
  congestion.slowDown(seqDiff(snd.max, snd.una), mss);
  ecn.slowedUntil = snd.max;
  ecn.tells = true;
}

/** Flags of a segment, and the field of its datagram. Only new data is marked as capable: no SYN, no probe, nothing again. */
export function ecnOf(connection: Connection, syn: boolean, from: SeqNumber, length: number) {
  const { ecn, snd, timers, state } = connection;
  if (ecn === undefined) return { ece: false, cwr: false, ecn: NOT_CAPABLE };
  // The answer to a SYN says that it is agreed.
  if (syn) return { ece: state !== 'SYN-SENT', cwr: false, ecn: NOT_CAPABLE };
  const isNew = length > 0 && !seqLt(from, snd.max) && timers.persist === Infinity;
  const cwr = isNew && ecn.tells;
  if (cwr) ecn.tells = false;
  return { ece: ecn.echoes, cwr, ecn: isNew ? CAPABLE : NOT_CAPABLE };
}
