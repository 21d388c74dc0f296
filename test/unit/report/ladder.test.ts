import { expect, test } from 'vitest';
import type { Evidence, Report } from '../../../src/generated/meta/report.ts';
import { formats } from '../../../src/report/index.ts';
import { calm, suite } from './sample.ts';

const SCENARIO = 'ipv4-echo-001';

/** The words of each are its octets' own. */
const captions = (exchange: readonly { octets: Uint8Array }[]) =>
  exchange.map(({ octets }) => (octets.length === 0 ? undefined : Buffer.from(octets).toString('latin1')));

type Spoken = [direction: 'sent' | 'received', words: string, at: number];

function failing(spoken: readonly Spoken[], more: Partial<Evidence> = {}): Report {
  const exchange = spoken.map(([direction, words, at]) => ({
    direction,
    layer: 'ipv4',
    octets: Buffer.from(words, 'latin1').toString('hex'),
    at: [at, at],
  }));
  const evidence = { exchange, expected: ['a reply', 'a report'], actual: 'nothing', ...more };
  const results = calm.results.map((result) =>
    result.scenario === SCENARIO ? { ...result, verdict: 'fail' as const, evidence } : result,
  );
  return { ...calm, results };
}

function ladderOf(report: Report, columns = 100): string[] {
  const lines = formats.console!.render(report, suite, { captions, columns }).split('\n');
  const first = lines.findIndex((line) => /^ +ladder/.test(line));
  if (first < 0) return [];
  const length = lines.slice(first + 1).findIndex((line) => !/[|:]$/.test(line));
  return lines.slice(first, first + 1 + length).map((line) => line.slice(2));
}

function svgOf(report: Report): string {
  return /<svg[\s\S]*?<\/svg>/.exec(formats.html!.render(report, suite, { captions }))?.[0] ?? '';
}

const TALK: readonly Spoken[] = [
  ['sent', 'request', 0],
  ['received', 'an answer that is wrong', 1200],
  ['sent', 'farewell', 2_000_000],
];

test('an arrow for each, the one that differs marked', () => {
  const difference = { field: 'type', expected: '0', actual: '3', exchange: 1 };
  expect(ladderOf(failing(TALK, { difference }))).toEqual([
    'ladder    tester               implementation',
    '    0 us  |---- request ------------------->|',
    '> 1.2 ms  |<--- an answer that is wrong ----|',
    '     2 s  |---- farewell ------------------>|',
  ]);
});

test('what never came is dashed, where it was given up', () => {
  expect(ladderOf(failing(TALK.slice(0, 1), { missing: 1 }))).toEqual([
    'ladder    tester                     implementation',
    '    0 us  |---- request ------------------------->|',
    '>         |<- - missing: a reply, or a report - - |',
  ]);
  const [, , , missing, last] = ladderOf(failing(TALK, { missing: 2 }));
  expect(missing).toContain('missing: a reply');
  expect(last).toContain('farewell');
});

test('one alone draws nothing, nor do octets that travel nowhere', () => {
  expect(ladderOf(failing(TALK.slice(0, 1)))).toEqual([]);
  expect(svgOf(failing(TALK.slice(0, 1)))).toBe('');
  expect(ladderOf(failing([...TALK].map(([direction, , at]) => [direction, '', at])))).toEqual([]);
});

test('of many, the last are shown and the one that differs, with a count of the others', () => {
  const many = Array.from({ length: 60 }, (_, at): Spoken => ['sent', `number ${at}`, at]);
  const report = failing(many, { difference: { field: 'type', expected: '0', actual: '3', exchange: 2 } });
  const lines = ladderOf(report);
  expect(lines[1]).toContain('2 exchanges are not shown');
  expect(lines[2]).toContain('number 2 ');
  expect(lines[3]).toContain('41 exchanges are not shown');
  expect(lines).toHaveLength(20);
  expect(svgOf(report)).toContain('17 exchanges are not shown');
});

test('lines keep to the width, whatever was said', () => {
  const long: readonly Spoken[] = [
    ['sent', 'x'.repeat(300), 0],
    ['received', '\u001b[31m<b>\n', 5],
  ];
  for (const columns of [60, 80, 100]) {
    for (const line of ladderOf(failing(long), columns)) expect(line.length).toBeLessThanOrEqual(columns - 2);
  }
  expect(ladderOf(failing(long)).join('\n')).toContain('\\x1b[31m<b>\\n');
});

test('the drawing says in words what it shows, escapes what was said, and needs no id and no style of its own', () => {
  const svg = svgOf(failing([...TALK, ['received', '<script>"', 3_000_000]], { missing: 4 }));
  expect(svg).toContain(
    'aria-label="sent request; received an answer that is wrong; sent farewell; ' +
      'received &lt;script&gt;&quot;; missing: a reply, or a report"',
  );
  expect(svg).toContain('<g class="received missing">');
  expect(svg).not.toMatch(/<script|\sid=|\sstyle=|fill="|stroke="/);
});

test('what passed is not drawn', () => {
  const report = failing(TALK);
  const passed = report.results.map((result) => ({ ...result, verdict: 'pass' as const }));
  expect(svgOf(report)).not.toBe('');
  expect(svgOf({ ...report, results: passed })).toBe('');
});
