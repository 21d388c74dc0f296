/** Phrases about a response's fields: there or not, how often, as the twin's, of which form. */
import { valuesOf } from '../observation.ts';
import { membersIn, type Phrase, valueIn } from './phrase.ts';

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
  [/^no empty members$/, ({ response }) => LISTS.every((name) => !membersIn(response, name).includes(''))],
  [/^ETag is strong$/, ({ response }) => valueIn(response, 'ETag')?.startsWith('"') === true],
  [/^twin ETag is weak$/, ({ twin }) => valueIn(twin, 'ETag')?.startsWith('W/') === true],
  [
    /^(\S+) has the form (.+)$/,
    ({ response }, name, form) => new RegExp(`^(?:${form})$`).test(valueIn(response, name!) ?? ''),
  ],
  [
    /^(\S+) is (.+)$/,
    ({ response, twin }, name, wanted) =>
      valueIn(response, name!) === wanted!.replaceAll('{length}', String(twin?.content.length)),
  ],
  [/^no (\S+)$/, ({ response }, name) => valuesOf(response, name!).length === 0],
];
