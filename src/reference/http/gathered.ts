/** Octets while they come: in one place that grows, so that many small pieces take no more room than one large one. */
import { NO_OCTETS } from './octets.ts';

const FIRST_ROOM = 256;
/** Who is empty keeps no more than this. */
const MOST_EMPTY = 4_096;

export class Gathered {
  /** The first `length` of them count. */
  octets: Uint8Array = NO_OCTETS;
  length = 0;

  add(octets: Uint8Array, from: number, to: number): void {
    const length = this.length + to - from;
    if (length > this.octets.length) {
      const roomier = new Uint8Array(Math.max(FIRST_ROOM, 2 * length));
      roomier.set(this.octets.subarray(0, this.length));
      this.octets = roomier;
    }
    this.octets.set(octets.subarray(from, to), this.length);
    this.length = length;
  }

  clear(): void {
    this.length = 0;
    if (this.octets.length > MOST_EMPTY) this.octets = NO_OCTETS;
  }

  /** All of them, to be kept by the caller; what is added later is another content. */
  take(): Uint8Array {
    const whole = this.octets.subarray(0, this.length);
    this.octets = NO_OCTETS;
    this.length = 0;
    return whole;
  }
}
