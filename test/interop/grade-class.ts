/** Small classes to be graded: a rubric of two rules, and submissions that are a program each. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Found } from '../../src/generated/meta/grade-record.ts';
import { projectPath } from '../../src/loader/project.ts';
import { assay } from '../assay.ts';

/** A decoder that a sandbox's Python runs. */
export const DECODER: string = readFileSync(projectPath('fixtures', 'adapters', 'python', 'ipv4.py'), 'utf8');

export interface ClassOptions {
  readonly limits?: Record<string, number>;
  readonly program?: { readonly when: string; readonly build?: string; readonly attach: string };
}

/** A folder with `rubric.json`, pinned, and `submissions/`. @returns where the rubric is */
export async function makeClass(
  folder: string,
  submissions: Readonly<Record<string, Readonly<Record<string, string>>>>,
  { limits = {}, program = { when: 'main.py', attach: 'exec:python3 main.py' } }: ClassOptions = {},
): Promise<string> {
  chmodSync(folder, 0o755);
  const rubric = {
    rubric: 1,
    name: 'small',
    title: 'A small assignment',
    suite: { digest: '0'.repeat(64) },
    points: 4,
    capabilities: ['ipv4.decode'],
    limits: { runSeconds: 60, answerSeconds: 5, ...limits },
    programs: [program],
    groups: [
      { id: 'seen', title: 'Seen', kind: 'sum', points: 2, items: [{ rule: 'RFC791-IHL-1' }] },
      { id: 'secret', title: 'Secret', kind: 'sum', points: 2, visibility: 'hidden', items: [{ rule: 'RFC791-VER' }] },
    ],
  };
  const path = join(folder, 'rubric.json');
  writeFileSync(path, JSON.stringify(rubric, null, 2));
  const pinned = await assay(['grade', '--pin', path]);
  expect(pinned.stderr).toBe('');
  for (const [name, files] of Object.entries(submissions)) {
    mkdirSync(join(folder, 'submissions', name), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, 'submissions', name, file), text);
  }
  return path;
}

/** The findings of a record file, each line whole. */
export function findingsIn(path: string): Found[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Found)
    .filter(({ kind }) => kind === 'found');
}
