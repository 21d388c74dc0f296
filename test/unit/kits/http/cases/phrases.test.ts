/** Phrases about a response, each held to one that fits and one that does not. */
import { expect, test } from 'vitest';
import { readCheck } from '../../../../../src/kits/http/cases/checks.ts';
import type { Conversation } from '../../../../../src/kits/http/conversation.ts';
import { observeResponses } from '../../../../../src/kits/http/observe-responses.ts';
import { octets } from '../octets.ts';

const TWIN = 'HTTP/1.1 200 OK\r\nETag: "a"\r\nContent-Length: 10\r\n\r\n0123456789';

function seen(text: string): Conversation {
  const all = octets(text);
  return {
    octets: all,
    end: 'closed',
    finished: false,
    observation: observeResponses(all, ['GET'], true),
    received: 0,
  };
}

const ok = (fields: string, content = '', status = '200 OK'): string =>
  `HTTP/1.1 ${status}\r\n${fields}Content-Length: ${content.length}\r\n\r\n${content}`;
const chunks = (fields: string, body: string): string =>
  `HTTP/1.1 200 OK\r\n${fields}Transfer-Encoding: chunked\r\n\r\n${body}`;
const parts = (...ranges: readonly string[]): string =>
  `${ranges.map((range) => `--x\r\nContent-Range: ${range}\r\n\r\n${'0123456789'.slice(Number(range[6]), Number(range[8]) + 1)}\r\n`).join('')}--x--\r\n`;
const MULTI = 'Content-Type: multipart/byteranges; boundary=x\r\n';

