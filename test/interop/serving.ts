/** `assay serve --http` as a child, gone after the test. */
import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { projectPath } from '../../src/loader/project.ts';
import type { Ran } from '../assay.ts';
import { command } from '../command.ts';

export interface Serving {
  /** Ends with a slash. */
  readonly url: string;
  readonly port: number;
  end(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ran>;
}

/** @throws Error when it ends before it serves */
export async function serveHttp(...words: string[]): Promise<Serving> {
  const child = spawn(process.execPath, [command, 'serve', '--http', '0', ...words], {
    cwd: projectPath(),
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [stdout, stderr] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ran>((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const found = /^(http:\S+) .*\n/.exec(stdout)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`it ended: ${stderr}`)));
  });
  return { url, port: Number(new URL(url).port), end: (signal) => child.kill(signal), ended };
}
