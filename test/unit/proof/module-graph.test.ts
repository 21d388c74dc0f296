import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { expect, test } from 'vitest';
import { ModuleGraph } from '../../../src/proof/module-graph.ts';
import { temporaryFolder } from '../../assay.ts';

interface Entry {
  readonly changed: { readonly word: string };
  readonly other: object;
  readonly said: () => string;
}

/** `entry` imports `other`, and `middle`, which imports `changed`; `entry` and `middle` import each other. */
async function graph(): Promise<{ read: ModuleGraph; changed: string }> {
  const folder = temporaryFolder();
  const files = {
    entry: `import * as changed from './changed.ts';
      import { said } from './middle.ts';
      import * as other from './other.ts';
      export const name: string = 'entry';
      export { changed, other, said };`,
    middle: `import { word } from './changed.ts';
      import { name } from './entry.ts';
      export const said = (): string => name + ' ' + word;`,
    changed: `export const word: string = 'as it was';`,
    other: `export const made = {};`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.ts`), text);
  return { read: await ModuleGraph.read(join(folder, 'entry.ts'), transform), changed: join(folder, 'changed.ts') };
}

test('a change is seen by all whose imports lead to it, also where they import each other', async () => {
  const { read, changed } = await graph();
  const one = (await read.load({ path: changed, contents: `export const word = 'one';` })) as Entry;
  const two = (await read.load({ path: changed, contents: `export const word = 'two';` })) as Entry;
  expect([one.said(), two.said()]).toEqual(['entry one', 'entry two']);
  expect([one.changed.word, two.changed.word]).toEqual(['one', 'two']);
});

test('what the change does not reach is loaded once', async () => {
  const { read, changed } = await graph();
  const one = (await read.load({ path: changed, contents: `export const word = 'one';` })) as Entry;
  const two = (await read.load({ path: changed, contents: `export const word = 'two';` })) as Entry;
  expect(two.other).toEqual(one.other);
  expect((two.other as { made: object }).made).toBe((one.other as { made: object }).made);
});
