/** All that the site is made of, read once: the suite, and what is kept beside it. Nothing is written twice. */
import { existsSync, readdirSync } from 'node:fs';
import { AssayError } from '../contract/assay-error.ts';
import type { StateMachine } from '../generated/meta/machine.ts';
import type { StateMatrix } from '../generated/meta/matrix.ts';
import { readDocument } from '../loader/document.ts';
import { readJson } from '../loader/json.ts';
import { projectPath } from '../loader/project.ts';
import { loadFeatures, loadSuite } from '../loader/suite.ts';
import { type MutantText, mutantTexts } from '../proof/mutants.ts';
import type { ProofRecord } from '../proof/record.ts';
import type { FeatureText } from '../spec/feature-text.ts';
import type { Suite } from '../spec/suite.ts';
import { buildLayout } from '../wire/build-layout.ts';
import type { WireDocument } from '../wire/document.ts';
import type { Layout } from '../wire/layout.ts';
import { type Index, indexOf } from './index-content.ts';
import { type Run, runShown } from './runs.ts';
import { readStandings, type Standing } from './standings.ts';

/** A state machine, and the file that holds it. */
export interface Machine extends StateMachine {
  /** `connection` */
  readonly name: string;
}

export interface Content {
  readonly suite: Suite;
  readonly features: readonly FeatureText[];
  readonly layouts: readonly Layout[];
  readonly machines: readonly Machine[];
  readonly matrix: StateMatrix;
  readonly mutants: readonly MutantText[];
  readonly standings: readonly Standing[];
  /** Real runs of the reference, by scenario without its case. */
  readonly runs: ReadonlyMap<string, Run>;
  readonly record?: ProofRecord;
  readonly index: Index;
}

const recordPath: string = projectPath('fixtures', 'reports', 'record.json');

/** @throws AssayError for what is there and cannot be read. */
export async function readContent(): Promise<Content> {
  const suite = inOrder(loadSuite());
  const parts = {
    suite,
    features: loadFeatures(),
    layouts: readLayouts(),
    machines: readMachines(),
    matrix: readJson(projectPath('spec', 'tcp', 'matrix.json')) as StateMatrix,
    mutants: mutantTexts(),
    standings: readStandings(suite),
    runs: await runShown(suite),
    ...(existsSync(recordPath) && { record: readRecord() }),
  };
  return { ...parts, index: indexOf(parts) };
}

/** @throws AssayError ERR_INPUT for a file that is none. */
function readRecord(): ProofRecord {
  const record = readJson(recordPath) as Partial<ProofRecord> | null;
  const { suite, version, reference, proof } = record ?? {};
  const isWhole =
    typeof suite === 'string' &&
    typeof version === 'string' &&
    typeof reference?.passed === 'number' &&
    Array.isArray(proof?.killed);
  if (!isWhole) throw new AssayError('ERR_INPUT', `${recordPath}: not a record of a proof: npm run site:record`);
  return record as ProofRecord;
}

/** From the bottom up, as a textbook has them. */
const ORDER: readonly string[] = ['ipv4', 'udp', 'tcp', 'http', 'turn', 'relay'];

function inOrder(suite: Suite): Suite {
  const place = ({ protocol }: { protocol: string }): number => ORDER.indexOf(protocol) + 1 || ORDER.length + 1;
  return { ...suite, protocols: [...suite.protocols].sort((one, other) => place(one) - place(other)) };
}

function specFiles(ending: string): { protocol: string; name: string; path: string }[] {
  const paths = readdirSync(projectPath('spec'), { recursive: true, encoding: 'utf8' });
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ending) && !path.startsWith('meta/'))
    .sort()
    .map((path) => {
      const [protocol = '', name = ''] = path.slice(0, -ending.length).split('/');
      return { protocol, name, path: projectPath('spec', path) };
    });
}

/** Of layers that lie in octets; the messages of HTTP are text. */
export function readLayouts(): Layout[] {
  return specFiles('.schema.json')
    .map(({ path }) => readJson(path) as WireDocument & { $schema?: string })
    .filter((document) => document.$schema === 'urn:assay:meta:x-wire')
    .map(buildLayout);
}

function readMachines(): Machine[] {
  return specFiles('.machine.json').map(({ name, path }) => ({ ...readDocument('machine', path), name }));
}
