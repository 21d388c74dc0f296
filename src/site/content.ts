/** All that the site is made of, read once: the suite, and what is kept beside it. Nothing is written twice. */
import { existsSync, readdirSync } from 'node:fs';
import { readJson } from '../loader/json.ts';
import { projectPath } from '../loader/project.ts';
import { loadSuite } from '../loader/suite.ts';
import type { Suite } from '../spec/suite.ts';
import { buildLayout } from '../wire/build-layout.ts';
import type { WireDocument } from '../wire/document.ts';
import type { Layout } from '../wire/layout.ts';
import type { SiteRecord } from './numbers.ts';

export interface Content {
  readonly suite: Suite;
  readonly layouts: readonly Layout[];
  readonly record?: SiteRecord;
}

export const recordPath: string = projectPath('fixtures', 'reports', 'record.json');

/** @throws AssayError for what is there and cannot be read. */
export function readContent(): Content {
  return {
    suite: loadSuite(),
    layouts: readLayouts(),
    ...(existsSync(recordPath) && { record: readJson(recordPath) as SiteRecord }),
  };
}

/** Of layers that lie in octets; the messages of HTTP are text. */
function readLayouts(): Layout[] {
  const paths = readdirSync(projectPath('spec'), { recursive: true, encoding: 'utf8' });
  return paths
    .filter((path) => path.endsWith('.schema.json'))
    .sort()
    .map((path) => readJson(projectPath('spec', path)) as WireDocument & { $schema?: string })
    .filter((document) => document.$schema === 'urn:assay:meta:x-wire')
    .map(buildLayout);
}
