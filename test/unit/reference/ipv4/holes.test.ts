import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Holes } from '../../../../src/reference/ipv4/holes.ts';

function filled(...runs: readonly (readonly [first: number, last: number, hasMore: boolean])[]): Holes {
  const holes = new Holes();
  for (const run of runs) holes.fill(...run);
  return holes;
}

describe('holes', () => {
  test('are one without an end, before anything has come', () => {
    expect(new Holes()).toMatchObject({ areFilled: false, endIsKnown: false });
  });

  test('are filled by one run that is the last', () => {
    expect(filled([0, 7, false])).toMatchObject({ areFilled: true, endIsKnown: true });
  });

  test.each<[string, readonly (readonly [number, number, boolean])[]]>([
    [
      'in order',
      [
        [0, 7, true],
        [8, 15, true],
        [16, 20, false],
      ],
    ],
    [
      'backwards',
      [
        [16, 20, false],
        [8, 15, true],
        [0, 7, true],
      ],
    ],
    [
      'with the middle last',
      [
        [0, 7, true],
        [16, 20, false],
        [8, 15, true],
      ],
    ],
    [
      'twice each',
      [
        [0, 7, true],
        [0, 7, true],
        [16, 20, false],
        [16, 20, false],
        [8, 15, true],
      ],
    ],
    [
      'overlapping',
      [
        [0, 15, true],
        [8, 20, false],
      ],
    ],
    [
      'the large over the small',
      [
        [8, 15, true],
        [0, 20, false],
      ],
    ],
    [
      'the small within the large',
      [
        [0, 15, true],
        [8, 15, true],
        [16, 20, false],
      ],
    ],
    [
      'one over several holes',
      [
        [8, 15, true],
        [24, 31, true],
        [0, 39, true],
        [40, 47, false],
      ],
    ],
  ])('are filled by runs %s, and not before all have come', (_, runs) => {
    expect(filled(...runs).areFilled).toBe(true);
    expect(filled(...runs.slice(0, -1)).areFilled).toBe(false);
  });

  test('know their end once the last run has come, and not before', () => {
    expect(filled([0, 7, true]).endIsKnown).toBe(false);
    expect(filled([16, 20, false]).endIsKnown).toBe(true);
  });

  test('are filled when every octet has come, whatever the runs', () => {
    const run = fc
      .tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 }))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(fc.array(run, { maxLength: 12 }), fc.nat({ max: 12 }), (runs, at) => {
        const holes = new Holes();
        const missing = new Set(Array.from({ length: 32 }, (_, octet) => octet));
        const all = [...runs.slice(0, at).map((each) => [...each, true] as const), [31, 31, false] as const];
        for (const [first, last, hasMore] of [...all, ...runs.slice(at).map((each) => [...each, true] as const)]) {
          holes.fill(first, last, hasMore);
          for (let octet = first; octet <= last; octet += 1) missing.delete(octet);
        }
        expect(holes.areFilled).toBe(missing.size === 0);
        expect(holes.endIsKnown).toBe(true);
      }),
    );
  });
});
