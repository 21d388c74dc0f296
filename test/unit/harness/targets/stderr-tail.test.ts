import { expect, test } from 'vitest';
import { StderrTail } from '../../../../src/harness/targets/stderr-tail.ts';

function tailOf(...texts: string[]): StderrTail {
  const tail = new StderrTail(8);
  for (const text of texts) tail.push(Buffer.from(text));
  return tail;
}

test('what was written from a position on', () => {
  const tail = tailOf('abc', 'def');
  expect(tail.written).toBe(6);
  expect(tail.since(0)).toBe('abcdef');
  expect(tail.since(4)).toBe('ef');
  expect(tail.since(6)).toBe('');
});

test('only the end is kept, however much is written', () => {
  const tail = tailOf('0123456789', ...Array.from({ length: 1000 }, () => 'xyz'));
  expect(tail.written).toBe(3010);
  expect(tail.since(0)).toBe('yzxyzxyz');
  expect(tail.since(3008)).toBe('yz');
});

test('one piece longer than what is kept', () => {
  expect(tailOf('0123456789').since(0)).toBe('23456789');
});

test('a character cut in two does no harm', () => {
  expect(tailOf('ééééé').since(1)).toBe('éééé');
  expect(tailOf('aééééb').since(0)).toBe('�éééb');
});

test.each([
  ['', undefined],
  ['\n \n', undefined],
  ['one\ntwo\n\n', 'two'],
  ['Error: no table\n    at load (x.mjs:1:1)\n\nNode.js v20.20.2\n', 'Error: no table'],
  ['Traceback:\n  File "a.py"\nZeroDivisionError: division by zero\n', 'ZeroDivisionError: division by zero'],
])('the line of %j that tells most', (text, line) => {
  const tail = new StderrTail(1024);
  tail.push(Buffer.from(text));
  expect(tail.tellingLine(0)).toBe(line);
});
