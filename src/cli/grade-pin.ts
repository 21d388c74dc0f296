/** `assay grade --pin`: the digest of what a rubric uses of this suite, written into it; nothing else in the file changes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { AssayError } from '../contract/assay-error.ts';
import { openUnpinned } from '../grade/open-rubric.ts';
import { loadSuite } from '../loader/suite.ts';

export function pin(path: string): void {
  const { rubric, digests } = openUnpinned(path, loadSuite());
  const text = readFileSync(path, 'utf8');
  const parts = text.split(rubric.suite.digest);
  if (parts.length !== 2) throw new AssayError('ERR_INPUT', `${path}: the digest does not stand in it once`);
  writeFileSync(path, parts.join(digests.suite));
  process.stdout.write(
    `${path}: pinned to ${digests.suite.slice(0, 12)}; assay grade --check says whether its marks hold\n`,
  );
}
