/** Reads what the suite is made of: spec/<protocol>/rules.json, spec/profiles, fixtures/<protocol>, features. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../generated/meta/profile.ts';
import type { RuleCatalogue } from '../generated/meta/rules.ts';
import type { SuiteFixture } from '../spec/suite.ts';
import { readDocument } from './document.ts';
import { projectPath, projectRoot } from './project.ts';

export interface FeatureSource {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly protocol: string;
  readonly text: string;
}

function foldersOf(path: string): string[] {
  return readdirSync(projectPath(path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function filesOf(path: string, ending: string): string[] {
  return readdirSync(projectPath(path))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${path}/${name}`);
}

export function readCatalogues(): RuleCatalogue[] {
  return foldersOf('spec')
    .map((folder) => projectPath('spec', folder, 'rules.json'))
    .filter((path) => existsSync(path))
    .map((path) => readDocument('rules', path));
}

export function readProfiles(): Profile[] {
  return filesOf('spec/profiles', '.json').map((path) => readDocument('profile', projectPath(path)));
}

/** Fixture files of the protocols that have rules; other folders there (adapters, captures) hold none. */
export function readFixtures(protocols: readonly string[]): SuiteFixture[] {
  return protocols
    .map((protocol) => `fixtures/${protocol}`)
    .filter((folder) => existsSync(projectPath(folder)))
    .flatMap((folder) => filesOf(folder, '.json'))
    .flatMap((path) => {
      const { layer, fixtures } = readDocument('fixture', projectPath(path));
      return fixtures.map((fixture) => ({ ...fixture, layer }));
    });
}

export function readFeatures(): FeatureSource[] {
  return foldersOf('features')
    .filter((folder) => folder !== 'steps')
    .flatMap((protocol) =>
      filesOf(`features/${protocol}`, '.feature').map((path) => ({
        path,
        protocol,
        text: readFileSync(join(projectRoot, path), 'utf8'),
      })),
    );
}
