/** The fields of a section that is whole, as places in it: text is made of those that somebody asks for. */
import type { Field } from '../message.ts';
import { textOf } from '../octets.ts';

const FOLD = /[ \t]*\r?\n[ \t]+/g;
/** What makes a letter small. Of the other octets of a name none is thereby taken for another. */
const SMALL = 0x20;

export class FieldPlaces {
  readonly #octets: Uint8Array;
  /** Four of each field: where its name begins and ends, and its value. */
  readonly #places: readonly number[];
  readonly #hasFolds: boolean;

  constructor(octets: Uint8Array, places: readonly number[], hasFolds: boolean) {
    this.#octets = octets;
    this.#places = places;
    this.#hasFolds = hasFolds;
  }

  get count(): number {
    return this.#places.length / 4;
  }

  /** All values of the field `name`, which is in small letters. */
  valuesOf(name: string): readonly string[] {
    const places = this.#places;
    let values = NO_VALUES;
    for (let at = 0; at < places.length; at += 4) {
      if (places[at + 1]! - places[at]! !== name.length || !this.#isNamed(places[at]!, name)) continue;
      values = [...values, this.#valueAt(at)];
    }
    return values;
  }

  all(): readonly Field[] {
    const places = this.#places;
    const fields: Field[] = [];
    for (let at = 0; at < places.length; at += 4)
      fields.push({ name: textOf(this.#octets, places[at], places[at + 1]), value: this.#valueAt(at) });
    return fields;
  }

  #isNamed(from: number, name: string): boolean {
    for (let at = 0; at < name.length; at += 1) {
      const octet = this.#octets[from + at]!;
      const isCapital = octet >= 0x41 && octet <= 0x5a;
      if ((isCapital ? octet + SMALL : octet) !== name.charCodeAt(at)) return false;
    }
    return true;
  }

  #valueAt(at: number): string {
    const value = textOf(this.#octets, this.#places[at + 2], this.#places[at + 3]);
    return this.#hasFolds ? unfolded(value) : value;
  }
}

const NO_VALUES: readonly string[] = [];

/** RFC9112-5.2-04: a fold is as good as a space. */
function unfolded(value: string): string {
  return value.replace(FOLD, ' ').replace(/^ +| +$/g, '');
}
