/** A Node of its own for what a test process should not do to itself: end, be interrupted, lose its rights. */
import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { projectPath } from '../../../../../src/loader/project.ts';

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface NodeProcess {
  readonly child: ChildProcess;
  /** Resolves with all that it wrote once that contains `words`, or once it has ended. */
  said(words: string): Promise<string>;
  readonly ended: Promise<Ended>;
}

/** What every module that runs there may use. */
export const PRELUDE = `
  const kernel = await import(${JSON.stringify(projectPath('src/harness/targets/kernel/index.ts'))});
  const attach = () => kernel.kernelKind.attach('', { suite: 'test', seed: 1 });
`;

/** Runs a module by means of the command `wrapped`; killed after half a minute, or when the test is over. */
export function startNode(source: string, wrapped: readonly string[] = []): NodeProcess {
  const words = [...wrapped, process.execPath, '--import', 'tsx', '--input-type=module', '-e', PRELUDE + source];
  const child = spawn(words[0]!, words.slice(1), {
    cwd: projectPath(),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 30_000,
    killSignal: 'SIGKILL',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
  const said = (text: string): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (stdout.includes(text)) resolve(stdout);
      };
      child.stdout.on('data', look);
      void ended.then(() => resolve(stdout));
      look();
    });
  return { child, said, ended };
}
