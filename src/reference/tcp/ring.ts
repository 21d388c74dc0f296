/**
 * Octets by their distance from the first one that is still wanted. Takes memory as it is needed, up to its capacity, so
 * that thousands of idle connections cost little.
 */

const SMALLEST = 512;

export class Ring {
  readonly capacity: number;
  #octets: Uint8Array = new Uint8Array(0);
  #first = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /** Puts `data` at `offset`, which with it must lie within the capacity. */
  put(offset: number, data: Uint8Array): void {
    const end = offset + data.length;
    if (end > this.#octets.length) this.#grow(end);
    const size = this.#octets.length;
    const at = (this.#first + offset) % Math.max(1, size);
    const toEnd = Math.min(data.length, size - at);
    this.#octets.set(toEnd < data.length ? data.subarray(0, toEnd) : data, at);
    if (toEnd < data.length) this.#octets.set(data.subarray(toEnd), 0);
  }

  /** Copies `length` octets from `offset` on, which must have been put there. */
  copy(offset: number, length: number, into: Uint8Array, at: number): void {
    if (length === 0) return;
    const from = (this.#first + offset) % this.#octets.length;
    const toEnd = Math.min(length, this.#octets.length - from);
    into.set(this.#octets.subarray(from, from + toEnd), at);
    if (toEnd < length) into.set(this.#octets.subarray(0, length - toEnd), at + toEnd);
  }

  /** The first octets are not wanted any more. */
  drop(octets: number): void {
    if (this.#octets.length > 0) this.#first = (this.#first + octets) % this.#octets.length;
  }

  release(): void {
    this.#octets = new Uint8Array(0);
    this.#first = 0;
  }

  #grow(needed: number): void {
    let size = Math.max(SMALLEST, this.#octets.length);
    while (size < needed) size *= 2;
    const grown = new Uint8Array(Math.min(this.capacity, size));
    const old = this.#octets;
    grown.set(old.subarray(this.#first));
    grown.set(old.subarray(0, this.#first), old.length - this.#first);
    this.#octets = grown;
    this.#first = 0;
  }
}
