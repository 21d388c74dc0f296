/** The field lines of one section while they come, as places in it; fields once it is whole. */
import type { Field } from '../message.ts';
import type { FaultKind } from './faults.ts';
import { explainFieldLine, isFold, readFieldLine } from './field-line.ts';

const FOLD = /[ \t]*\r?\n[ \t]+/g;

export interface FieldLineFault {
  readonly kind: FaultKind;
  /** Among the octets of the line. */
  readonly at: number;
}

export interface FieldRules {
  /** See Dialect. */
  readonly mends: boolean;
  readonly most: number;
}

export class FieldSection {
  /** Four of each field, counted from the first octet of the section. */
  readonly #places: number[] = [];
  #hasFolds = false;

  begin(): void {
    this.#places.length = 0;
    this.#hasFolds = false;
  }

  /** Reads the line [from, to), in a section that begins at `base`. */
  read(
    octets: Uint8Array,
    from: number,
    to: number,
    base: number,
    { mends, most }: FieldRules,
  ): FieldLineFault | undefined {
    if (this.#places.length >= 4 * most) return { kind: 'too-many-fields', at: from };
    if (readFieldLine(octets, from, to, base, this.#places, mends)) return undefined;
    // RFC9112-2.2-08: a fold has a field line to continue, or it is none.
    if (!mends || this.#places.length === 0 || !isFold(octets, from, to)) return explainFieldLine(octets, from, to);
    this.#places[this.#places.length - 1] = to - base;
    this.#hasFolds = true;
    return undefined;
  }

  /** `text`: of the section. */
  fields(text: string): Field[] {
    const places = this.#places;
    const fields: Field[] = [];
    for (let at = 0; at < places.length; at += 4) {
      const value = text.slice(places[at + 2], places[at + 3]);
      fields.push({ name: text.slice(places[at], places[at + 1]), value: this.#hasFolds ? unfolded(value) : value });
    }
    return fields;
  }
}

/** RFC9112-5.2-04: a fold is as good as a space. */
function unfolded(value: string): string {
  return value.replace(FOLD, ' ').replace(/^ +| +$/g, '');
}
