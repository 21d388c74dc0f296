import { expect, test } from 'vitest';
import type { Result } from '../../../src/generated/meta/report.ts';
import { progress } from '../../../src/report/progress.ts';

function result(index: number, verdict: Result['verdict'] = 'pass'): Result {
  return { scenario: `scenario-${index}`, title: 't', rules: ['RFC1-A'], level: 'MUST', verdict };
}

test('on a terminal one line is written over, and is gone at the end', () => {
  const written: string[] = [];
  const line = progress((text) => written.push(text), { terminal: true, columns: 24 });
  line.begin(12);
  line.result(result(1));
  line.result(result(2, 'fail'));
  line.end();
  line.end();
  expect(written).toEqual(['\r\u001b[K1/12 scenario-1', '\r\u001b[K2/12 (1 failed) scenari', '\r\u001b[K']);
});

test('elsewhere a few plain lines', () => {
  const written: string[] = [];
  const lines = progress((text) => written.push(text), { terminal: false });
  lines.begin(1000);
  for (let index = 1; index <= 1000; index += 1) lines.result(result(index, index === 150 ? 'error' : 'pass'));
  lines.end();
  expect(written).toHaveLength(10);
  expect(written.slice(0, 2)).toEqual(['100/1000\n', '200/1000 (1 failed)\n']);
});

test('a short run says nothing elsewhere than on a terminal', () => {
  const written: string[] = [];
  const lines = progress((text) => written.push(text), { terminal: false });
  lines.begin(20);
  for (let index = 1; index <= 20; index += 1) lines.result(result(index));
  lines.end();
  expect(written).toEqual([]);
});

test('an id cannot write to the terminal', () => {
  const written: string[] = [];
  const line = progress((text) => written.push(text), { terminal: true });
  line.begin(1);
  line.result({ ...result(1), scenario: 'x\u001b[2J\n' });
  expect(written[0]).toBe('\r\u001b[K1/1 x\\x1b[2J\\n');
});
