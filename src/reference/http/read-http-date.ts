/** Reads the three forms of a timestamp that a recipient has to know (RFC9110-5.6.7-02). */
import { DAYS, MONTHS } from './http-date.ts';

const MONTH = `(${MONTHS.join('|')})`;
const DAY = `(?:${DAYS.join('|')})`;
const LONG_DAY = '(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day';
const TIME = '([0-9]{2}):([0-9]{2}):([0-9]{2})';
const FIXDATE = new RegExp(`^${DAY}, ([0-9]{2}) ${MONTH} ([0-9]{4}) ${TIME} GMT$`);
const RFC850 = new RegExp(`^${LONG_DAY}, ([0-9]{2})-${MONTH}-([0-9]{2}) ${TIME} GMT$`);
const ASCTIME = new RegExp(`^${DAY} ${MONTH} ([0-9]{2}| [0-9]) ${TIME} ([0-9]{4})$`);
const FIFTY_YEARS = 50;

/** Milliseconds since 1970; undefined when `text` is no timestamp. `now` tells the century of two digits. */
export function readHttpDate(text: string, now: number): number | undefined {
  const fixdate = FIXDATE.exec(text);
  if (fixdate !== null) {
    const [, day, month, year, ...time] = fixdate;
    return timeOf(Number(year), month!, Number(day), time);
  }
  const rfc850 = RFC850.exec(text);
  if (rfc850 !== null) {
    const [, day, month, year, ...time] = rfc850;
    return timeOf(centuryOf(Number(year), now), month!, Number(day), time);
  }
  const asctime = ASCTIME.exec(text);
  if (asctime === null) return undefined;
  const [, month, day, hours, minutes, seconds, year] = asctime;
  return timeOf(Number(year), month!, Number(day), [hours!, minutes!, seconds!]);
}

/** RFC9110-5.6.7-03: what would be more than fifty years from now is long past. */
function centuryOf(year: number, now: number): number {
  const thisYear = new Date(now).getUTCFullYear();
  const full = thisYear - (thisYear % 100) + year;
  return full > thisYear + FIFTY_YEARS ? full - 100 : full;
}

/** A second 60 is a leap second. */
function timeOf(year: number, month: string, day: number, time: readonly string[]): number | undefined {
  const [hours = 0, minutes = 0, seconds = 0] = time.map(Number);
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, MONTHS.indexOf(month as (typeof MONTHS)[number]), day);
  if (date.getUTCDate() !== day) return undefined;
  return date.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
