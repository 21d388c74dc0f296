/**
 * Golden reports of the sample adapters (fixtures/reports/adapters): a change of the suite or of an adapter is read as
 * their diff. `UPDATE_GOLDENS=1 npm test -- test/interop/adapter-reports.test.ts` writes them anew.
 *
 * They hold what was found, one result a line, and not how: no evidence, no digest, and nothing of other protocols, so
 * that they change only where a verdict comes, goes or turns.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Counts, Report, Result } from '../../src/generated/meta/report.ts';
import { projectPath } from '../../src/loader/project.ts';
import { assay, temporaryFolder } from '../assay.ts';
import { testWith } from '../requires.ts';
import { codecs, decoder, type Sample, student, workshop } from './sample-adapters.ts';

const FOLDER = projectPath('fixtures', 'reports', 'adapters');
const samples = [decoder, ...codecs];
const folderOf = workshop();

async function judged(sample: Sample, asked: readonly string[], exit: Report['summary']['exit']): Promise<Report> {
  const file = join(temporaryFolder(), 'report.json');
  const target = ['--target', `exec:${sample.run}`, ...asked];
  const { status, stderr } = await assay(['run', ...target, '--reproducible', '--report', `json=${file}`], {
    cwd: folderOf(sample),
  });
  expect({ status, stderr }).toEqual({ status: exit, stderr: '' });
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

function kept({ scenario, verdict, notRun, reason, branch }: Result): object {
  return { scenario, verdict, notRun, reason: reason?.text, branch: branch?.outcome };
}

/** What was not run is counted by its kind. */
function ran({ none: _, ...counts }: Counts): object {
  return counts;
}

/** JSON, a line for each thing that changes by itself. */
function compact({ target, summary, results }: Report): string {
  const { excluded: _, ...notRun } = summary.notRun;
  const parts = {
    target,
    exit: summary.exit,
    scenarios: ran(summary.scenarios),
    rules: ran(summary.rules),
    notRun,
  };
  const heads = Object.entries(parts).map(([name, part]) => `"${name}": ${JSON.stringify(part)},\n`);
  const lines = results.filter((result) => result.notRun !== 'excluded').map((result) => JSON.stringify(kept(result)));
  return `{\n${heads.join('')}"results": [\n${lines.join(',\n')}\n]\n}\n`;
}

function compare(path: string, text: string): void {
  if (process.env.UPDATE_GOLDENS) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text, 'UPDATE_GOLDENS=1 writes it anew, to be read as a diff').toBe(readFileSync(path, 'utf8'));
}

for (const sample of samples) {
  testWith(sample.need)(`${sample.source} conforms, and its report is as it was read`, async () => {
    const report = await judged(sample, ['--protocol', 'ipv4'], 0);
    const { results, target } = report;
    expect(results.filter(({ verdict }) => ['fail', 'inconclusive', 'error'].includes(verdict))).toEqual([]);
    expect(results.filter(({ verdict }) => verdict === 'pass').length).toBeGreaterThan(50);
    // What it declares it answers.
    const left = results.filter(({ notRun }) => notRun === 'unsupported').map(({ reason }) => reason?.text ?? '');
    expect(left.filter((text) => target.capabilities.some((capability) => text.includes(capability)))).toEqual([]);
    compare(join(FOLDER, `${sample.name}.json`), compact(report));
  });
}

/** What it lacks, each read beside the clause: it takes nothing of a segment that is old in part, and never sends again. */
const LACKS: Readonly<Record<string, Result['verdict']>> = {
  'tcp-acceptance-006': 'inconclusive',
  'tcp-bad-link-003': 'inconclusive',
  'tcp-bad-link-005': 'fail',
  'tcp-matrix-established-data-seg-seq-7/across': 'fail',
};

testWith(student.need)(
  `${student.source} fails where it is naive, and its report is as it was read`,
  async () => {
    const report = await judged(student, ['--profile', 'lecture', '--protocol', 'tcp'], 1);
    const found = report.results.filter(({ verdict }) => verdict !== 'none' && verdict !== 'pass');
    expect(Object.fromEntries(found.map(({ scenario, verdict }) => [scenario, verdict]))).toEqual(LACKS);
    compare(join(FOLDER, `${student.name}.json`), compact(report));
  },
  120_000,
);

test('the codecs are judged by the same scenarios, to the same verdicts', () => {
  const [first, ...others] = codecs.map(({ name }) => {
    const { results } = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as {
      results: Partial<Result>[];
    };
    return results.map(({ scenario, verdict, notRun }) => ({ scenario, verdict, notRun }));
  });
  expect(first!.map(({ scenario }) => scenario)).toEqual(
    expect.arrayContaining(['ipv4-length-003', 'ipv4-version-001/six']),
  );
  for (const other of others) expect(other).toEqual(first);
});

test('there is no golden that nothing makes', () => {
  expect(readdirSync(FOLDER).sort()).toEqual([...samples, student].map(({ name }) => `${name}.json`).sort());
});
