/** Octets that can be had piece by piece, so that what is large never has to be held as a whole. */
import { NO_OCTETS } from './octets.ts';

export interface Content {
  readonly length: number;
  /** Octets [from, to), or fewer when they are gone meanwhile. */
  read(from: number, to: number): Uint8Array;
}

export function contentOf(octets: Uint8Array): Content {
  return { length: octets.length, read: (from, to) => octets.subarray(from, to) };
}

export const NO_CONTENT: Content = contentOf(NO_OCTETS);

/** Octets [from, to) of `content`. */
export function partOf(content: Content, from: number, to: number): Content {
  return { length: to - from, read: (first, last) => content.read(from + first, from + last) };
}
