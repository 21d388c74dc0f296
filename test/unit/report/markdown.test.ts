import { expect, test } from 'vitest';
import type { Report } from '../../../src/generated/meta/report.ts';
import { formats } from '../../../src/report/index.ts';
import { code, codeBlock, text } from '../../../src/report/markdown/escape.ts';
import { calm, report, suite } from './sample.ts';

test.each([
  ['plain', '`plain`'],
  ['a ` b', '``a ` b``'],
  ['`quoted`', '`` `quoted` ``'],
  ['', '(empty)'],
])('code: %j', (words, expected) => {
  expect(code(words)).toBe(expected);
});

test('a block is fenced by more than any run of backticks in it', () => {
  expect(codeBlock(['````', 'x'])).toBe('`````\n````\nx\n`````');
});

test('text has no markup left', () => {
  expect(text('<b> *a* | [x](y) @someone https://x www.y')).toBe(
    '&lt;b&gt; \\*a\\* \\| \\[x\\]\\(y\\) &#64;someone https:&#47;&#47;x www&#46;y',
  );
});

test('every line of the table has as many cells', () => {
  const rows = formats
    .markdown!.render(report, suite, {})
    .split('\n')
    .filter((line) => line.startsWith('| '));
  expect(new Set(rows.map((row) => row.split(' | ').length)).size).toBe(1);
  expect(rows).toHaveLength(4);
});

test('success has no failed rules', () => {
  const summary = formats.markdown!.render(calm, suite, {});
  expect(summary).toContain('## Assay: conforms');
  expect(summary).not.toContain('### Failed');
});

test('a summary of very many failures stays below what GitHub takes', () => {
  const [pattern] = report.results.filter(({ scenario }) => scenario === 'http-date-001');
  const results = Array.from({ length: 2000 }, (_, index) => ({
    ...pattern!,
    scenario: `s-${index}`,
    rules: [`RFC1-${index}`],
  }));
  const many: Report = { ...report, results };
  const summary = formats.markdown!.render(many, suite, {});
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary).toContain('... and 1760 more.');
});
