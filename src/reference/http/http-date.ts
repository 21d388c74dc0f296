/** Writes IMF-fixdate, the only form of a timestamp that a sender may write (RFC 9110 section 5.6.7). */

export const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

let last = { second: Number.NaN, text: '' };

/** @param time milliseconds since 1970, in the years 0 to 9999. */
export function fixdate(time: number): string {
  const second = Math.floor(time / 1000);
  // The same one is written again and again.
  if (second !== last.second) last = { second, text: written(time) };
  return last.text;
}

function written(time: number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]} ${String(date.getUTCFullYear()).padStart(4, '0')}`;
  const timeOfDay = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${DAYS[date.getUTCDay()]}, ${day} ${timeOfDay} GMT`;
}
