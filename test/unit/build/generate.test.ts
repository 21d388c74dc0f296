import { expect, test } from 'vitest';
import { staleFiles } from '../../../src/build/generate.ts';
import { generatedFiles } from '../../../src/build/generated-files.ts';

const spec = new URL('../../../spec', import.meta.url).pathname;

test('src/generated is what the specification gives (otherwise: npm run generate)', async () => {
  expect(await staleFiles()).toEqual([]);
});

test('the same specification gives the same octets, and every layer all its files', async () => {
  const [once, again] = [await generatedFiles(spec), await generatedFiles(spec)];
  expect([...again]).toEqual([...once]);
  for (const ending of ['.ts', '.types.ts', '.ksy', '.svg', '.txt'])
    expect(once.has(`ipv4/header${ending}`)).toBe(true);
  for (const [path, text] of once) {
    expect(text.endsWith('\n'), path).toBe(true);
    expect(text, path).not.toMatch(/\brequire\(/);
  }
});
