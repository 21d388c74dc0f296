/**
 * What is still missing of a datagram, as RFC 815 has it: runs of octets, in order, the last of them without an end until
 * the last fragment has come. A fragment costs the logarithm of their number, and as many as it closes.
 */
interface Hole {
  readonly first: number;
  /** The last octet that is missing. */
  readonly last: number;
}

export class Holes {
  readonly #holes: Hole[] = [{ first: 0, last: Infinity }];

  get areFilled(): boolean {
    return this.#holes.length === 0;
  }

  /** Whether the last fragment has come. */
  get endIsKnown(): boolean {
    return this.#holes.at(-1)?.last !== Infinity;
  }

  /** Octets `first` to `last` have come; behind them there are more, or nothing. RFC 815 section 3, steps 1 to 7. */
  fill(first: number, last: number, hasMore: boolean): void {
    const from = this.#indexOfHoleAt(first);
    // Nothing is missing behind the last fragment.
    const to = hasMore ? this.#indexOfHoleAt(last + 1) : this.#holes.length;
    const begun = this.#holes[from];
    const ended = this.#holes[to];
    const before = begun !== undefined && begun.first < first ? [{ first: begun.first, last: first - 1 }] : [];
    // The hole behind the fragment begins in it, or is the one that it lies in.
    const isCut = ended !== undefined && ended.first <= last;
    const after = isCut ? [{ first: last + 1, last: ended.last }] : [];
    this.#holes.splice(from, to - from + (isCut ? 1 : 0), ...before, ...after);
  }

  /** The first hole that goes as far as `octet`, or the count of holes. */
  #indexOfHoleAt(octet: number): number {
    let [low, high] = [0, this.#holes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#holes[middle]!.last < octet) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
