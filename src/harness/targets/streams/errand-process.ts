/**
 * One run of a command for one errand: its output is kept, its end is told once. Killed with all its children when nobody
 * waits for it any more.
 */

import type { Keeper, Words } from '../../keeper.ts';
import { IutFault } from '../../outcome.ts';
import { ProcessGroup } from '../process-group.ts';
import { startFault } from '../process-words.ts';
import { StderrTail } from '../stderr-tail.ts';

/** Octets of standard output that are taken before it counts as a flood; of standard error that are kept. */
const FLOOD = 64 * 2 ** 20;
const TAIL = 64 * 1024;

export interface ProcessEnd {
  readonly ok: boolean;
  readonly output: Uint8Array;
  readonly fate: string;
  /** It was ended by a signal that we did not send, wrote without end, or never started. */
  readonly fault: IutFault | undefined;
}

export class ErrandProcess {
  readonly #group: ProcessGroup;
  readonly #stderr = new StderrTail(TAIL);
  readonly #output: Buffer[] = [];
  #written = 0;
  #killed = false;
  /** Keeps its promise whatever happens. */
  readonly ended: Promise<ProcessEnd>;

  constructor(words: Words, keeper?: Keeper) {
    this.#group = new ProcessGroup(words, { keeper });
    const { child } = this.#group;
    child.stdin.on('error', () => {});
    child.stdin.end();
    child.stderr.on('data', (chunk: Buffer) => this.#stderr.push(chunk));
    child.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
    this.ended = new Promise((resolve) => {
      const end = (ok: boolean, fate: string, fault?: IutFault): void =>
        resolve({ ok, fate, fault, output: Buffer.concat(this.#output) });
      child.once('error', (cause: NodeJS.ErrnoException) => {
        const fate = `${words[0]}: ${startFault(cause)}`;
        end(false, fate, new IutFault('iut-start', `did not start: ${fate}`));
      });
      // Whatever it started must not keep its pipes open.
      child.once('exit', () => this.#group.signal('SIGKILL'));
      child.once('close', (status, signal) => {
        const fate = this.#group.end(status, signal).text;
        end(status === 0, fate, this.#fault(fate, signal));
      });
    });
  }

  stderr(): string {
    return this.#stderr.since(0);
  }

  async kill(): Promise<void> {
    this.#killed = true;
    this.#group.signal('SIGKILL');
    await this.ended;
  }

  #take(chunk: Buffer): void {
    this.#written += chunk.length;
    if (this.#written <= FLOOD) this.#output.push(chunk);
    else this.#group.signal('SIGKILL');
  }

  #fault(fate: string, signal: string | null): IutFault | undefined {
    const stderr = this.stderr();
    if (this.#written > FLOOD) {
      return new IutFault('iut-flooded', `wrote more than ${FLOOD / 2 ** 20} MiB to standard output`, { stderr });
    }
    return signal === null || this.#killed ? undefined : new IutFault('iut-exited', fate, { stderr });
  }
}
