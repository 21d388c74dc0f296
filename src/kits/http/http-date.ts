/**
 * IMF-fixdate, the one form in which a sender writes a timestamp (RFC 9110 section 5.6.7). The day of the week is that
 * of the date, as RFC 5322 section 3.3 has it.
 */

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const FORM = /^([A-Z][a-z]{2}), ([0-9]{2}) ([A-Z][a-z]{2}) ([0-9]{4}) ([0-9]{2}):([0-9]{2}):([0-9]{2}) GMT$/;

export type DateRead =
  | { readonly ok: true /** Milliseconds since 1970. */; readonly time: number }
  | { readonly ok: false; readonly expected: string };

export function readFixdate(text: string): DateRead {
  const [, dayName = '', day = '', month = '', year = '', hour = '', minute = '', second = ''] = FORM.exec(text) ?? [];
  if (dayName === '') return wrong('the form "Sun, 06 Nov 1994 08:49:37 GMT"');
  const monthIndex = MONTHS.indexOf(month);
  if (monthIndex < 0) return wrong('a month from Jan to Dec');
  // Years below 100 would be taken for 1900 and later.
  const date = new Date(0);
  date.setUTCFullYear(Number(year), monthIndex, Number(day));
  if (date.getUTCMonth() !== monthIndex || date.getUTCDate() !== Number(day)) return wrong('a day of that month');
  if (DAYS[date.getUTCDay()] !== dayName) return wrong(`${DAYS[date.getUTCDay()]}, the day of that date`);
  // Second 60 is a leap second.
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return wrong('a time of day');
  date.setUTCHours(Number(hour), Number(minute), Number(second));
  return { ok: true, time: date.getTime() };
}

/** The two forms that are no longer written and still read: that of RFC 850, and that of C's asctime. */
export type OlderForm = 'rfc850' | 'asctime';

const LONG_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** @throws RangeError for what is no IMF-fixdate */
export function olderForm(form: OlderForm, fixdate: string): string {
  const [, dayName = '', day = '', month = '', year = '', hour, minute, second] = FORM.exec(fixdate) ?? [];
  if (dayName === '') throw new RangeError(`${fixdate} is no IMF-fixdate`);
  const time = `${hour}:${minute}:${second}`;
  if (form === 'asctime') return `${dayName} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
  return `${LONG_DAYS[DAYS.indexOf(dayName)]}, ${day}-${month}-${year.slice(-2)} ${time} GMT`;
}

function wrong(expected: string): DateRead {
  return { ok: false, expected };
}
