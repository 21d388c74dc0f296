/**
 * A child in a process group of its own, so that whatever it starts can be ended with it. Groups still alive are killed
 * when this process exits or is interrupted; only a kill -9 of this process, or a child that leaves its group, escapes.
 * On Windows, which has no such groups, the process tree is ended instead.
 */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Keeper, KeptEnd, Words } from '../keeper.ts';
import type { IutFault } from '../outcome.ts';
import { endText } from './process-words.ts';

const WINDOWS = process.platform === 'win32';
/** Milliseconds between two looks for those who are left. */
const LOOK = 10;
const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const alive = new Set<ProcessGroup>();
let guarded = false;

export interface Surroundings {
  /** The folder that it starts in; ours when not given. */
  readonly cwd?: string | undefined;
  /** Who starts and watches it, where it is not trusted; the folder is then the keeper's choice. */
  readonly keeper?: Keeper | undefined;
  /** A folder of ours that the keeper lets it read. */
  readonly given?: string | undefined;
}

export class ProcessGroup {
  readonly child: ChildProcessWithoutNullStreams;
  readonly #keeper: Keeper | undefined;

  /**
   * A program that cannot be started is told by the child's event `error`.
   * @throws when the words are no command
   */
  constructor(command: Words, { cwd = process.cwd(), keeper, given }: Surroundings = {}) {
    guard();
    this.#keeper = keeper;
    const { words, ...place } = keeper?.launch(command, given) ?? { words: command, cwd };
    const [program, ...args] = words;
    this.child = spawn(program, args, { ...place, detached: !WINDOWS, stdio: 'pipe', windowsHide: true });
    if (this.child.pid === undefined) return;
    alive.add(this);
    keeper?.watch(this.child, () => this.signal('SIGKILL'));
  }

  /** How it ended, as the event `exit` tells it. */
  end(status: number | null, signal: string | null): KeptEnd {
    return this.#keeper?.explain(this.child, status, signal) ?? { code: 'iut-exited', text: endText(status, signal) };
  }

  /** Tells the keeper, if there is one. */
  note(code: IutFault['code']): void {
    this.#keeper?.noted(code);
  }

  /** Whether somebody of the group was there to get it. After SIGKILL the number may be another's: nothing is sent. */
  signal(signal: 'SIGTERM' | 'SIGKILL'): boolean {
    if (!alive.has(this)) return false;
    if (signal === 'SIGKILL') alive.delete(this);
    return send(this.child.pid, signal);
  }

  /** Whether nobody of the group is left. */
  #isGone(): boolean {
    return !send(this.child.pid, 0);
  }

  /** Waits until nobody of the group is left, at most `within` milliseconds. */
  async gone(within: number): Promise<void> {
    const end = performance.now() + within;
    while (!this.#isGone() && performance.now() < end) await pause(LOOK);
  }
}

function send(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  if (WINDOWS && signal !== 0) return spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']).status === 0;
  try {
    return process.kill(WINDOWS ? pid : -pid, signal);
  } catch {
    return false;
  }
}

function killAll(): void {
  for (const group of alive) group.signal('SIGKILL');
}

function guard(): void {
  if (guarded) return;
  guarded = true;
  process.on('exit', killAll);
  for (const signal of INTERRUPTIONS) {
    const onInterruption = (): void => {
      // Somebody else handles it, and will exit in their own time.
      if (process.listenerCount(signal) > 1) return;
      killAll();
      process.off(signal, onInterruption);
      process.kill(process.pid, signal);
    };
    process.on(signal, onInterruption);
  }
}
