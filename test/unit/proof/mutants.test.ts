import { expect, test } from 'vitest';
import { allMutants, mutantsOf } from '../../../src/proof/mutants.ts';
import { referencePort } from '../../../src/serve/reference-port.ts';

test('the catalogue shows a patch as a diff and a wire mutant in words', () => {
  const shown = mutantsOf('RFC791-CSUM-1');
  expect(shown.find(({ id }) => id === 'checksum-of-forwarded-left')!.diff).toMatch(/^--- src\/reference\/ipv4\//);
  expect(shown.find(({ id }) => id === 'checksum-not-verified')).toMatchObject({
    about: 'accepts any header checksum',
  });
  expect(shown.find(({ id }) => id === 'checksum-not-verified')!.diff).toBeUndefined();
});

test('a rule that nobody breaks has none', () => {
  expect(mutantsOf('RFC6864-2')).toEqual([]);
});

test('names tell what is wrong, in words', () => {
  for (const { id, about } of allMutants(() => referencePort())) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(about.length).toBeGreaterThan(20);
  }
});
