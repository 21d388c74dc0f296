import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Verdict, worse, worst } from '../../../src/harness/verdict.ts';

const ORDER: Verdict[] = ['none', 'observed', 'pass', 'inconclusive', 'fail', 'error'];

test('the lattice is ISO 9646: none < pass < inconclusive < fail < error', () => {
  for (const [at, low] of ORDER.entries()) {
    for (const high of ORDER.slice(at)) {
      expect(worse(low, high)).toBe(high);
      expect(worse(high, low)).toBe(high);
    }
  }
});

test('a verdict only worsens, whatever the order of events', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ORDER)), fc.constantFrom(...ORDER), (verdicts, more) => {
      const before = worst(verdicts);
      expect(ORDER.indexOf(worst([...verdicts, more]))).toBeGreaterThanOrEqual(ORDER.indexOf(before));
      expect(worst([...verdicts].reverse())).toBe(before);
    }),
  );
});
