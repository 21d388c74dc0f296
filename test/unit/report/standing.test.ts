import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report, Result } from '../../../src/generated/meta/report.ts';
import { assemble } from '../../../src/harness/assemble.ts';
import { runFaults, standing, weighs, whyLight } from '../../../src/report/view/standing.ts';
import { suite } from './sample.ts';

const results = fc
  .array(
    fc.record({
      verdict: fc.constantFrom<Result['verdict']>('none', 'observed', 'pass', 'inconclusive', 'fail', 'error'),
      level: fc.constantFrom<Result['level']>(
        'MUST',
        'MUST NOT',
        'SHOULD',
        'SHOULD NOT',
        'MAY',
        'FORMAT',
        'STATE-RULE',
      ),
      rule: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ verdict, level, rule }, index): Result => {
      return { scenario: `s-${index}`, title: 't', rules: [`RFC1-${rule}`], level, verdict };
    }),
  );

const reports = fc
  .record({
    results,
    level: fc.constantFrom('must' as const, 'should' as const, 'all' as const),
    declared: fc.subarray([1, 2, 3, 4]),
    profile: fc.boolean(),
    capable: fc.boolean(),
  })
  .map(
    ({ results, level, declared, profile, capable }): Report =>
      assemble({
        suite,
        target: { spec: 'x', name: 'x', capabilities: capable ? ['ipv4.decode'] : [], clock: 'virtual' },
        options: { seed: 1, level, repeat: 1, ...(profile ? { profile: 'core' } : {}) },
        deviations: declared.map((rule) => ({ rule: `RFC1-${rule}`, why: 'it is known' })),
        rounds: [results],
        interrupted: false,
      }),
  );

test('the words give a cause exactly where the harness decided that the run does not conform', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const { level } = report.options;
      const faulted = runFaults(report, suite).length > 0 || report.results.some((result) => weighs(result, level));
      expect(faulted).toBe(report.summary.exit !== 0);
      expect(standing(report, suite).causes.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('a failure either weighs or says why it does not', () => {
  fc.assert(
    fc.property(reports, ({ results, options }) => {
      for (const result of results.filter(({ verdict }) => verdict === 'fail')) {
        expect(whyLight(result, options.level) === undefined).toBe(weighs(result, options.level));
      }
    }),
  );
});
