import { expect, test } from 'vitest';
import { formats } from '../../../src/report/index.ts';
import { calm, report, suite } from './sample.ts';

test('the formats are those of the command line, each under its own name', () => {
  expect(Object.keys(formats)).toEqual(['console', 'json', 'junit', 'html', 'markdown', 'messages', 'tap']);
  for (const [name, format] of Object.entries(formats)) expect(format.name).toBe(name);
});

test('no word that is not a format is one', () => {
  for (const word of ['constructor', 'toString', '__proto__']) expect(word in formats).toBe(false);
});

test.each(Object.values(formats))('$name says the same of the same report', (format) => {
  expect(format.render(report, suite, {})).toBe(format.render(structuredClone(report), suite, {}));
});

test.each(Object.values(formats))('$name of a reproducible report holds no time', (format) => {
  const later = structuredClone(report);
  later.timings = { startedAt: '2027-01-01T00:00:00.000Z', duration: 1, scenarios: { 'ipv4-ttl-001': 3 } };
  for (const { evidence } of later.results) for (const entry of evidence?.exchange ?? []) entry.at = [5, 77];
  const options = { reproducible: true };
  expect(format.render(later, suite, options)).toBe(format.render(report, suite, options));
  expect(format.render(later, suite, {})).not.toBe(format.render(report, suite, {}));
});

test('in virtual time the times of octets stay', () => {
  const virtual = structuredClone({ ...report, target: { ...report.target, clock: 'virtual' as const } });
  expect(formats.json!.render(virtual, suite, { reproducible: true })).toContain('"at"');
  expect(formats.json!.render(report, suite, { reproducible: true })).not.toContain('"at"');
});

test('rendering leaves the report as it was', () => {
  const before = structuredClone(report);
  for (const format of Object.values(formats)) format.render(report, suite, { reproducible: true });
  expect(report).toEqual(before);
  expect(calm.timings).toBeDefined();
});
