/**
 * Layout -> rows of 32 bits, as RFCs draw headers: what the SVG and the ASCII picture have in common. Fields that may be
 * absent start a part of their own under their condition; octets and lists fill a row, of no certain height.
 */
import { inEnglish } from '../faults.ts';
import { type FieldLayout, type Layout, type Segment, segmentsOf } from '../layout.ts';

export const ROW_BITS = 32;

/** A field, or what of it lies in one row. */
export interface Cell {
  readonly field: FieldLayout;
  /** First bit in its row, and how many of the row it takes. */
  readonly from: number;
  readonly bits: number;
  /** Not the first part of its field. */
  readonly isContinued: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Of octets and lists: the row stands for any number of octets. */
  readonly isOpen: boolean;
}

export interface Part {
  /** When the part is there, in English; absent for the part that opens the layer. */
  readonly heading?: string;
  readonly rows: readonly Row[];
}

/** The parts of the picture, in wire order. */
export function partsOf(layout: Layout): Part[] {
  const parts: { heading?: string; rows: Row[] }[] = [];
  for (const segment of segmentsOf(layout)) {
    const presentWhen = segment.kind === 'bits' ? segment.when : segment.field.presentWhen;
    const always = parts.some((part) => part.heading !== undefined) ? 'in every case' : undefined;
    const heading = presentWhen ? `when ${inEnglish(layout, presentWhen)}` : always;
    const last = parts.at(-1);
    if (last && last.heading === heading) last.rows.push(...rowsOf(segment));
    else parts.push({ rows: rowsOf(segment), ...(heading !== undefined && { heading }) });
  }
  return parts;
}

function rowsOf(segment: Segment): Row[] {
  if (segment.kind !== 'bits') {
    const cell = { field: segment.field, from: 0, bits: ROW_BITS, isContinued: false };
    return [{ cells: [cell], isOpen: true }];
  }
  const rows: Cell[][] = [];
  let bit = 0;
  for (const field of segment.fields) {
    for (let done = 0; done < field.bits; ) {
      const from = bit % ROW_BITS;
      const bits = Math.min(field.bits - done, ROW_BITS - from);
      if (from === 0) rows.push([]);
      rows.at(-1)?.push({ field, from, bits, isContinued: done > 0 });
      done += bits;
      bit += bits;
    }
  }
  return rows.map((cells) => ({ cells, isOpen: false }));
}
