/** The tester's own reading of requests: where they begin and end, what they carry, and that no octets break it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRequest } from '../../../../src/kits/http/observe-requests.ts';
import { textOf } from '../../../../src/kits/http/octet-text.ts';
import { octetsOfText } from '../../../../src/kits/http/wire-text.ts';

const GET = 'GET /page?x=1 HTTP/1.1\nHost: a.test\n\n';
const POST = 'POST /form HTTP/1.1\nHost: a.test\nContent-Length: 5\n\nfive!';
const CHUNKED = 'POST /form HTTP/1.1\nHost: a.test\nTransfer-Encoding: chunked\n\n5\nfive!\n0\n\n';

function requestIn(text: string, from = 0) {
  const read = readRequest(octetsOfText(text), from);
  if (read.kind !== 'request') throw new Error(`${read.kind} where a request should be`);
  return read.request;
}

test('the parts of a request are found', () => {
  const { method, target, version, fields, framing, start, end, complete } = requestIn(GET);
  expect({ method, target, version, framing, start, end, complete }).toEqual({
    method: 'GET',
    target: '/page?x=1',
    version: 'HTTP/1.1',
    framing: 'none',
    start: 0,
    end: octetsOfText(GET).length,
    complete: true,
  });
  expect(fields).toMatchObject([{ name: 'Host', value: 'a.test' }]);
});

test.each([
  ['a length', POST, 'length'],
  ['chunks', CHUNKED, 'chunked'],
])('content is read by %s, and is whole at its last octet', (_, text, framing) => {
  const request = requestIn(text);
  expect([request.framing, textOf(request.content), request.complete]).toEqual([framing, 'five!', true]);
  const octets = octetsOfText(text);
  for (let length = request.bodyAt; length < octets.length; length += 1) {
    const read = readRequest(octets.subarray(0, length), 0);
    expect(read.kind === 'request' && read.request.complete, String(length)).toBe(false);
  }
});

describe('what does not belong to it', () => {
  test('empty lines before are passed over, and told', () => {
    const { from, start, method } = requestIn(`\n\n${GET}`);
    expect([from, start, method]).toEqual([0, 4, 'GET']);
  });

  test('the next one begins behind it', () => {
    const first = requestIn(GET + POST);
    expect(requestIn(GET + POST, first.end).method).toBe('POST');
  });

  test('what is no request is unreadable, and says where', () => {
    const read = readRequest(octetsOfText('HELLO\n\n'), 0);
    expect(read).toMatchObject({ kind: 'unreadable', fault: { kind: 'not-a-request', at: 0, octets: 5 } });
  });

  test('a line without an end may still become one, but not for ever', () => {
    expect(readRequest(octetsOfText('GET /'), 0).kind).toBe('partial');
    expect(readRequest(new Uint8Array(70_000).fill(0x61), 0).kind).toBe('unreadable');
  });
});

test('any octets give a reading', () => {
  const piece = fc.constantFrom(
    'GET ',
    '/',
    ' HTTP/1.1',
    '\r\n',
    '\n',
    'Host: a',
    'Content-Length: ',
    '5',
    ':',
    ' ',
    '\0',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary-ascii' }))), (pieces) => {
      const octets = Uint8Array.from(pieces.join(''), (character) => character.charCodeAt(0) & 0xff);
      const read = readRequest(octets, 0);
      if (read.kind === 'request') expect(read.request.end).toBeLessThanOrEqual(octets.length);
    }),
  );
});
