/** All that the site is made of, read once: the suite, and what is kept beside it. Nothing is written twice. */
import { existsSync } from 'node:fs';
import { readJson } from '../loader/json.ts';
import { projectPath } from '../loader/project.ts';
import { loadSuite } from '../loader/suite.ts';
import type { Suite } from '../spec/suite.ts';
import type { SiteRecord } from './numbers.ts';

export interface Content {
  readonly suite: Suite;
  readonly record?: SiteRecord;
}

export const recordPath: string = projectPath('fixtures', 'reports', 'record.json');

/** @throws AssayError for what is there and cannot be read. */
export function readContent(): Content {
  return {
    suite: loadSuite(),
    ...(existsSync(recordPath) && { record: readJson(recordPath) as SiteRecord }),
  };
}
