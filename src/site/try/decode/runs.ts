/** Which fields each hexadecimal digit belongs to: digits of the same fields, side by side, are one run. */
import type { FieldRow } from './field-rows.ts';

export interface Run {
  /** In digits, half an octet each, from the first of the layer. */
  readonly from: number;
  readonly to: number;
  /** Paths of fields; none where the layer has ended. */
  readonly paths: readonly string[];
}

const BITS = 4;

/** `octets`: how many there are; rows that hold others are passed over. */
export function runsOf(rows: readonly FieldRow[], octets: number): Run[] {
  const leaves = rows.filter(({ isWhole, bits }) => !isWhole && bits > 0);
  const edges = new Set([0, octets * 2]);
  for (const { bit, bits } of leaves) {
    edges.add(Math.floor(bit / BITS));
    edges.add(Math.ceil((bit + bits) / BITS));
  }
  const sorted = [...edges].filter((edge) => edge <= octets * 2).sort((one, other) => one - other);
  return sorted.slice(1).map((to, index) => {
    const from = sorted[index]!;
    const own = leaves.filter(({ bit, bits }) => bit < to * BITS && bit + bits > from * BITS);
    return { from, to, paths: own.map(({ path }) => path) };
  });
}
