/**
 * Whose deadline comes first: a binary heap in which each connection has one place at most, so that what a deadline is
 * put off to, or a connection that is gone, leaves nothing behind.
 */

export interface Dated {
  /** Microseconds. */
  scheduledAt: number;
  /** Its place in the queue; -1: none. */
  place: number;
}

export class DeadlineQueue<Item extends Dated> {
  readonly #heap: Item[] = [];

  get first(): Item | undefined {
    return this.#heap[0];
  }

  get size(): number {
    return this.#heap.length;
  }

  /** Puts it in, or where its deadline now belongs; Infinity takes it out. */
  set(item: Item, at: number): void {
    if (at === Infinity) {
      this.delete(item);
      return;
    }
    const isEarlier = item.place < 0 || at < item.scheduledAt;
    item.scheduledAt = at;
    if (item.place < 0) item.place = this.#heap.push(item) - 1;
    if (isEarlier) this.#rise(item);
    else this.#sink(item);
  }

  delete(item: Item): void {
    item.scheduledAt = Infinity;
    if (item.place < 0) return;
    const { place } = item;
    item.place = -1;
    const last = this.#heap.pop()!;
    if (last === item) return;
    this.#lay(last, place);
    this.#rise(last);
    this.#sink(last);
  }

  #rise(item: Item): void {
    while (item.place > 0) {
      const above = this.#heap[(item.place - 1) >> 1]!;
      if (above.scheduledAt <= item.scheduledAt) return;
      this.#swap(above, item);
    }
  }

  #sink(item: Item): void {
    for (;;) {
      const [left, right] = [this.#heap[2 * item.place + 1], this.#heap[2 * item.place + 2]];
      const below = right !== undefined && right.scheduledAt < left!.scheduledAt ? right : left;
      if (below === undefined || item.scheduledAt <= below.scheduledAt) return;
      this.#swap(item, below);
    }
  }

  #swap(one: Item, other: Item): void {
    const { place } = one;
    this.#lay(one, other.place);
    this.#lay(other, place);
  }

  #lay(item: Item, place: number): void {
    item.place = place;
    this.#heap[place] = item;
  }
}
