/** What has come from the other end: put in order, each number once, messages whole, and kept while nobody takes them. */

import { fromHex } from '../../../contract/hex.ts';
import type { RelayContent } from '../../../generated/relay/content.types.ts';
import { joined } from '../octets.ts';

export interface Message {
  readonly purpose: number;
  readonly reference: number;
  /** Its first number. */
  readonly sequence: number;
  readonly body: Uint8Array;
  /** Its last number. */
  readonly last: number;
}

/** A longer message comes to a stop. */
const MOST_PARTS = 4096;

export class Incoming {
  readonly #ahead = new Map<number, RelayContent>();
  #parts: RelayContent[] = [];
  /** Whole, in order, and not with the application yet. */
  readonly ready: Message[] = [];
  /** Up to which all has come. */
  received = 0;
  /** Up to which the application has it. */
  delivered = 0;

  /** `window`: numbers that are taken beyond what counts as taken already. */
  take(content: RelayContent, window: number): void {
    const { sequence } = content;
    if (sequence <= this.received || sequence > this.taken + window || this.#ahead.has(sequence)) return;
    this.#ahead.set(sequence, content);
    for (let next = this.#ahead.get(this.received + 1); next; next = this.#ahead.get(this.received + 1)) {
      this.received += 1;
      this.#ahead.delete(this.received);
      this.#parts.push(next);
      if (!next.isMore) this.#finish();
    }
  }

  #finish(): void {
    const [first] = this.#parts;
    if (first === undefined) return;
    this.ready.push({
      purpose: first.purpose ?? 0,
      reference: first.reference ?? 0,
      sequence: first.sequence,
      body: joined(...this.#parts.map(({ body }) => fromHex(body))),
      last: this.received,
    });
    this.#parts = [];
  }

  /** The next message, which the application has from now on. */
  next(): Message | undefined {
    const message = this.ready.shift();
    if (message) this.delivered = message.last;
    return message;
  }

  /** Parts of a message that is longer than the window: they count as taken, or it would never be whole. */
  get taken(): number {
    return this.ready.length === 0 && this.#parts.length < MOST_PARTS ? this.received : this.delivered;
  }

  /** Bit n: the number after next, and n more, has come. */
  get selective(): number {
    let bits = 0;
    for (let bit = 0; bit < 32; bit += 1) if (this.#ahead.has(this.received + 2 + bit)) bits |= 1 << bit;
    return bits >>> 0;
  }
}
