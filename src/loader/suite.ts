/** The compiled suite, and the features as they are read, as `npm run build` left them. */
import { existsSync } from 'node:fs';
import { AssayError } from '../contract/assay-error.ts';
import type { FeatureText } from '../spec/feature-text.ts';
import type { Suite } from '../spec/suite.ts';
import { readJson } from './json.ts';
import { projectPath } from './project.ts';

export const suitePath: string = projectPath('dist', 'suite.json');
export const featuresPath: string = projectPath('dist', 'features.json');

/** @throws AssayError ERR_TESTER when the suite has not been built. */
export function loadSuite(): Suite {
  return compiled(suitePath) as Suite;
}

/** @throws AssayError ERR_TESTER when the suite has not been built. */
export function loadFeatures(): FeatureText[] {
  return compiled(featuresPath) as FeatureText[];
}

function compiled(path: string): unknown {
  if (!existsSync(path)) throw new AssayError('ERR_TESTER', 'the suite is not compiled: run npm run build');
  return readJson(path);
}
