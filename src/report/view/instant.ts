/** Times of octets in words. They are intervals: virtual time gives both ends alike. */

/** `at 1.204 ms`, `between 1.2 and 1.31 ms`; `interval` is [earliest, latest] in microseconds. */
export function instantInWords(interval: readonly number[]): string {
  const [earliest = 0, latest = earliest] = interval;
  if (earliest === latest) return `at ${span(earliest)}`;
  return `between ${span(earliest)} and ${span(latest)}`;
}

/** Microseconds in the unit that suits them. */
export function span(microseconds: number): string {
  const size = Math.abs(microseconds);
  if (size < 1000) return `${microseconds} us`;
  if (size < 1_000_000) return `${Number((microseconds / 1000).toFixed(3))} ms`;
  return `${Number((microseconds / 1_000_000).toFixed(3))} s`;
}
