import { expect, test } from 'vitest';
import type { Report } from '../../../src/generated/meta/report.ts';
import { formats } from '../../../src/report/index.ts';
import { type Point, readTap } from './read-tap.ts';
import { calm, report, suite } from './sample.ts';

const read = (what: Report): Point[] => readTap(formats.tap!.render(what, suite, {}));
const point = (id: string): Point => read(report).find(({ text }) => text.startsWith(`${id}: `))!;

test('a point a scenario, and one for the stale deviation', () => {
  expect(read(report)).toHaveLength(report.results.length + 1);
});

test('what fails says why in YAML', () => {
  const { ok, directive, diagnostic } = point('ipv4-ihl-001/four');
  expect({ ok, directive }).toEqual({ ok: false, directive: '' });
  expect(diagnostic).toMatchObject({
    rule: 'RFC791-IHL-1',
    level: 'FORMAT',
    expected: ['a refusal'],
    difference: { field: 'ihl', expected: '5 to 15', actual: '4' },
  });
});

test.each([
  ['ipv4-csum-001', false, /^TODO declared deviation/],
  ['ipv4-flag-001', false, /^TODO counts only with --level should/],
  ['ipv4-echo-001', false, /^TODO inconclusive/],
  ['http-head-001', true, /^SKIP unsupported/],
  ['ipv4-fwd-001', true, /^SKIP not-applicable/],
  ['ipv4-hdr-001', true, /^$/],
])('%s: ok is %s', (id, ok, directive) => {
  expect(point(id).ok).toBe(ok);
  expect(point(id).directive).toMatch(directive);
});

test('a harness of TAP comes to the exit status: not ok without TODO exactly where it is not 0', () => {
  const bad = (what: Report): boolean => read(what).some(({ ok, directive }) => !ok && !directive.startsWith('TODO'));
  const nothing = { ...calm, results: calm.results.filter(({ verdict }) => verdict === 'none') };
  expect([bad(report), bad(calm), bad(nothing)]).toEqual([true, false, true]);
});
