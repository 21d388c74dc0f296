/** Phrases about a response's fields: there or not, how often, as the twin's, of which form. */

import { readFixdate } from '../http-date.ts';
import { valuesOf } from '../observation.ts';
import { membersIn, type Phrase, type Seen, splitList, valueIn } from './phrase.ts';

/** Lists whose members are never empty when they are sent (RFC 9110 section 5.6.1). */
const LISTS = [
  'Allow',
  'Connection',
  'Vary',
  'Accept-Ranges',
  'Transfer-Encoding',
  'Content-Encoding',
  'Upgrade',
  'Via',
];

export const fieldPhrases: readonly Phrase[] = [
  [/^has (\S+)$/, ({ response }, name) => valuesOf(response, name!).length > 0],
  [/^at most one (\S+)$/, ({ response }, name) => valuesOf(response, name!).length < 2],
  [/^(\S+) as the twin$/, ({ response, twin }, name) => valueIn(response, name!) === valueIn(twin, name!)],
  [
    /^(\S+) as the twin, if there$/,
    ({ response, twin }, name) => [undefined, valueIn(twin, name!)].includes(valueIn(response, name!)),
  ],
  [
    /^(\S+) as the twin, if it has one$/,
    ({ response, twin }, name) => [undefined, valueIn(response, name!)].includes(valueIn(twin, name!)),
  ],
  [
    /^Content-Length of the twin's content, if there$/,
    ({ response, twin }) =>
      [undefined, String(twin?.content.length)].includes(
        valueIn(response, 'Content-Length')?.replace(/^0+(?=[0-9])/, ''),
      ),
  ],
  [
    /^(\S+) if the twin has it$/,
    ({ response, twin }, name) => valueIn(twin, name!) === undefined || valueIn(response, name!) !== undefined,
  ],
  [/^(\S+) names (\S+)$/, ({ response }, name, member) => membersIn(response, name!).includes(member!)],
  [/^(\S+) does not name (\S+)$/, ({ response }, name, member) => !membersIn(response, name!).includes(member!)],
  [
    /^(\S+) does not repeat (\S+)$/,
    ({ response }, name, member) => membersIn(response, name!).filter((each) => each === member).length < 2,
  ],
  [
    /^(\S+) is named in Connection$/,
    ({ response }, name) =>
      valueIn(response, name!) === undefined || membersIn(response, 'Connection').includes(name!.toLowerCase()),
  ],
  // A list may be empty as a whole: Allow is, where no method is allowed (RFC 9110 section 10.2.1).
  [
    /^no empty members$/,
    ({ response }) =>
      LISTS.every((name) =>
        valuesOf(response, name).every(({ value }) => value === '' || !splitList(value).includes('')),
      ),
  ],
  [/^ETag is strong$/, ({ response }) => valueIn(response, 'ETag')?.startsWith('"') === true],
  [/^twin ETag is weak$/, ({ twin }) => valueIn(twin, 'ETag')?.startsWith('W/') === true],
  [
    /^(\S+) has the form (.+)$/,
    (seen, name, form) => new RegExp(`^(?:${withLength(form!, seen)})$`).test(valueIn(seen.response, name!) ?? ''),
  ],
  [
    /^(\S+) has another form than (.+)$/,
    ({ response }, name, form) => {
      const value = valueIn(response, name!);
      return value !== undefined && !new RegExp(`^(?:${form})$`).test(value);
    },
  ],
  [/^(\S+) is later than (.+)$/, ({ response }, name, date) => timeOf(valueIn(response, name!)) > timeOf(date)],
  [/^(\S+) is (.+)$/, (seen, name, wanted) => valueIn(seen.response, name!) === withLength(wanted!, seen)],
  [/^no (\S+)$/, ({ response }, name) => valuesOf(response, name!).length === 0],
];

/** The twin is looked at only where its length is asked for. */
function withLength(form: string, { twin }: Seen): string {
  return form.replaceAll('{length}', () => String(twin?.content.length));
}

/** Milliseconds since 1970; of what is no date, a number that compares with none. */
function timeOf(date: string | undefined): number {
  const read = readFixdate(date ?? '');
  return read.ok ? read.time : Number.NaN;
}