test.each<[string, fits: string, not: string]>([
  ['no content', ok(''), ok('', 'a')],
  ['some content', ok('', 'a'), ok('')],
  ['whole', ok('', 'a'), 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\na'],
  ['content of at least 2 octets', ok('', 'ab'), ok('', 'a')],
  ['content of at most 2 octets', ok('', 'ab'), ok('', 'abc')],
  ['content as the twin', ok('', '0123456789'), ok('', '012345678')],
  [
    'content is the part of octets 2 to 4 of the twin that Content-Range tells',
    ok('Content-Range: bytes 2-4/10\r\n', '234'),
    ok('Content-Range: bytes 2-5/10\r\n', '2345'),
  ],
  [
    'content is the part of octets 2 to 4 of the twin that Content-Range tells',
    ok('Content-Range: bytes 3-3/*\r\n', '3'),
    ok('Content-Range: bytes 3-3/10\r\n', '4'),
  ],
  [
    'content is the part of the last 2 octets of the twin that Content-Range tells',
    ok('Content-Range: bytes 8-9/10\r\n', '89'),
    ok('Content-Range: bytes 8-9/11\r\n', '89'),
  ],
  ['content lacks "x"', ok('', 'y'), ok('', 'axb')],
  ['content begins as gzip does', ok('', '\x1f\x8bz'), ok('', 'z')],
  ['framing length', ok('', 'a'), 'HTTP/1.1 200 OK\r\n\r\na'],
  ['not multipart', ok('Content-Type: text/plain\r\n'), ok(MULTI)],
  [
    'multipart by ranges',
    ok(MULTI, parts('bytes 0-1/10', 'bytes 4-5/10')),
    ok(MULTI, parts('bytes 0-1/10').replace('01', '10')),
  ],
  [
    'parts begin at 4, 0',
    ok(MULTI, parts('bytes 4-5/10', 'bytes 0-1/10')),
    ok(MULTI, parts('bytes 0-1/10', 'bytes 4-5/10')),
  ],
  ['version HTTP/1.1', ok(''), ok('').replace('1.1', '1.0')],
  ['interim 100', `HTTP/1.1 100 Continue\r\n\r\n${ok('')}`, ok('')],
  ['no interim', ok(''), `HTTP/1.1 100 Continue\r\n\r\n${ok('')}`],
  ['no interim 101', `HTTP/1.1 100 Continue\r\n\r\n${ok('')}`, `HTTP/1.1 101 Other\r\n\r\n${ok('')}`],
  ['status is one of 100 to 599', ok(''), ok('', '', '600 Odd')],
  ['status is none of 400 to 499', ok(''), ok('', '', '404 No')],
  ['status is none of 301, 302', ok(''), ok('', '', '302 Found')],
  ['nothing left over', ok('', 'a'), `${ok('', 'a')}b`],
  ['no bare CR', ok('A: b\r\n'), ok('A: b\rc\r\n')],
  ['no line folding', ok('A: b\r\n'), ok('A: b\r\n c\r\n')],
  ['no blank before the first field', ok('A: b\r\n c\r\n'), ok(' A: b\r\n')],
  ['field lines by the grammar', ok('A: b\r\n'), ok('A : b\r\n')],
  ['no Content-Length beside Transfer-Encoding', chunks('', '0\r\n\r\n'), chunks('Content-Length: 0\r\n', '0\r\n\r\n')],
  ['chunks by the grammar', chunks('', '1\r\na\r\n0\r\n\r\n'), chunks('', '1\r\na0\r\n\r\n')],
  ['trailer fields allowed', chunks('', '0\r\nX: y\r\n\r\n'), chunks('', '0\r\nContent-Length: 0\r\n\r\n')],
  ['has Allow', ok('allow: GET\r\n'), ok('')],
  ['no ETag', ok(''), ok('ETag: "a"\r\n')],
  ['at most one Date', ok('Date: a\r\n'), ok('Date: a\r\nDate: a\r\n')],
  ['ETag as the twin', ok('ETag: "a"\r\n'), ok('')],
  ['ETag as the twin, if there', ok(''), ok('ETag: "b"\r\n')],
  ['ETag as the twin, if it has one', ok('ETag: "a"\r\n'), ok('')],
  ["Content-Length of the twin's content, if there", ok('', '0123456789'), ok('', 'a')],
  ['ETag if the twin has it', ok('ETag: "b"\r\n'), ok('')],
  ['Connection names close', ok('Connection: a, Close\r\n'), ok('Connection: closed\r\n')],
  ['Connection does not name close', ok('Connection: closed\r\n'), ok('Connection: close\r\n')],
  ['A does not repeat b', ok('A: b, c\r\n'), ok('A: b\r\nA: b\r\n')],
  ['Upgrade is named in Connection', ok('Upgrade: a\r\nConnection: upgrade\r\n'), ok('Upgrade: a\r\n')],
  ['no empty members', ok('Allow: GET, HEAD\r\n'), ok('Allow: GET,\r\n')],
  ['no empty members', ok('Allow:\r\nVia: 1.1 a (b, , c)\r\n'), ok('Allow: GET, , HEAD\r\n')],
  ['ETag is strong', ok('ETag: "a"\r\n'), ok('ETag: W/"a"\r\n')],
  ['A has the form [0-9]+', ok('A: 12\r\n'), ok('A: 12b\r\n')],
  ['A has another form than [0-9]+', ok('A: 12b\r\n'), ok('')],
  [
    'A is later than Sun, 06 Nov 1994 08:49:37 GMT',
    ok('A: Sun, 06 Nov 1994 08:49:38 GMT\r\n'),
    ok('A: Sun, 06 Nov 1994 08:49:37 GMT\r\n'),
  ],
  ['A is bytes */{length}', ok('A: bytes */10\r\n'), ok('A: bytes */11\r\n')],
])('%s', (phrase, fits, not) => {
  const twin = seen(TWIN).observation.responses[0];
  expect(readCheck(phrase).holds(seen(fits), twin)).toBe(true);
  expect(readCheck(phrase).holds(seen(not), twin)).toBe(false);
});

test('a number in brackets names another response', () => {
  const text = ok('A: b\r\n') + ok('');
  const both: Conversation = { ...seen(text), observation: observeResponses(octets(text), ['GET', 'GET'], true) };
  expect(readCheck('[2] has A').holds(both, undefined)).toBe(false);
  expect(readCheck('[1] has A').holds(both, undefined)).toBe(true);
  expect(readCheck('[3] no A').holds(both, undefined)).toBe(false);
});
