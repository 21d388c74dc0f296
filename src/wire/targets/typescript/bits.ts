/**
 * Bit fields in words: which 32-, 16- and 8-bit loads a run of fields takes, how a field is cut out of them, and how a
 * word is put together from fields. A field may lie across words.
 */
import type { BitField } from '../../layout.ts';
import { hexNumber, local } from './source.ts';

/** A load or store: `bits` wide, `bit` bits after the start of its run. */
export interface Word {
  readonly name: string;
  readonly bit: number;
  readonly bits: 8 | 16 | 32;
}

/** A field of a run, `start` bits after the run's start. */
export interface Placed {
  readonly field: BitField;
  readonly start: number;
}

/** The words of a run of `bits` bits, a whole number of octets, named `prefix` and a number. */
export function wordsOf(bits: number, prefix: string): Word[] {
  const words: Word[] = [];
  for (let bit = 0; bit < bits; ) {
    const width = bits - bit >= 32 ? 32 : bits - bit >= 16 ? 16 : 8;
    words.push({ name: `${prefix}${words.length}`, bit, bits: width });
    bit += width;
  }
  return words;
}

export function place(fields: readonly BitField[]): Placed[] {
  let start = 0;
  return fields.map((field) => {
    const placed = { field, start };
    start += field.bits;
    return placed;
  });
}

export function loadOf(word: Word, base: string): string {
  return `view.get${word.bits === 32 ? 'Int32' : `Uint${word.bits}`}(${placeOf(word, base)})`;
}

export function storeOf(word: Word, base: string, value: string): string {
  return `view.set${word.bits === 32 ? 'Int32' : `Uint${word.bits}`}(${placeOf(word, base)}, ${value});`;
}

/** The field cut out of its words: int32 when it has 32 bits, otherwise not negative. */
export function extract({ field, start }: Placed, words: readonly Word[]): string {
  const parts = words.flatMap((word) => {
    const part = overlap(start, field.bits, word);
    if (!part) return [];
    const whole = part.bits === word.bits;
    const shifted = part.right === 0 ? word.name : `${word.name} >>> ${part.right}`;
    const masked = whole || part.isTop ? shifted : `${bracket(shifted)} & ${mask(part.bits)}`;
    return [part.left === 0 ? masked : `${bracket(masked)} << ${part.left}`];
  });
  return parts.length === 1 ? (parts[0] ?? '') : parts.map(bracket).join(' | ');
}

/** The value of `word`, put together from the locals of `fields`; 0 when they are all left out. */
export function compose(word: Word, fields: readonly Placed[]): string {
  const parts = fields.flatMap(({ field, start }) => {
    const part = overlap(start, field.bits, word);
    if (!part) return [];
    const name = local(field.name);
    const shifted = part.left === 0 ? name : `${name} >>> ${part.left}`;
    const masked = part.bits === 32 ? shifted : `${bracket(shifted)} & ${mask(part.bits)}`;
    return [part.right === 0 ? masked : `${bracket(masked)} << ${part.right}`];
  });
  return parts.length === 0 ? '0' : parts.length === 1 ? (parts[0] ?? '') : parts.map(bracket).join(' | ');
}

interface Part {
  readonly bits: number;
  /** Bits of the word below the part. */
  readonly right: number;
  /** Bits of the field below the part. */
  readonly left: number;
  readonly isTop: boolean;
}

function overlap(start: number, bits: number, word: Word): Part | undefined {
  const from = Math.max(start, word.bit);
  const to = Math.min(start + bits, word.bit + word.bits);
  if (from >= to) return undefined;
  return { bits: to - from, right: word.bit + word.bits - to, left: start + bits - to, isTop: from === word.bit };
}

function placeOf(word: Word, base: string): string {
  return word.bit === 0 ? base : `${base} + ${word.bit / 8}`;
}

function bracket(text: string): string {
  return /^\w+$/.test(text) ? text : `(${text})`;
}

function mask(bits: number): string {
  return hexNumber(2 ** bits - 1);
}
