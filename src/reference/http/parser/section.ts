/**
 * The lines that a parser is in: read where they lie as long as one input has them all, and kept when the rest comes in
 * another. A section is what has to be there as a whole: a head, a trailer section, the line of a chunk.
 */
import { Gathered } from '../gathered.ts';
import { LF, NO_OCTETS } from '../octets.ts';

export class Section {
  /** Where the section lies now, and from which octet on. */
  octets: Uint8Array = NO_OCTETS;
  from = 0;
  /** The line that was found last: its first octet there, and its LF. */
  line = 0;
  lf = 0;
  /** Octets of the section that the lines before take. */
  taken = 0;
  readonly #kept = new Gathered();

  get isKept(): boolean {
    return this.#kept.length > 0;
  }

  /** Octets of the section that have come, once those of `input` before `at` have. */
  lengthAt(at: number): number {
    return this.isKept ? this.#kept.length : at - this.from;
  }

  /** A section begins at octet `at` of `input`. */
  begin(input: Uint8Array, at: number): void {
    this.octets = input;
    this.from = at;
    this.taken = 0;
    if (this.isKept) this.#kept.clear();
  }

  /** Looks for the end of a line in [at, to) of `input`: the octet behind it, and then `line` and `lf` are set; or -1. */
  find(input: Uint8Array, at: number, to: number): number {
    let lf = at;
    while (lf < to && input[lf] !== LF) lf += 1;
    if (lf >= to) return -1;
    if (this.isKept) this.#keep(input, at, lf + 1);
    this.line = this.from + this.taken;
    this.lf = this.isKept ? this.#kept.length - 1 : lf;
    return lf + 1;
  }

  /** The line that was found has been read. */
  takeLine(): void {
    this.taken = this.lf + 1 - this.from;
  }

  /** `input` ends, and all of it before `at` belongs to lines that were found: what there is of the section is kept. */
  keepRest(input: Uint8Array, at: number): void {
    this.#keep(input, this.isKept ? at : this.from, input.length);
  }

  /** Where it lies is not written to again: what was found there may still be read. */
  leave(): void {
    if (this.isKept) this.#kept.take();
  }

  #keep(input: Uint8Array, from: number, to: number): void {
    this.#kept.add(input, from, to);
    this.octets = this.#kept.octets;
    this.from = 0;
  }
}
