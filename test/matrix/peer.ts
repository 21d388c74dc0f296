/** An implementation that the matrix has: how it is attached, what is declared of it, which version it is. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { projectPath } from '../../src/loader/project.ts';
import type { Need } from '../requires.ts';

export interface Peer {
  readonly name: string;
  readonly part: 'server' | 'client' | 'gateway' | 'proxy';
  /** As --target has it, from the project's folder. */
  readonly target: string;
  /** Its conformance statement in fixtures/deviations/. */
  readonly pics: string;
  /** What says its version, and where in that the version stands. */
  readonly version: { readonly command: readonly [string, ...string[]]; readonly pattern: RegExp };
  readonly needs: readonly Need[];
  /** Seconds, as --patience has them, where it takes more than others of its protocol. */
  readonly patience?: string;
}

export const DOTTED = /(\d+(?:\.\d+)+)/;

/** Undefined when the program is not there. */
export function versionOf({ version: { command, pattern } }: Peer): string | undefined {
  const [program, ...args] = command;
  const { error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', cwd: projectPath() });
  return error === undefined ? pattern.exec(stdout + stderr)?.[1] : undefined;
}

/** Words for `assay run` that say what is declared of it. */
export function statementOf({ pics }: Peer): readonly string[] {
  const path = projectPath('fixtures', 'deviations', `${pics}.json`);
  return existsSync(path) ? ['--pics', `fixtures/deviations/${pics}.json`] : [];
}
