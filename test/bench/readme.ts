/** The table in the README, which stands between two marks and is only ever written by `npm run bench -- --readme`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { projectPath } from '../../src/loader/project.ts';

const [BEGIN, END] = ['<!-- bench: written by npm run bench -- --readme -->', '<!-- /bench -->'];

/** The text with what stands between the marks replaced. @throws Error unless it has each of them once, in order */
export function withTable(text: string, table: string): string {
  const [before, rest, ...others] = text.split(BEGIN);
  const [old, after, ...more] = (rest ?? '').split(END);
  if (old === undefined || after === undefined || others.length + more.length > 0) {
    throw new Error(`no single place for a table: ${BEGIN} ... ${END}`);
  }
  return `${before}${BEGIN}\n${table}\n${END}${after}`;
}

export function writeReadme(table: string): void {
  const path = projectPath('README.md');
  writeFileSync(path, withTable(readFileSync(path, 'utf8'), table));
}
