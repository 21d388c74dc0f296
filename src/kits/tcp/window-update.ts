/**
 * Updates of a window: a receiver may send one whenever its user has made room (RFC 5681 section 4.2), so that one that
 * comes need not be the answer to anything.
 */
import type { SegmentSeen } from './segment.ts';
import { seqBefore } from './sequence.ts';

/** The first number outside of the window that a segment offers. The window of a SYN is not scaled (RFC 7323 section 2.2). */
export function edgeOf({ acknowledgmentNumber = 0, window = 0, syn }: SegmentSeen['fields'], scale: number): number {
  return (acknowledgmentNumber + window * (syn ? 1 : 2 ** scale)) >>> 0;
}

/** Whether a segment says nothing but that the window reaches further than all those had it that came `before`. */
export function isWindowUpdate(segment: SegmentSeen, before: readonly SegmentSeen[], scale: number): boolean {
  const { ack, syn, fin, rst, acknowledgmentNumber = 0 } = segment.fields;
  if (!ack || syn || fin || rst || segment.dataLength > 0) return false;
  const edge = edgeOf(segment.fields, scale);
  const others = before.map(({ fields }) => fields).filter((fields) => fields.ack && !fields.rst);
  const isNews = others.every((fields) => seqBefore(fields.acknowledgmentNumber ?? 0, acknowledgmentNumber));
  return !isNews && others.every((fields) => seqBefore(edgeOf(fields, scale), edge));
}
