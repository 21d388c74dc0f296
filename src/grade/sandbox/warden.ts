/**
 * Keeps the processes of one submission: puts each into its sandbox, watches memory, CPU time and output, ends what goes
 * beyond, and remembers why. Memory is each life's own; CPU time and output are of all lives together, and once they are
 * spent the run is over. Judges nothing.
 */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Keeper, KeptEnd, Launch, Words } from '../../harness/keeper.ts';
import type { IutFault } from '../../harness/outcome.ts';
import { endText } from '../../harness/targets/process-words.ts';
import type { Enclosure } from './enclosure.ts';
import { signalOf } from './exit-status.ts';
import { MEBI } from './limits.ts';
import { SYSTEM_PATH } from './machine.ts';
import { sharedMemoryOf, usageOf } from './usage.ts';
import { wrap } from './wrap.ts';

/** What is used up, or too often: no more lives. */
export type Spent = 'cpu' | 'output-limit' | 'timed-out';

/** Milliseconds between two looks. */
const LOOK = 40;
const MEMORY_WORDS = /MemoryError|bad_alloc|OutOfMemory|[Oo]ut of memory|Cannot allocate memory|heap limit/;
/** Octets of the end of standard error that are read for such words. */
const TAIL = 4096;
/** Lives that may hang, once something was right, and before. */
const [MOST_HUNG, MOST_HUNG_AT_FIRST] = [40, 8];

interface Life {
  readonly timer: NodeJS.Timeout;
  cpu: number;
  tail: string;
  tooMuchMemory: boolean;
}

export class Warden implements Keeper {
  readonly #enclosure: Omit<Enclosure, 'given'>;
  readonly #onSpent: () => void;
  readonly #lives = new Map<ChildProcessWithoutNullStreams, Life>();
  /** Somebody saw it do something right. */
  hasPassed = false;
  #spentCpu = 0;
  #output = 0;
  #hung = 0;
  #spent: Spent | undefined;
  #memory = false;
  #signal: string | undefined;

  /** @param onSpent told once, when there are to be no more lives */
  constructor(enclosure: Omit<Enclosure, 'given'>, onSpent: () => void) {
    this.#enclosure = enclosure;
    this.#onSpent = onSpent;
  }

  get spent(): Spent | undefined {
    return this.#spent;
  }

  /** A life was ended for its memory. */
  get memory(): boolean {
    return this.#memory;
  }

  /** What the last life ended by, of those that a signal ended. */
  get signal(): string | undefined {
    return this.#signal;
  }

  launch(words: Words, given?: string): Launch {
    const { machine, folder } = this.#enclosure;
    return {
      words: wrap(words, { ...this.#enclosure, given }),
      cwd: folder,
      env: { PATH: SYSTEM_PATH, HOME: machine.kind === 'none' ? folder : '/tmp', LANG: 'C.UTF-8' },
    };
  }

  watch(child: ChildProcessWithoutNullStreams, end: () => void): void {
    const { limits } = this.#enclosure;
    const look = (): void => {
      const usage = usageOf(child.pid!);
      life.cpu = Math.max(life.cpu, usage.cpu);
      const most = limits.memoryMiB * MEBI;
      if (usage.memory > most && sharedMemoryOf(child.pid!) > most) {
        life.tooMuchMemory = true;
        end();
      }
      if (this.#spentCpu + life.cpu > limits.cpuSeconds) this.#spend('cpu', end);
    };
    const life: Life = { timer: setInterval(look, LOOK).unref(), cpu: 0, tail: '', tooMuchMemory: false };
    this.#lives.set(child, life);
    const count = (chunk: Buffer): void => {
      this.#output += chunk.length;
      if (this.#output > limits.outputMiB * MEBI) this.#spend('output-limit', end);
    };
    child.stdout.on('data', count);
    child.stderr.on('data', (chunk: Buffer) => {
      count(chunk);
      life.tail = (life.tail + chunk.toString('latin1')).slice(-TAIL);
    });
    for (const event of ['exit', 'error'] as const) child.once(event, () => this.#bury(life));
  }

  noted(code: IutFault['code']): void {
    if (code === 'iut-hung') this.#hung += 1;
    if (this.#hung >= (this.hasPassed ? MOST_HUNG : MOST_HUNG_AT_FIRST)) this.#spend('timed-out', () => {});
  }

  explain(child: ChildProcessWithoutNullStreams, status: number | null, signal: string | null): KeptEnd {
    const { limits } = this.#enclosure;
    const life = this.#lives.get(child);
    const fate = signal ?? signalOf(status);
    if (fate === 'SIGXCPU') this.#spend('cpu', () => {});
    if (this.#spent === 'cpu') {
      return { code: 'iut-exited', text: `was ended after ${limits.cpuSeconds} s of CPU time` };
    }
    if (this.#spent === 'output-limit') return { code: 'iut-flooded', text: `wrote more than ${limits.outputMiB} MiB` };
    if (life?.tooMuchMemory || MEMORY_WORDS.test(life?.tail ?? '')) {
      this.#memory = true;
      return { code: 'iut-exited', text: `needed more than ${limits.memoryMiB} MiB of memory, and ended` };
    }
    this.#signal = fate;
    return { code: 'iut-exited', text: fate === undefined ? endText(status, null) : endText(null, fate) };
  }

  #spend(what: Spent, end: () => void): void {
    end();
    if (this.#spent !== undefined) return;
    this.#spent = what;
    this.#onSpent();
  }

  #bury(life: Life): void {
    clearInterval(life.timer);
    this.#spentCpu += life.cpu;
    life.cpu = 0;
  }
}
