/** User-space stacks of other houses, judged behind the packets target. */
import { readFileSync } from 'node:fs';
import type { Report } from '../../src/generated/meta/report.ts';
import { assay } from '../assay.ts';

/** What the run said and left, with the results of what was run. */
export async function judged(program: string, protocols: string, report: string, ...words: string[]) {
  const run = ['run', '--target', `packets:${program}`, '--protocol', protocols, '--report', `json=${report}`];
  const ran = await assay([...run, ...words]);
  const { results, summary } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return { ...ran, summary, run: results.filter((result) => result.notRun === undefined) };
}
