import { createColors } from 'picocolors';
import { expect, test } from 'vitest';
import type { Report } from '../../../src/generated/meta/report.ts';
import { formats } from '../../../src/report/index.ts';
import { calm, describeOctets, report, suite } from './sample.ts';

const render = (what: Report, options = {}): string =>
  formats.console!.render(what, suite, { describe: describeOctets, ...options });

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
const COLOUR = /\u001b\[[0-9;]*m/g;

test('success is said in a few lines', () => {
  const text = render(calm);
  expect(text.trimEnd().split('\n').length).toBeLessThan(10);
  expect(text).toContain('Conforms: 10 rules pass');
});

test('colours change nothing but the colour', () => {
  const coloured = render(report, { colours: createColors(true) });
  expect(coloured).toMatch(COLOUR);
  expect(coloured.replace(COLOUR, '')).toBe(render(report));
});

test('lines keep to the width, but for commands and dumps of octets', () => {
  for (const line of render(report, { columns: 72 }).split('\n')) {
    if (/repeat|target|^ +[0-9a-f]{4} {2}|was declared|A header that claims/.test(line)) continue;
    expect(line.length, line).toBeLessThanOrEqual(74);
  }
});

test('a failed rule is told with its statement, source, steps, sets, field, octets and command', () => {
  const text = render(report);
  const block = text.slice(text.indexOf('FAIL  RFC791-IHL-1'), text.indexOf('FAIL  RFC791-TTL-1'));
  for (const part of [
    'RFC 791, section 3.1',
    'never below 5',
    '> Then the decoder refuses it',
    'expected  a refusal',
    'bits 4 to 7: octet 0 is 0100[0100]',
    '\n             ^\n',
    'IPv4 header of 16 octets',
    `assay run --target 'exec:"python3 decoder.py"' --scenario ipv4-ihl-001/four --seed 7`,
  ]) {
    expect(block).toContain(part);
  }
});

test('what was not run is counted by kind and never among the passed', () => {
  const nothing: Report = {
    ...calm,
    summary: { ...calm.summary, exit: 3 },
    results: report.results.filter(({ verdict }) => verdict === 'none'),
  };
  const text = render(nothing);
  expect(text).toMatch(/ipv4 +0 +0 +2 {2}\(1 unavailable here, 1 not applicable\)/);
  expect(text).toContain('No verdict: no rule came to a verdict');
  expect(text).not.toContain('Conforms');
});

test('a fault of the tester is said to be one', () => {
  const faulty: Report = {
    ...report,
    summary: { ...report.summary, exit: 3 },
    results: report.results.map((result) =>
      result.scenario === 'ipv4-hdr-001'
        ? { ...result, verdict: 'error', reason: { code: 'tester', text: 'TypeError: x is not a function' } }
        : result,
    ),
  };
  const text = render(faulty);
  expect(text).toContain('A FAULT OF THE TESTER  RFC791-HDR-1');
  expect(text).toContain("1 scenario met a fault of the tester's own");
});

test('an interrupted run says so', () => {
  expect(render({ ...calm, interrupted: true })).toContain('stopped before its end');
});

test('a report of another suite is told from what it holds', () => {
  const other = { ...suite, protocols: [], rules: [], scenarios: [] };
  const text = formats.console!.render(report, other, {});
  expect(text).toContain('FAIL  RFC791-IHL-1  FORMAT');
  expect(text).toMatch(/unknown +2 +4/);
});
