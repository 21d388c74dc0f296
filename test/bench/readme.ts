/** Tables in the README, which stand between two marks each and are only ever written by the command that they name. */
import { readFileSync, writeFileSync } from 'node:fs';
import { projectPath } from '../../src/loader/project.ts';

export type Marks = readonly [begin: string, end: string];

const BENCH: Marks = ['<!-- bench: written by npm run bench -- --readme -->', '<!-- /bench -->'];

/** The text with what stands between the marks replaced. @throws Error unless it has each of them once, in order */
export function between(text: string, [begin, end]: Marks, table: string): string {
  const [before, rest, ...others] = text.split(begin);
  const [old, after, ...more] = (rest ?? '').split(end);
  if (old === undefined || after === undefined || others.length + more.length > 0) {
    throw new Error(`no single place for a table: ${begin} ... ${end}`);
  }
  return `${before}${begin}\n${table}\n${end}${after}`;
}

export function withTable(text: string, table: string): string {
  return between(text, BENCH, table);
}

export function writeReadme(table: string): void {
  const path = projectPath('README.md');
  writeFileSync(path, withTable(readFileSync(path, 'utf8'), table));
}
