/** More wire mutants of HTTP: servers that answer certain requests in a wrong way, which no single line of ours makes them do. */
import type { WireMutant } from '../mutant.ts';
import { onAnswer } from './answer-wrap.ts';

const GZIP = /^Accept-Encoding: gzip\r$/m;
const SWITCHING = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: assay/1\r\nConnection: Upgrade\r\n\r\n';
/** The boundary between two responses on a connection. */
const NEXT = /(?=HTTP\/1\.1 [2-5][0-9]{2} )/;

/** Changes answers to what is asked so, and no others. */
function when(asked: RegExp, change: (answered: string, asked: string) => string): WireMutant['wrap'] {
  return onAnswer((answered, request) => (asked.test(request) ? change(answered, request) : answered));
}

function page(content: string): string {
  return `HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nContent-Length: ${content.length}\r\n\r\n${content}`;
}

export const httpAnswerMutants: readonly WireMutant[] = [
  {
    id: 'chosen-by-coding-without-a-word',
    rule: 'RFC9110-12.5.5-01',
    about: 'sends other content to who takes gzip, and does not say what it chose by',
    wrap: when(GZIP, (answered) => answered.replace('Hello', 'Hallo')),
  },
  {
    id: 'gzip-that-is-none',
    rule: 'RFC9110-8.4-01',
    about: 'says gzip of content that is as it was',
    wrap: when(GZIP, (answered) => answered.replace('Server:', 'Content-Encoding: gzip\r\nServer:')),
  },
  {
    id: 'head-without-tag',
    rule: 'RFC9110-8.8.3-02',
    about: 'keeps the entity tag from HEAD',
    wrap: when(/^HEAD /, (answered) => answered.replace(/^ETag: .*?\r\n/m, '')),
  },
  {
    id: 'head-without-type',
    rule: 'RFC9110-9.3.2-02',
    about: 'keeps the type of the content from HEAD',
    wrap: when(/^HEAD /, (answered) => answered.replace(/^Content-Type: .*?\r\n/m, '')),
  },
  {
    id: 'part-of-a-post',
    rule: 'RFC9110-9.3.3-02',
    about: 'calls its answer to POST a part where a range stands in it',
    wrap: when(/^POST .*^Range: /ms, (answered) => answered.replace(' 200 OK', ' 206 Partial Content')),
  },
  {
    id: 'trace-tells-all',
    rule: 'RFC9110-9.3.8-01',
    about: 'sends back what it was sent, secrets included',
    wrap: when(/^TRACE .*^Cookie: /ms, (_, asked) => page(asked)),
  },
  {
    id: 'switches-to-anything',
    rule: 'RFC9110-7.8-02',
    about: 'agrees to every upgrade',
    wrap: when(/^GET .* HTTP\/1\.1\r\n.*^Upgrade: /ms, (answered) => SWITCHING + answered),
  },
  {
    id: 'switches-with-old-clients',
    rule: 'RFC9110-7.8-03',
    about: 'agrees to an upgrade in HTTP/1.0',
    wrap: when(/^GET .* HTTP\/1\.0\r\n.*^Upgrade: /ms, (answered) => SWITCHING + answered),
  },
  {
    id: 'downgraded-for-an-agent',
    rule: 'RFC9112-2.3-03',
    about: 'answers whoever names his program in HTTP/1.0',
    wrap: when(/^User-Agent: /m, (answered) => answered.replaceAll('HTTP/1.1 ', 'HTTP/1.0 ')),
  },
  {
    id: 'no-content-in-chunks',
    rule: 'RFC9112-6.1-05',
    about: 'says chunked of no content',
    wrap: when(/^ASSAY /, (answered) =>
      answered.replace(/^HTTP.*?\r\n/, 'HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n'),
    ),
  },
  {
    id: 'not-modified-with-content',
    rule: 'RFC9110-15.4.5-03',
    about: 'sends a word behind a 304',
    wrap: onAnswer((answered) => answered.replace(/(HTTP\/1\.1 304 .*?\r\n\r\n)/s, '$1Not modified.\n')),
  },
  {
    id: 'lengths-left-out',
    rule: 'RFC9112-6.3-14',
    about: 'leaves it to the close to end what it sends',
    wrap: onAnswer((answered) => answered.replaceAll(/Content-Length: [0-9]+\r\n/g, '')),
  },
  {
    id: 'second-answer-first',
    rule: 'RFC9112-9.3.2-01',
    about: 'answers the second of several requests first',
    wrap: onAnswer((answered) => {
      const [first, second, ...others] = answered.split(NEXT);
      return others.length === 0 ? answered : [second, first, ...others].join('');
    }),
  },
  {
    id: 'answers-after-its-close',
    rule: 'RFC9112-9.6-05',
    about: 'says close to what is no request, and answers the next one all the same',
    wrap: when(/^this is no request\r\n\r\n./s, (answered) => answered + page('')),
  },
];
