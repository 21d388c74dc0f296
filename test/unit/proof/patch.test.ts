import { expect, test } from 'vitest';
import type { PatchMutant } from '../../../src/generated/meta/mutants.ts';
import { patchMutant } from '../../../src/proof/patch.ts';
import { referencePort } from '../../../src/serve/reference-port.ts';

const FILE = 'src/reference/http/http-date.ts';

function patch(changes: Partial<PatchMutant>): ReturnType<typeof patchMutant> {
  const find = ' GMT`';
  return patchMutant({
    id: 'test',
    rule: 'RFC9110-5.6.7-01',
    about: 'is a test',
    file: FILE,
    find,
    replace: ' UTC`',
    ...changes,
  });
}

const question = [
  'http/respond',
  { octets: Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n').toString('hex') },
] as const;
const textOf = (answer: unknown): string => Buffer.from((answer as { octets: string }).octets, 'hex').toString();

test('the reference with one text replaced, beside the reference that is whole', async () => {
  const patched = await patch({}).open();
  expect(textOf(await patched.request(...question))).toMatch(/^Date: .* UTC\r$/m);
  expect(textOf(await referencePort().request(...question))).toMatch(/^Date: .* GMT\r$/m);
});

test('the change is shown as a diff', () => {
  expect(patch({ find: 'one\ntwo', replace: 'three' }).diff).toBe(`--- ${FILE}\n-one\n-two\n+three`);
});

test.each([
  ['is gone', { find: 'no such text' }, /^mutant test no longer applies: its text stands 0 times in src/],
  ['stands there twice', { find: 'date.get' }, /^mutant test no longer applies: its text stands \d+ times in src/],
  ['is in a file that is gone', { file: 'src/reference/gone.ts' }, /^mutant test: no file src\/reference\/gone\.ts/],
  [
    'is in a file that is none of the reference',
    { file: 'src/cli/threads.ts', find: 'AT_ONCE = 8', replace: 'AT_ONCE = 9' },
    /^mutant test: src\/cli\/threads\.ts does not run .* nothing imports it$/,
  ],
  ['leaves no sound source', { replace: ' GMT' }, /^mutant test: src\/reference\/http\/http-date\.ts does not run/],
  [
    'breaks at once',
    { find: 'export const DAYS =', replace: 'nowhere();export const DAYS =' },
    /^mutant test: .* nowhere is not/,
  ],
])('a patch whose text %s is an error that names it', async (_, changes, message) => {
  await expect(patch(changes).open()).rejects.toThrow(message);
});
