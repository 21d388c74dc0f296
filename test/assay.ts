/** The command, run as a user runs it; and a folder that is gone after the test. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { projectPath } from '../src/loader/project.ts';
import { command } from './command.ts';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export function assay(
  words: readonly string[],
  { before = [], ...around }: Surroundings & { readonly before?: readonly string[] } = {},
): Promise<Ran> {
  return ran([...before, process.execPath, command, ...words], around);
}

/** Any program, from its start to its end. */
export function ran([program, ...args]: readonly string[], { input = '', env, cwd }: Surroundings = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program!, args, { cwd: cwd ?? projectPath(), env: { ...process.env, NO_COLOR: '1', ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** Standard error without lines about progress, for which a busy machine takes long enough. */
export function withoutProgress(stderr: string): string {
  return stderr.replace(/^\d+\/\d+(, .*| \(\d+ failed\))?\n/gm, '');
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
