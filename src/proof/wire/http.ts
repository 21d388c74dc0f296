/** Wire mutants of HTTP: the octets of responses, rewritten on their way. */
import type { WireMutant } from '../mutant.ts';
import { onAnswer } from './answer-wrap.ts';
import { httpAnswerMutants } from './http-answers.ts';

/** A minute, in milliseconds. */
const MINUTE = 60_000;
const DATE = /^Date: (.*?)\r$/m;
const LAST_MODIFIED = /^Last-Modified: .*?\r$/m;

/** `Thu Jan  1 00:00:00 2026`, the form of C's asctime, that recipients still know (RFC 9110 section 5.6.7). */
function asctime(fixdate: string): string {
  const [, dayName, day = '', month, year, time] = /^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/.exec(fixdate) ?? [];
  return `${dayName} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
}

export const httpWireMutants: readonly WireMutant[] = [
  {
    id: 'date-in-asctime-form',
    rule: 'RFC9110-5.6.7-01',
    about: 'writes Date as asctime does',
    wrap: onAnswer((answered) => answered.replace(DATE, (_, date: string) => `Date: ${asctime(date)}\r`)),
  },
  {
    id: 'change-told-by-a-fast-clock',
    rule: 'RFC9110-8.8.2.1-02',
    about: 'says that everything was changed a minute after the response was made',
    wrap: onAnswer((answered) => {
      const soon = new Date(Date.parse(DATE.exec(answered)?.[1] ?? '') + MINUTE);
      return answered.replace(LAST_MODIFIED, () => `Last-Modified: ${soon.toUTCString()}\r`);
    }),
  },
  {
    id: 'status-line-ends-in-lf',
    rule: 'RFC9112-4-02',
    about: 'ends the status line with a lone LF',
    wrap: onAnswer((answered) => answered.replace('\r\n', '\n')),
  },
  {
    id: 'reason-phrase-with-escape',
    rule: 'RFC9112-4-02',
    about: 'paints the reason phrase for a terminal',
    wrap: onAnswer((answered) => answered.replace(/^(HTTP\/1\.1 \d{3} )(.*?)\r/, '$1\x1b[31m$2\x1b[0m\r')),
  },
  {
    id: 'version-in-lower-case',
    rule: 'RFC9112-2.3-04',
    about: 'writes the name of the protocol in lower case',
    wrap: onAnswer((answered) => answered.replaceAll('HTTP/1.1 ', 'http/1.1 ')),
  },
  {
    id: 'media-type-without-subtype',
    rule: 'RFC9110-8.3-01',
    about: 'names a type and no subtype',
    wrap: onAnswer((answered) => answered.replace(/^(Content-Type: \w+)\/.*?\r$/m, '$1\r')),
  },
  {
    id: 'empty-line-after-head',
    rule: 'RFC9110-9.3.2-01',
    about: 'sends one more empty line after the header section that answers HEAD',
    wrap: onAnswer((answered, asked) =>
      asked.startsWith('HEAD ') ? answered.replace('\r\n\r\n', '\r\n\r\n\r\n') : answered,
    ),
  },
  ...httpAnswerMutants,
];
