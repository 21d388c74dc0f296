import { expect, test } from 'vitest';
import { readFixdate } from '../../../../src/kits/http/http-date.ts';

test.each([
  ['Sun, 06 Nov 1994 08:49:37 GMT', Date.UTC(1994, 10, 6, 8, 49, 37)],
  ['Thu, 29 Feb 2024 23:59:59 GMT', Date.UTC(2024, 1, 29, 23, 59, 59)],
  ['Sat, 31 Dec 2016 23:59:60 GMT', Date.UTC(2017, 0, 1)],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
])('%s', (text, time) => {
  expect(readFixdate(text)).toEqual({ ok: true, time });
});

test.each([
  ['the obsolete form of RFC 850', 'Sunday, 06-Nov-94 08:49:37 GMT'],
  ['the obsolete form of asctime', 'Sun Nov  6 08:49:37 1994'],
  ['another zone', 'Sun, 06 Nov 1994 08:49:37 UTC'],
  ['an offset', 'Sun, 06 Nov 1994 08:49:37 +0000'],
  ['one digit for the day', 'Sun, 6 Nov 1994 08:49:37 GMT'],
  ['two spaces', 'Sun, 06 Nov 1994  08:49:37 GMT'],
  ['small letters', 'sun, 06 nov 1994 08:49:37 gmt'],
  ['another day of the week', 'Mon, 06 Nov 1994 08:49:37 GMT'],
  ['a month that is none', 'Sun, 06 Nvo 1994 08:49:37 GMT'],
  ['a day that the month does not have', 'Wed, 30 Feb 2022 00:00:00 GMT'],
  ['an hour that the day does not have', 'Sun, 06 Nov 1994 24:00:00 GMT'],
  ['nothing', ''],
])('refuses %s', (_, text) => {
  expect(readFixdate(text).ok).toBe(false);
});
