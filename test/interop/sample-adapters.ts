/**
 * The adapters that fixtures/adapters shows, each built into one folder as strictly as its language can, and the words
 * that run it there. Those of a report say no path, so that it is the same on every machine.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll } from 'vitest';
import { projectPath } from '../../src/loader/project.ts';
import type { Need } from '../requires.ts';

export interface Sample {
  /** Of its report. */
  readonly name: string;
  readonly need: Need;
  readonly source: string;
  /** The words that build it from `source`, into the folder that they are run in. */
  readonly build?: (source: string) => readonly string[];
  /** The words that run it in that folder. */
  readonly run: string;
}

const STRICT_C = ['-std=c11', '-pedantic', '-O1', '-Wall', '-Wextra', '-Werror', '-fsanitize=address,undefined'];
const STRICT_RUST = ['--edition', '2021', '-D', 'warnings', '-C', 'overflow-checks'];
const STRICT_JAVA = ['--release', '17', '-Xlint:all', '-Werror'];

/** Decoder and encoder. */
export const codecs: readonly Sample[] = [
  { name: 'python-codec', need: 'python3', source: 'python/ipv4_codec.py', run: 'python3 -W error ipv4_codec.py' },
  {
    name: 'c',
    need: 'gcc',
    source: 'c/ipv4.c',
    build: (source) => [...STRICT_C, '-fno-sanitize-recover', '-o', 'ipv4-c', source],
    run: './ipv4-c',
  },
  {
    name: 'rust',
    need: 'rustc',
    source: 'rust/ipv4.rs',
    build: (source) => [...STRICT_RUST, '-o', 'ipv4-rust', source],
    run: './ipv4-rust',
  },
  {
    name: 'java',
    need: 'javac',
    source: 'java/Ipv4.java',
    build: (source) => [...STRICT_JAVA, '-d', '.', source],
    run: 'java Ipv4',
  },
];

/** The smallest. */
export const decoder: Sample = {
  name: 'python',
  need: 'python3',
  source: 'python/ipv4.py',
  run: 'python3 -W error ipv4.py',
};

/** A naive TCP, which fails as a first attempt does. */
export const student: Sample = {
  name: 'python-tcp',
  need: 'python3',
  source: 'python-tcp/tcp.py',
  run: 'python3 -W error tcp.py',
};

/** Builds on demand, each once; what was built is gone after the tests of the file that asked. */
export function workshop(): (sample: Sample) => string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-adapters-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const built = new Set<Sample>();
  return (sample) => {
    if (!built.has(sample)) buildInto(folder, sample);
    built.add(sample);
    return folder;
  };
}

/** What is run as it is written is copied there. */
function buildInto(folder: string, { need, source, build }: Sample): void {
  const path = projectPath('fixtures', 'adapters', source);
  if (build === undefined) copyFileSync(path, join(folder, basename(path)));
  else execFileSync(need, build(path), { cwd: folder, stdio: 'inherit' });
}
