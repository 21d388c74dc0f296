/** The compiled suite, as `npm run build` left it. */
import { existsSync } from 'node:fs';
import { AssayError } from '../contract/assay-error.ts';
import type { Suite } from '../spec/suite.ts';
import { readJson } from './json.ts';
import { projectPath } from './project.ts';

export const suitePath: string = projectPath('dist', 'suite.json');

/** @throws AssayError ERR_TESTER when the suite has not been built. */
export function loadSuite(): Suite {
  if (!existsSync(suitePath)) throw new AssayError('ERR_TESTER', 'the suite is not compiled: run npm run build');
  return readJson(suitePath) as Suite;
}
