/**
 * A child process that answers each line with a line: how a contender in another process takes its turn. Rejects, and
 * never hangs, when the child ends.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

export class LineChild {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting: { resolve: (line: string) => void; reject: (fault: Error) => void }[] = [];
  #rest = '';

  constructor(command: string, args: readonly string[]) {
    const child = spawn(command, args, { stdio: 'pipe' });
    this.#child = child;
    child.stderr.pipe(process.stderr);
    child.stdout.setEncoding('utf8').on('data', (text: string) => this.#take(text));
    child.stdin.on('error', () => {});
    const failed = (fault: Error): void => {
      for (const { reject } of this.#waiting.splice(0)) reject(fault);
    };
    child.on('error', failed);
    child.on('exit', (code, signal) => failed(new Error(`${command} ended: ${signal ?? code}`)));
  }

  ask(line: string): Promise<string> {
    const answer = new Promise<string>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    this.#child.stdin.write(`${line}\n`);
    return answer;
  }

  end(): void {
    this.#child.removeAllListeners('exit');
    this.#child.stdin.end();
    this.#child.kill();
  }

  #take(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop()!;
    for (const line of lines) this.#waiting.shift()?.resolve(line);
  }
}
