import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeHttp } from '../../src/kits/http/describe.ts';
import { readFixdate } from '../../src/kits/http/http-date.ts';
import { observeResponses } from '../../src/kits/http/observe-responses.ts';
import { readFixtures } from '../../src/loader/sources.ts';
import { fixdate } from '../../src/reference/http/http-date.ts';
import { defaultResources, OriginConnection, respond, Site } from '../../src/reference/http/index.ts';

const NOW = Date.UTC(2026, 0, 1);
const octetsOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

function takeAll(connection: OriginConnection, now: number): Uint8Array {
  const taken: Uint8Array[] = [];
  for (let piece = connection.take(100, now); piece.length > 0; piece = connection.take(100, now)) taken.push(piece);
  return Buffer.concat(taken);
}

/** Pieces of requests, good and bad, in any order. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      'GET / HTTP/1.1\r\n',
      'HEAD /hello.txt HTTP/1.1\r\n',
      'POST /empty.txt HTTP/1.1\r\n',
      'GET /none HTTP/1.0\r\n',
      'Host: a\r\n',
      'Connection: close\r\n',
      'Content-Length: 3\r\n',
      'Transfer-Encoding: chunked\r\n',
      '\r\n',
      '\n',
      'abc',
      '3\r\nabc\r\n',
      '0\r\n\r\n',
      'nonsense\r\n',
      ' folded\r\n',
      'A: b\rc\r\n',
    ),
    fc.uint8Array({ maxLength: 8 }).map((octets) => Buffer.from(octets).toString('latin1')),
  ),
  { maxLength: 24 },
);

test('the origin answers alike, wherever its octets are split', () => {
  fc.assert(
    fc.property(pieces, fc.array(fc.nat(), { maxLength: 8 }), (parts, cuts) => {
      const whole = octetsOf(parts.join(''));
      const at = [...new Set(cuts.map((cut) => cut % (whole.length + 1)))].sort((one, other) => one - other);
      const connection = new OriginConnection(new Site(), NOW);
      const answers = [...at, whole.length].map((end, index) => {
        connection.receive(whole.subarray(index === 0 ? 0 : at[index - 1]!, end), NOW);
        return takeAll(connection, NOW);
      });
      const once = respond(whole, { now: NOW });
      expect(Buffer.concat(answers).equals(Buffer.from(once.octets))).toBe(true);
      expect(connection.phase !== 'open').toBe(once.closed);
    }),
    { numRuns: 2000 },
  );
});

test('what the origin answers is read without a fault', () => {
  const request = fc.tuple(
    fc.constantFrom('GET', 'HEAD', 'POST', 'ASSAY'),
    fc.constantFrom(...defaultResources.keys(), '/none'),
    fc.constantFrom('Host: a\r\n', ''),
  );
  fc.assert(
    fc.property(fc.array(request, { minLength: 1, maxLength: 5 }), (requests) => {
      const text = requests.map(([method, path, host]) => `${method} ${path} HTTP/1.1\r\n${host}\r\n`).join('');
      const { octets } = respond(octetsOf(text), { now: NOW });
      const { responses, faults } = observeResponses(
        octets,
        requests.map(([method]) => method),
        true,
      );
      expect(faults).toEqual([]);
      expect(responses).toHaveLength(requests.length);
      expect(responses.every(({ complete }) => complete)).toBe(true);
    }),
  );
});

const golden = readFixtures(['http']).map(({ octets }) =>
  Uint8Array.from(Buffer.from(octets.replaceAll(' ', ''), 'hex')),
);

/** A golden message with some octets overwritten, cut off, or followed by others. */
const spoiled = fc
  .tuple(
    fc.constantFrom(...golden),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
    fc.nat(),
    fc.uint8Array({ maxLength: 6 }),
  )
  .map(([message, changes, cut, more]) => {
    const copy = Uint8Array.from(message);
    for (const [at, octet] of changes) copy[at % copy.length] = octet;
    return Uint8Array.from([...copy.subarray(0, copy.length - (cut % 20)), ...more]);
  });

test.each([
  ['golden octets, spoiled', spoiled],
  ['any octets', fc.uint8Array({ maxLength: 64 })],
])('%s give an observation whose every place is among them', (_, arbitrary) => {
  const methods = fc.array(fc.constantFrom('GET', 'HEAD'), { maxLength: 3 });
  fc.assert(
    fc.property(arbitrary, methods, fc.boolean(), (octets, asked, ended) => {
      const { responses, faults, unreadable } = observeResponses(octets, asked, ended);
      expect(responses.length).toBeLessThanOrEqual(asked.length);
      for (const { start, bodyAt, end } of responses) {
        expect(start < bodyAt && bodyAt <= end && end <= octets.length).toBe(true);
      }
      for (const fault of faults) {
        expect(fault.at >= 0 && fault.octets >= 0 && fault.at + fault.octets <= octets.length).toBe(true);
      }
      if (unreadable) expect(faults).toContain(unreadable);
      if (octets.length > 0) expect(describeHttp('http/response', octets)).toEqual(expect.any(String));
    }),
    { numRuns: 3000 },
  );
});

test('the time that one side writes is the time that the other reads', () => {
  const latest = Date.UTC(9999, 11, 31);
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1, 0, 1), max: latest }), (time) => {
      expect(readFixdate(fixdate(time))).toEqual({ ok: true, time: Math.floor(time / 1000) * 1000 });
    }),
  );
});
