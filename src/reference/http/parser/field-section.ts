/** The field lines of one section while they come. */
import { CLASSES, COLON, CR, HTAB, LF, SP, TOKEN, VALUE } from '../octets.ts';
import type { FaultKind } from './faults.ts';
import { explainFieldLine, isFold, readFieldLine } from './field-line.ts';
import { FieldPlaces } from './field-places.ts';

export interface FieldLineFault {
  readonly kind: FaultKind;
  /** Among the octets that the line is read from. */
  readonly at: number;
}

export interface FieldRules {
  /** See Dialect. */
  readonly mends: boolean;
  readonly most: number;
}

export class FieldSection {
  /** Four of each field, counted from the first octet of the section; those of earlier sections behind them. */
  readonly #places: number[] = [];
  #length = 0;
  #hasFolds = false;

  begin(): void {
    this.#length = 0;
    this.#hasFolds = false;
  }

  /**
   * Reads lines from `at` on as long as they are whole, without fault, no longer than `longest`, and end before `end`; where
   * the first begins that is not. A section begins at `base`. This is `read` for what nearly all lines are.
   */
  readGood(octets: Uint8Array, begin: number, end: number, base: number, longest: number, most: number): number {
    const places = this.#places;
    for (let at = begin; ; ) {
      const line = at;
      while (at < end && (CLASSES[octets[at]!]! & TOKEN) !== 0) at += 1;
      const nameEnd = at;
      if (nameEnd === line || at >= end || octets[at] !== COLON) return line;
      at += 1;
      while (at < end && (octets[at] === SP || octets[at] === HTAB)) at += 1;
      const valueFrom = at;
      while (at < end && (CLASSES[octets[at]!]! & VALUE) !== 0) at += 1;
      let valueTo = at;
      if (at < end && octets[at] === CR) at += 1;
      if (at >= end || octets[at] !== LF || at - line > longest || this.#length >= 4 * most) return line;
      while (valueTo > valueFrom && (octets[valueTo - 1] === SP || octets[valueTo - 1] === HTAB)) valueTo -= 1;
      const next = this.#length;
      places[next] = line - base;
      places[next + 1] = nameEnd - base;
      places[next + 2] = valueFrom - base;
      places[next + 3] = valueTo - base;
      this.#length = next + 4;
      at += 1;
    }
  }

  /** Reads the line [from, to), in a section that begins at `base`. */
  read(
    octets: Uint8Array,
    from: number,
    to: number,
    base: number,
    { mends, most }: FieldRules,
  ): FieldLineFault | undefined {
    if (this.#length >= 4 * most) return { kind: 'too-many-fields', at: from };
    const places = readFieldLine(octets, from, to, base, mends);
    if (places !== undefined) {
      for (const place of places) {
        this.#places[this.#length] = place;
        this.#length += 1;
      }
      return undefined;
    }
    // RFC9112-2.2-08: a fold has a field line to continue, or it is none.
    if (!mends || this.#length === 0 || !isFold(octets, from, to)) return explainFieldLine(octets, from, to);
    this.#places[this.#length - 1] = to - base;
    this.#hasFolds = true;
    return undefined;
  }

  /** What was read, of the section that lies at `octets` from `base` on. */
  end(octets: Uint8Array, base: number): FieldPlaces {
    const places = this.#places.slice(0, this.#length);
    if (base > 0) for (let at = 0; at < places.length; at += 1) places[at] = places[at]! + base;
    return new FieldPlaces(octets, places, this.#hasFolds);
  }
}
