/**
 * What the observing decoder knows while it reads one struct, and the small things that all its parts do with that.
 */
import type { BitRange, Context, Fault } from '../codec.ts';
import type { Environment } from '../expression/evaluate.ts';
import type { StructLayout } from '../layout.ts';

export type Json = Record<string, unknown>;

export interface Findings {
  readonly faults: Fault[];
  readonly lapses: Fault[];
  readonly where: Record<string, BitRange>;
}

/** What is known so far of one struct. Octets and bits count from the start of the layer. */
export interface Reading {
  readonly struct: StructLayout;
  readonly view: DataView;
  readonly path: string;
  readonly start: number;
  /** Where the octets end, or the struct, once its length is known. */
  end: number;
  /** The end that the struct's own length claims, right or wrong. */
  claimed?: number;
  /** Where the next segment starts. */
  at: number;
  /** Raw numbers of the fields read; 0 for a field that is absent. */
  readonly raw: Map<string, number>;
  readonly places: Map<string, { readonly at: number; readonly length: number }>;
  readonly value: Json;
  readonly found: Findings;
  readonly context: Context;
  /** The octets ran out: nothing after this can be placed. */
  isCut: boolean;
}

/** Octets that the struct takes. */
export function lengthOf({ struct, start, end, at }: Reading): number {
  return (struct.length ? Math.max(end, at) : at) - start;
}

export function report(reading: Reading, fault: Fault, rule?: string): void {
  const field = reading.path + fault.field;
  reading.found.faults.push({ ...fault, field, ...(rule !== undefined && { rule }) });
}

export function lapse(reading: Reading, fault: Fault, rule?: string): void {
  const field = reading.path + fault.field;
  reading.found.lapses.push({ ...fault, field, ...(rule !== undefined && { rule }) });
}

export function environment(reading: Reading): Environment {
  return {
    value: (name) => reading.raw.get(name) ?? 0,
    size: (name) => reading.places.get(name)?.length ?? 0,
  };
}

/** `bits` bits from bit `from`, as an unsigned number. */
export function bitsOf(view: DataView, from: number, bits: number): number {
  let value = 0;
  for (let bit = from; bit < from + bits; bit++) {
    value = value * 2 + ((view.getUint8(bit >> 3) >> (7 - (bit & 7))) & 1);
  }
  return value;
}
