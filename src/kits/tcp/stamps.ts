/** Timestamps of segments (RFC 7323 section 3.2): as features write the tester's, and as the implementation's stand. */
import type { SegmentSeen } from './segment.ts';
import { type Rows, readSegments, type SegmentRow } from './words.ts';

export interface StampedRow extends SegmentRow {
  /** Of the tester's clock, from its first on. */
  readonly timestamp?: string;
}

/** A table of segments with one column more. @throws TypeError */
export function readStamped([head = [], ...rows]: Rows): readonly StampedRow[] {
  const at = head.indexOf('timestamp');
  const without = (row: readonly string[]): readonly string[] => row.filter((_, index) => index !== at);
  const segments = readSegments([without(head), ...rows.map(without)]);
  return segments.map((segment, index) => ({ ...segment, ...(rows[index]?.[at] && { timestamp: rows[index][at] }) }));
}

export interface Stamps {
  readonly value: number;
  readonly echo: number;
}

export function stampsOf({ fields }: SegmentSeen): Stamps | undefined {
  return fields.options?.find((option) => option.kind === 8) as Stamps | undefined;
}
