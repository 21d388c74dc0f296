/**
 * Cuts what a stack writes into datagrams: [u16 big-endian length][datagram], one after the other, however the pipe cuts
 * them. IPv6, which many stacks speak unasked, is passed over; what cannot be a datagram of either is a breach of the
 * framing, for the octets after it could be anything.
 */
import { excerpt } from '../excerpt.ts';

const PREFIX = 2;
/** RFC 791 section 3.1: a header without options. */
const SHORTEST = 20;

export class FrameReader {
  #held: Buffer = Buffer.alloc(0);

  /** Octets of a frame that is not yet whole. */
  get held(): number {
    return this.#held.length;
  }

  /** That frame, for a sentence: how long it says it is, and how it begins. */
  unfinished(): string {
    const length = this.#held.length < PREFIX ? '' : ` of ${this.#held.readUInt16BE(0)} octets`;
    return `a frame${length} unfinished: ${excerpt(this.#held.subarray(0, 100).toString('latin1'))}`;
  }

  /** Hands over every datagram that is whole, in octets of its own; in words what is wrong with the next one. */
  push(chunk: Buffer, deliver: (datagram: Uint8Array) => void): string | undefined {
    const octets = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    let at = 0;
    let breach: string | undefined;
    while (octets.length - at >= PREFIX) {
      const length = octets.readUInt16BE(at);
      const start = at + PREFIX;
      breach = flawOf(length, octets[start]);
      if (breach !== undefined || octets.length - start < length) break;
      at = start + length;
      if (octets[start]! >> 4 === 4) deliver(Uint8Array.from(octets.subarray(start, at)));
    }
    this.#held = octets.subarray(at);
    return breach;
  }
}

/** `first`: the octet after the length, if it has come. */
function flawOf(length: number, first: number | undefined): string | undefined {
  if (length < SHORTEST) return `wrote a frame of ${length} octets; a datagram has at least ${SHORTEST}`;
  if (first === undefined || first >> 4 === 4 || first >> 4 === 6) return undefined;
  return `wrote a frame of ${length} octets that is no IP datagram: it begins with 0x${first.toString(16).padStart(2, '0')}`;
}
