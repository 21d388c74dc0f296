/**
 * What a user has sent and the peer has not acknowledged. The first octet is the first that is not acknowledged. Bounded;
 * more than fits is not taken.
 */
import { Ring } from './ring.ts';

export class SendBuffer {
  readonly #ring: Ring;
  #length = 0;

  constructor(capacity: number) {
    this.#ring = new Ring(capacity);
  }

  get length(): number {
    return this.#length;
  }

  get room(): number {
    return this.#ring.capacity - this.#length;
  }

  /** How many octets were taken. */
  write(octets: Uint8Array): number {
    const taken = Math.min(octets.length, this.room);
    this.#ring.put(this.#length, octets.subarray(0, taken));
    this.#length += taken;
    return taken;
  }

  /** `length` octets from `offset` on, which must be there. */
  copy(offset: number, length: number, into: Uint8Array, at: number): void {
    this.#ring.copy(offset, length, into, at);
  }

  /** The first octets are acknowledged. */
  drop(octets: number): void {
    this.#ring.drop(octets);
    this.#length -= octets;
  }

  clear(): void {
    this.#length = 0;
    this.#ring.release();
  }
}
