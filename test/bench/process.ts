/** Contenders that are whole processes: from the start to the end, or as long as the process itself says that it took. */
import { spawn } from 'node:child_process';
import type { Contender } from './interleave.ts';
import { Disagreement } from './row.ts';

export interface Ended {
  readonly stdout: string;
  readonly nanoseconds: number;
}

/** @throws Disagreement when it does not end with exit status 0 */
export function runToEnd(args: readonly string[], folder?: string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const nanoseconds = (performance.now() - started) * 1e6;
      if (code === 0) resolve({ stdout, nanoseconds });
      else reject(new Disagreement(`node ${args.join(' ')} ended with ${code}: ${stderr || stdout}`));
    });
  });
}

/** Node with `args`, from start to end; `check` is asked about its output every time. */
export function nodeProcess(
  name: string,
  args: readonly string[],
  check: (stdout: string) => boolean,
  folder?: string,
): Contender {
  return {
    name,
    run: async () => {
      const { stdout, nanoseconds } = await runToEnd(args, folder);
      if (!check(stdout)) throw new Disagreement(`${name} wrote: ${stdout.slice(-300)}`);
      return nanoseconds;
    },
  };
}

/** Node with `args`, which writes the figure that counts: nanoseconds, or octets. */
export function selfMeasured(name: string, args: readonly string[]): Contender {
  return {
    name,
    run: async () => {
      const { stdout } = await runToEnd(args);
      const figure = Number(stdout);
      if (!(figure > 0)) throw new Disagreement(`${name} wrote: ${stdout.slice(-300)}`);
      return figure;
    },
  };
}
