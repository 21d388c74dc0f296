/**
 * `npm run matrix [-- --protocol http,turn] [--readme] [--only NAME,...]`: judges every implementation that this machine has,
 * and writes fixtures/reports/matrix/PROTOCOL.json; with --readme also the tables in README.md. Exit status: 0 judged, whatever
 * came of it; 1 one of them is not here; 2 wrong words.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectPath } from '../../src/loader/project.ts';
import type { MatrixRow } from '../../src/site/standings.ts';
import { between, type Marks } from '../bench/readme.ts';
import { command } from '../command.ts';
import { httpPeers } from './http.ts';
import type { Peer } from './peer.ts';
import { measure, type Question } from './row.ts';
import { matrixTable } from './table.ts';
import { turnPeers } from './turn.ts';

interface Matrix extends Question {
  readonly peers: readonly Peer[];
  readonly marks: Marks;
}

const MATRICES: readonly Matrix[] = [
  {
    protocol: 'http',
    patience: '5',
    peers: httpPeers,
    marks: ['<!-- matrix: written by npm run matrix -- --readme -->', '<!-- /matrix -->'],
  },
  {
    protocol: 'turn',
    patience: '5',
    peers: turnPeers,
    marks: ['<!-- matrix turn: written by npm run matrix -- --readme -->', '<!-- /matrix turn -->'],
  },
];

/** Most of them wait more than they work. */
const AT_ONCE = 3;

const { values } = parseArgs({
  options: {
    readme: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    protocol: { type: 'string', multiple: true },
  },
});
const listed = (words: readonly string[] | undefined): readonly string[] =>
  (words ?? []).flatMap((word) => word.split(','));
const [names, protocols] = [listed(values.only), listed(values.protocol)];
process.exitCode = complaint() ?? (await main());

/** 2 once wrong words were told of. */
function complaint(): number | undefined {
  const peers = MATRICES.flatMap((matrix) => matrix.peers.map(({ pics }) => pics));
  const known = MATRICES.map(({ protocol }) => protocol);
  const [peer] = names.filter((name) => !peers.includes(name));
  const [protocol] = protocols.filter((name) => !known.includes(name));
  if (peer !== undefined) process.stderr.write(`matrix: --only ${peer}: no such peer; there are ${peers.join(' ')}\n`);
  else if (protocol !== undefined)
    process.stderr.write(`matrix: --protocol ${protocol}: there are ${known.join(' ')}\n`);
  else return undefined;
  return 2;
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-matrix-'));
  let isWhole = true;
  try {
    for (const matrix of MATRICES.filter(({ protocol }) => protocols.length === 0 || protocols.includes(protocol))) {
      const chosen = matrix.peers.filter(({ pics }) => names.length === 0 || names.includes(pics));
      const rows = await judgeAll(chosen, matrix, folder);
      if (rows.length === matrix.peers.length) write(matrix, rows);
      process.stdout.write(`${matrixTable(rows)}\n`);
      isWhole &&= rows.length === chosen.length;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return isWhole ? 0 : 1;
}

/** In their order, without those that are not here. */
async function judgeAll(peers: readonly Peer[], question: Question, folder: string): Promise<readonly MatrixRow[]> {
  const rows: (MatrixRow | undefined)[] = peers.map(() => undefined);
  const left = [...peers.entries()];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [at, peer] = next;
      process.stderr.write(`${peer.name} as a ${peer.part} of ${question.protocol} ...\n`);
      rows[at] = await measure(peer, question, folder, assay).catch((fault: Error) => {
        process.stderr.write(`matrix: ${fault.message}\n`);
        return undefined;
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return rows.filter((row) => row !== undefined);
}

/** Only a matrix of all of them is kept. */
function write({ protocol, marks }: Matrix, rows: readonly MatrixRow[]): void {
  mkdirSync(projectPath('fixtures', 'reports', 'matrix'), { recursive: true });
  const path = projectPath('fixtures', 'reports', 'matrix', `${protocol}.json`);
  writeFileSync(path, `${JSON.stringify({ rows }, null, 2)}\n`);
  if (!values.readme) return;
  const readme = projectPath('README.md');
  writeFileSync(readme, between(readFileSync(readme, 'utf8'), marks, matrixTable(rows)));
}

/** What comes of it stands in its report. */
function assay(words: readonly string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...words], { cwd: projectPath(), stdio: 'ignore' });
    child.once('error', reject);
    child.once('close', resolve);
  });
}
