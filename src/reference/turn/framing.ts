/**
 * STUN messages and channel data out of a stream (RFC 8656 section 3.1, RFC 8489 section 6.2.2). Both tell their own length
 * in the second 16 bits; channel data is filled up to 4 octets (TURN-C-14). What is neither ends the stream: nobody
 * knows where the next one would start.
 */
import { viewOf } from '../../wire/runtime/octets.ts';
import { HEADER_OCTETS, MAGIC_COOKIE } from './read-message.ts';

/** Type or number, and length. */
const OCTETS_THAT_TELL = 4;

export class FrameReader {
  #held = new Uint8Array(0);
  #broken = false;

  /** Whether something came that is neither. */
  get broken(): boolean {
    return this.#broken;
  }

  /** Whole frames, in their order. Holds less than one frame. */
  read(octets: Uint8Array): Uint8Array[] {
    const frames: Uint8Array[] = [];
    let all = join(this.#held, octets);
    while (!this.#broken && all.length >= OCTETS_THAT_TELL) {
      const length = lengthOf(all);
      if (length === undefined) this.#broken = true;
      else if (length > all.length) break;
      else {
        frames.push(all.slice(0, length));
        all = all.subarray(length);
      }
    }
    this.#held = this.#broken ? new Uint8Array(0) : all.slice();
    return frames;
  }
}

/** Of the frame that starts here, with what fills it up; undefined when none does. */
function lengthOf(octets: Uint8Array): number | undefined {
  const [first = 0, , high = 0, low = 0] = octets;
  const length = (high << 8) | low;
  if (first < 0x40) {
    const isMessage = length % 4 === 0 && (octets.length < 8 || viewOf(octets).getInt32(4) === MAGIC_COOKIE);
    return isMessage ? HEADER_OCTETS + length : undefined;
  }
  return first <= 0x4f ? 4 + ((length + 3) & ~3) : undefined;
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const whole = new Uint8Array(one.length + other.length);
  whole.set(one);
  whole.set(other, one.length);
  return whole;
}
