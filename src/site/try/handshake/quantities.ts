/** Times and amounts as the playground writes them. */

/** `50 ms`, `1.2 s`, `4 min`; of microseconds. */
export function seconds(microseconds: number): string {
  if (microseconds < 1_000_000) return `${Number((microseconds / 1000).toFixed(1))} ms`;
  if (microseconds < 120_000_000) return `${Number((microseconds / 1_000_000).toFixed(2))} s`;
  return `${Number((microseconds / 60_000_000).toFixed(1))} min`;
}

/** `14 600`, with a thin space, as numbers stand in a text. */
export function amount(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u2009');
}
