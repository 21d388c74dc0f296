/** Responses to begin with: right ones, and each of the others wrong in one way. Tests hold them to what they break. */
import { CR_SIGN, crlf } from './octet-text.ts';

export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly method?: string;
  /** Rules that it breaks. */
  readonly breaks: readonly string[];
}

const DATE = 'Date: Sun, 06 Nov 1994 08:49:37 GMT';
const head = (...lines: readonly string[]): string => crlf([...lines, '']);

export const PRESETS: readonly Preset[] = [
  {
    id: 'right',
    title: 'A right one',
    text: `${head(
      'HTTP/1.1 200 OK',
      DATE,
      'Server: example',
      'Last-Modified: Sat, 05 Nov 1994 12:00:00 GMT',
      'Content-Type: text/plain',
      'Content-Length: 14',
    )}Hello, world!\n`,
    breaks: [],
  },
  {
    id: 'chunked',
    title: 'In chunks',
    text: `${head('HTTP/1.1 200 OK', DATE, 'Content-Type: text/plain', 'Transfer-Encoding: chunked')}${crlf(['7', 'Hello, ', '6', 'world!', '0', ''])}`,
    breaks: [],
  },
  {
    id: 'no-date',
    title: 'No Date',
    text: head('HTTP/1.1 404 Not Found', 'Content-Length: 0'),
    breaks: ['RFC9110-6.6.1-01'],
  },
  {
    id: 'no-space',
    title: 'No space behind the status',
    text: head('HTTP/1.1 200', DATE, 'Content-Length: 0'),
    breaks: ['RFC9112-4-01'],
  },
  {
    id: 'length',
    title: 'Content-Length too small',
    text: `${head('HTTP/1.1 200 OK', DATE, 'Content-Type: text/plain', 'Content-Length: 5')}Hello, world!`,
    breaks: ['RFC9110-8.6-10'],
  },
  {
    id: 'both',
    title: 'Length and chunks',
    text: `${head('HTTP/1.1 200 OK', DATE, 'Content-Length: 6', 'Transfer-Encoding: chunked')}${crlf(['6', 'world!', '0', ''])}`,
    breaks: ['RFC9112-6.2-01'],
  },
  {
    id: 'chunk',
    title: 'A wrong chunk size',
    text: `${head('HTTP/1.1 200 OK', DATE, 'Transfer-Encoding: chunked')}${crlf(['9', 'world!', '0', ''])}`,
    breaks: ['RFC9112-7.1-04'],
  },
  {
    id: 'folded',
    title: 'A folded line',
    text: head('HTTP/1.1 200 OK', DATE, 'Server: one', ' two', 'Content-Length: 0'),
    breaks: ['RFC9112-5.2-01'],
  },
  {
    id: 'bare-lf',
    title: 'A lone LF',
    text: `HTTP/1.1 200 OK${CR_SIGN}\n${DATE}\n${head('Content-Length: 0')}`,
    breaks: ['RFC9110-2.2-01'],
  },
  {
    id: 'bare-cr',
    title: 'A lone CR',
    text: head('HTTP/1.1 200 OK', DATE, `Server: exam${CR_SIGN}ple`, 'Content-Length: 0'),
    breaks: ['RFC9112-2.2-02'],
  },
  {
    id: 'date-form',
    title: 'A date of another form',
    text: head('HTTP/1.1 200 OK', 'Date: Sunday, 06-Nov-94 08:49:37 GMT', 'Content-Length: 0'),
    breaks: ['RFC9110-5.6.7-01'],
  },
  {
    id: 'no-content',
    title: '204 with a length',
    text: head('HTTP/1.1 204 No Content', DATE, 'Content-Length: 0'),
    breaks: ['RFC9110-8.6-03'],
  },
  {
    id: 'head',
    title: 'Content for HEAD',
    method: 'HEAD',
    text: `${head('HTTP/1.1 200 OK', DATE, 'Content-Length: 13')}Hello, world!`,
    breaks: ['RFC9110-9.3.2-01'],
  },
];
