/** Writes Content-Range (RFC 9110 section 14.4). */
import type { Range } from './ranges.ts';

/** RFC9110-14.4-02: the last octet is named by its own number, and behind the slash is the length of the whole. */
export function contentRange({ from, to }: Range, length: number): string {
  return `bytes ${from}-${to - 1}/${length}`;
}
