/**
 * `npm run matrix [-- --readme] [--only NAME,...]`: judges every implementation of HTTP that this machine has, and writes
 * fixtures/reports/matrix/http.json; with --readme also the table in README.md. Exit status: 0 judged, whatever came of
 * it; 1 one of them is not here; 2 wrong words.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectPath } from '../../src/loader/project.ts';
import { between } from '../bench/readme.ts';
import { peers } from './peers.ts';
import { measure, type Row } from './row.ts';
import { matrixTable } from './table.ts';

const MARKS = ['<!-- matrix: written by npm run matrix -- --readme -->', '<!-- /matrix -->'] as const;

/** Most of them wait more than they work. */
const AT_ONCE = 3;

const { values } = parseArgs({
  options: { readme: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
});
const names = (values.only ?? []).flatMap((word) => word.split(','));
const chosen = peers.filter(({ pics }) => names.length === 0 || names.includes(pics));
const unknown = names.find((name) => !peers.some(({ pics }) => pics === name));
if (unknown !== undefined) {
  process.stderr.write(
    `matrix: --only ${unknown}: no such peer; there are ${peers.map(({ pics }) => pics).join(' ')}\n`,
  );
  process.exitCode = 2;
} else process.exitCode = await main();

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-matrix-'));
  const rows: (Row | undefined)[] = chosen.map(() => undefined);
  const left = [...chosen.entries()];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [at, peer] = next;
      process.stderr.write(`${peer.name} as a ${peer.part} ...\n`);
      rows[at] = await measure(peer, folder, assay).catch((fault: Error) => {
        process.stderr.write(`matrix: ${fault.message}\n`);
        return undefined;
      });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const judged = rows.filter((row) => row !== undefined);
  if (judged.length === peers.length) write(judged);
  process.stdout.write(`${matrixTable(judged)}\n`);
  return judged.length === chosen.length ? 0 : 1;
}

/** Only a matrix of all of them is kept. */
function write(rows: readonly Row[]): void {
  mkdirSync(projectPath('fixtures', 'reports', 'matrix'), { recursive: true });
  writeFileSync(projectPath('fixtures', 'reports', 'matrix', 'http.json'), `${JSON.stringify({ rows }, null, 2)}\n`);
  if (!values.readme) return;
  const path = projectPath('README.md');
  writeFileSync(path, between(readFileSync(path, 'utf8'), MARKS, matrixTable(rows)));
}

/** What comes of it stands in its report. */
function assay(words: readonly string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const command = [projectPath('dist', 'src', 'cli', 'main.js'), ...words];
    const child = spawn(process.execPath, command, { cwd: projectPath(), stdio: 'ignore' });
    child.once('error', reject);
    child.once('close', resolve);
  });
}
