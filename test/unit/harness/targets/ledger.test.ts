import { describe, expect, test } from 'vitest';
import { METHOD_NOT_FOUND, PortError } from '../../../../src/contract/port.ts';
import { Ledger } from '../../../../src/harness/targets/ledger.ts';

/** A ledger with `count` requests under way, and how each of them ends. */
function ledgerOf(count: number) {
  const ledger = new Ledger();
  const ends: unknown[] = Array.from({ length: count }, () => 'waits');
  for (let index = 0; index < count; index += 1) {
    ledger.open({
      method: 'codec/decode',
      resolve: (result) => {
        ends[index] = result;
      },
      reject: (cause) => {
        ends[index] = cause ?? 'over';
      },
    });
  }
  return { ledger, ends };
}

function answer(id: unknown, rest: object = { result: id }): string {
  return JSON.stringify({ jsonrpc: '2.0', id, ...rest });
}

describe('answers', () => {
  test('in any order, delivered together', () => {
    const { ledger, ends } = ledgerOf(3);
    expect(ledger.oldestId).toBe(1);
    expect(ledger.take(answer(3))).toBeUndefined();
    expect(ledger.take(answer(1))).toBeUndefined();
    expect(ends).toEqual(['waits', 'waits', 'waits']);
    ledger.deliver();
    expect(ends).toEqual([1, 'waits', 3]);
    expect(ledger.oldestId).toBe(2);
    expect(ledger.size).toBe(1);
  });

  test('an error is a PortError', () => {
    const { ledger, ends } = ledgerOf(1);
    ledger.take(answer(1, { error: { code: METHOD_NOT_FOUND, message: 'no such method', data: 1 } }));
    ledger.deliver();
    expect(ends[0]).toBeInstanceOf(PortError);
    expect(ends[0]).toMatchObject({ code: METHOD_NOT_FOUND, message: 'no such method' });
  });

  test('null is a result', () => {
    const { ledger, ends } = ledgerOf(1);
    expect(ledger.take(answer(1, { result: null }))).toBeUndefined();
    ledger.deliver();
    expect(ends).toEqual([null]);
  });

  test('what is never answered ends with the connection', () => {
    const { ledger, ends } = ledgerOf(2);
    ledger.take(answer(1));
    ledger.deliver();
    ledger.rejectAll();
    expect(ends).toEqual([1, 'over']);
    expect(ledger.oldest).toBeUndefined();
  });
});

describe('breaches', () => {
  test.each([
    ['', 'wrote an empty line'],
    ['Hello', 'wrote a line that is not JSON: Hello'],
    ['\u001b[31mhot', 'wrote a line that is not JSON: \\u001b[31mhot'],
    ['x'.repeat(99), `wrote a line that is not JSON: ${'x'.repeat(77)}...`],
    ['[]', 'wrote JSON that is not an object: []'],
    ['null', 'wrote JSON that is not an object: null'],
    ['{"id":1,"result":0}', 'without "jsonrpc": "2.0"'],
    ['{"jsonrpc":"1.0","id":1,"result":0}', 'without "jsonrpc": "2.0"'],
    ['{"jsonrpc":"2.0","result":0}', 'without an id'],
    ['{"jsonrpc":"2.0","method":"log","params":{}}', 'that asks instead of answering'],
    [answer('1'), 'whose id is not the number that was sent'],
    [answer(1.5), 'whose id is not the number that was sent'],
    [answer(null, { result: 1 }), 'whose id is null'],
    [answer(1, {}), 'that has not just one of result and error'],
    [answer(1, { result: 1, error: null }), 'that has not just one of result and error'],
    [answer(1, { result: 1, took: 5 }), 'with the unknown member "took"'],
    [answer(1, { error: 'no' }), 'whose error is not a code and a message'],
    [answer(1, { error: null }), 'whose error is not a code and a message'],
    [answer(1, { error: { code: 1.5, message: '' } }), 'whose error is not a code and a message'],
    [
      answer(null, { error: { code: -32700, message: 'parse error' } }),
      'answered no request in particular with error -32700: parse error',
    ],
    [answer(0), 'answered a request that was never made: id 0'],
    [answer(3), 'answered a request that was never made: id 3'],
  ])('%s', (line, text) => {
    const { ledger, ends } = ledgerOf(2);
    expect(ledger.take(line)).toContain(text);
    ledger.deliver();
    expect(ends).toEqual(['waits', 'waits']);
  });

  test('of two answers in one turn neither holds', () => {
    const { ledger, ends } = ledgerOf(2);
    ledger.take(answer(2));
    ledger.take(answer(1));
    expect(ledger.take(answer(1))).toBe('answered the same request twice');
    ledger.deliver();
    expect(ends).toEqual(['waits', 2]);
    ledger.rejectAll();
    expect(ends).toEqual(['over', 2]);
  });

  test('a second answer later on is told too', () => {
    const { ledger, ends } = ledgerOf(1);
    ledger.take(answer(1));
    ledger.deliver();
    expect(ledger.take(answer(1))).toBe('answered the same request twice');
    expect(ends).toEqual([1]);
  });
});
