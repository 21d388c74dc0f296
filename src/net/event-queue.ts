/**
 * What is still to happen, by virtual time in integer microseconds: a binary heap. Of what is due at the same time the
 * first put in comes out first, so that one history follows from one seed.
 */
interface Entry<Event> {
  readonly at: number;
  readonly order: number;
  readonly event: Event;
}

export class EventQueue<Event> {
  readonly #heap: Entry<Event>[] = [];
  #order = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** What comes next, left where it is. */
  get first(): { readonly at: number; readonly event: Event } | undefined {
    return this.#heap[0];
  }

  /** Throws a RangeError unless `at` is a whole number of microseconds. */
  push(at: number, event: Event): void {
    if (!Number.isSafeInteger(at)) throw new RangeError(`an event at ${at}: times are whole microseconds`);
    const entry = { at, order: this.#order, event };
    this.#order += 1;
    const heap = this.#heap;
    let place = heap.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (isBefore(heap[above]!, entry)) break;
      heap[place] = heap[above]!;
      place = above;
    }
    heap[place] = entry;
  }

  /** Takes out what comes next. */
  pop(): Event | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (heap.length > 0) sink(heap, last!);
    return top?.event;
  }
}

/** Puts `entry` in at the root and moves what is due before it up. */
function sink(heap: Entry<unknown>[], entry: Entry<unknown>): void {
  let place = 0;
  for (;;) {
    let below = 2 * place + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below += 1;
    if (isBefore(entry, heap[below]!)) break;
    heap[place] = heap[below]!;
    place = below;
  }
  heap[place] = entry;
}

function isBefore(one: Entry<unknown>, other: Entry<unknown>): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
