import { describe, expect, test } from 'vitest';
import { validators } from '../../../../src/generated/validators.js';
import { observeResponses } from '../../../../src/kits/http/observe-responses.ts';
import { readFixtures } from '../../../../src/loader/sources.ts';
import { asDocument, octets } from './octets.ts';

const fixtures = readFixtures(['http']).filter(({ layer }) => layer === 'http/response');
const OK = 'HTTP/1.1 200 OK\r\n';

function octetsOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

describe.each(fixtures.filter(({ value }) => value))('$name', ({ octets: hex, value }) => {
  const whole = octetsOf(hex);

  test('is read as its value, without a fault', () => {
    const { responses, faults } = observeResponses(whole, ['GET'], true);
    expect(faults).toEqual([]);
    expect(responses.map(asDocument)).toEqual([value]);
    expect(validators['http/response'](value)).toBe(true);
  });

  test('is whole at its last octet and not before', () => {
    const complete = (length: number): boolean =>
      observeResponses(whole.subarray(0, length), ['GET'], false).responses[0]?.complete === true;
    const lengths = [...whole.keys(), whole.length].filter(complete);
    expect(lengths).toEqual(value?.framing === 'close' ? [] : [whole.length]);
  });
});

test.each(fixtures.filter(({ fault }) => fault))('$name is read with its fault first', ({ octets: hex, fault }) => {
  const [first] = observeResponses(octetsOf(hex), ['GET'], true).faults;
  expect({ kind: first?.kind, field: first?.field }).toEqual(fault);
});

describe('a fault is located by octet', () => {
  test.each([
    ['the missing space', 'HTTP/1.1 404\r\nA: b\r\n\r\n', { kind: 'space-missing', at: 12, octets: 0 }],
    ['letters in its place', 'HTTP/1.1 404Not Found\r\n\r\n', { kind: 'space-missing', at: 12, octets: 1 }],
    ['a tab in its place', 'HTTP/1.1 404\tNot Found\r\n\r\n', { kind: 'separator', at: 12, octets: 1 }],
    ['two digits', 'HTTP/1.1 40 x\r\n\r\n', { kind: 'status-form', at: 9, octets: 2 }],
    ['a bare CR in the phrase', 'HTTP/1.1 200 O\rK\r\n\r\n', { kind: 'bare-cr', at: 14, octets: 1 }],
    ['a line without a colon', `${OK}abc\r\n\r\n`, { kind: 'no-colon', at: 17, octets: 3 }],
    ['a blank before the colon', `${OK}Age : 1\r\n\r\n`, { kind: 'name-form', at: 17, octets: 5 }],
    ['a folded line', `${OK}A: b\r\n c\r\n\r\n`, { kind: 'line-folding', at: 23, octets: 1 }],
    ['a NUL in a value', `${OK}A: b\0c\r\n\r\n`, { kind: 'value-form', at: 21, octets: 1 }],
    ['a lone LF after a field', `${OK}A: b\n\r\n`, { kind: 'line-end', at: 21, octets: 1 }],
    ['two lengths', `${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\na`, { kind: 'length-form', at: 52, octets: 1 }],
    ['a section without end', `${OK}A: b\r\n`, { kind: 'truncated', at: 23, octets: 0 }],
    ['octets that are no response', 'nonsense', { kind: 'not-a-response', at: 0, octets: 8 }],
    ['octets behind the last response', 'HTTP/1.1 204 No\r\n\r\nmore', { kind: 'left-over', at: 19, octets: 4 }],
    [
      'a chunk longer than its size',
      `${OK}Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n`,
      { kind: 'chunk-form', at: 52, octets: 2 },
    ],
  ])('%s', (_, message, fault) => {
    expect(observeResponses(octets(message), ['GET'], true).faults[0]).toMatchObject(fault);
  });
});

describe('the method decides how a response is read', () => {
  const head = `${OK}Content-Length: 5\r\n\r\n`;

  test('after HEAD a length promises nothing, and what follows is the next response', () => {
    const { responses, faults } = observeResponses(octets(`${head}${head}hello`), ['HEAD', 'GET'], true);
    expect(responses.map(({ framing, content }) => [framing, content.length])).toEqual([
      ['none', 0],
      ['length', 5],
    ]);
    expect(faults).toEqual([]);
  });

  test('content after HEAD is no status line', () => {
    const { responses, unreadable } = observeResponses(octets(`${head}hello${head}hello`), ['HEAD', 'GET'], true);
    expect(responses).toHaveLength(1);
    expect(unreadable).toMatchObject({ kind: 'not-a-response', at: head.length });
  });
});

test('without a close nobody knows that a response without length is whole', () => {
  const message = octets(`${OK}\r\nsome`);
  expect(observeResponses(message, ['GET'], false).responses[0]).toMatchObject({ framing: 'close', complete: false });
  expect(observeResponses(message, ['GET'], true).responses[0]).toMatchObject({ framing: 'close', complete: true });
});

test('fewer responses than requests are no fault of those that came', () => {
  const { responses, faults } = observeResponses(octets('HTTP/1.1 204 No\r\n\r\n'), ['GET', 'GET'], true);
  expect(responses).toHaveLength(1);
  expect(faults).toEqual([]);
});
