/** The HTTP page's model: presets break just what they say, and checks are rules of the catalogue. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSuite } from '../../../../src/loader/suite.ts';
import { decodeResponse } from '../../../../src/reference/http/decode.ts';
import { respond } from '../../../../src/reference/http/index.ts';
import { CHECKS } from '../../../../src/site/try/http/checks.ts';
import { type Finding, findingsOf } from '../../../../src/site/try/http/findings.ts';
import { crlf, octetsOfText } from '../../../../src/site/try/http/octet-text.ts';
import { PRESETS } from '../../../../src/site/try/http/presets.ts';

function broken(text: string, method = 'GET'): string[] {
  const findings = findingsOf({ octets: octetsOfText(text).octets, method, isClosed: true });
  return findings.filter(({ outcome }) => outcome === 'broken').map(({ rule }) => rule);
}

test.each(PRESETS)('$title', ({ text, method, breaks }) => expect(broken(text, method)).toEqual(breaks));

test('every rule that is checked can be broken here', () => {
  const date = 'Date: Sun, 06 Nov 1994 08:49:37 GMT';
  const more = [
    crlf(['http/1.1 200 OK', date, 'Content-Length: 0', '']),
    crlf(['HTTP/1.1  200 OK', date, 'Content-Length: 0', '']),
    crlf(['HTTP/1.1 600 Odd', date, 'Content-Length: 0', '']),
    crlf(['HTTP/1.1 200 OK', ` ${date}`, 'Content-Length: 0', '']),
    crlf(['HTTP/1.1 200 OK', date, 'Last-Modified: Mon, 07 Nov 1994 08:49:37 GMT', 'Content-Length: 0', '']),
    crlf(['HTTP/1.1 200 OK', date, date, 'Content-Length: 0', '']),
    crlf(['HTTP/1.1 200 OK', date, 'Vary: a,,b', 'Content-Length: 0', '']),
    crlf(['HTTP/1.1 200 OK', date, 'Keep-Alive: timeout=5', 'Content-Length: 0', '']),
    crlf(['HTTP/1.1 200 OK', date, 'Connection: date', 'Content-Length: 0', '']),
    crlf(['HTTP/1.1 200 OK', date, 'Transfer-Encoding: chunked, chunked', '', '0', '']),
    crlf(['HTTP/1.1 200 OK', date, 'Transfer-Encoding: chunked', '', '0', 'Content-Type: a/b', '']),
    crlf(['HTTP/1.1 204 No Content', date, 'Transfer-Encoding: chunked', '']),
    `${crlf(['HTTP/1.1 205 Reset Content', date, 'Content-Length: 1', ''])}x`,
  ];
  const all = new Set([...PRESETS.flatMap(({ breaks }) => breaks), ...more.flatMap((text) => broken(text))]);
  expect(CHECKS.map(({ rule }) => rule).filter((rule) => !all.has(rule))).toEqual([]);
});

test('what is checked is in the catalogue, each once', () => {
  const known = new Set(loadSuite().rules.map(({ id }) => id));
  const rules = CHECKS.map(({ rule }) => rule);
  expect(rules.filter((id) => !known.has(id))).toEqual([]);
  expect(new Set(rules).size).toBe(rules.length);
});

test.each(['GET', 'HEAD'])('nothing that the reference answers to %s breaks anything', (method) => {
  for (const path of ['/', '/none', '/%']) {
    const request = new TextEncoder().encode(`${method} ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    const { octets } = respond(request, { now: 784_111_777_000, ended: true });
    const findings = findingsOf({ octets, method, isClosed: true });
    expect(findings.filter(({ outcome }: Finding) => outcome === 'broken')).toEqual([]);
  }
});

test('what breaks no rule is read by the reference, and so is a folded line', () => {
  for (const { text, breaks, method } of PRESETS) {
    if (method !== undefined || breaks.length > 0) continue;
    expect(decodeResponse(octetsOfText(text).octets).ok).toBe(true);
  }
});

describe('text', () => {
  test('stands for the octets that it shows', () => {
    const { octets, places } = octetsOfText('a\\r\n\\x00\u00e9');
    expect([...octets]).toEqual([0x61, 13, 10, 0, 0xc3, 0xa9]);
    expect(places).toEqual([0, 1, 3, 4, 8, 8, 9]);
  });

  test('any text is judged without an error', () => {
    const pieces = fc.constantFrom(
      'HTTP/1.1 ',
      '200 OK',
      '\\r\n',
      'Date: ',
      'Content-Length: 3',
      'Transfer-Encoding: chunked',
      '0',
      '\n',
      '\\x00',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 }))), fc.boolean(), (parts, isClosed) => {
        const { octets } = octetsOfText(parts.join(''));
        expect(findingsOf({ octets, method: 'GET', isClosed })).toHaveLength(CHECKS.length);
      }),
    );
  });
});
