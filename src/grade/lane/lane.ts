/**
 * A lane as the batch sees it: a process of ours, in a network namespace of its own where servers are judged, that is
 * started when it is needed and again when it has ended. Ends with the batch, however that ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Result } from '../../generated/meta/report.ts';
import { InfrastructureFault } from '../trial/fault.ts';
import type { Assignment, Findings } from '../trial/trial.ts';
import type { FromLane, ToLane } from './messages.ts';

export interface LaneOptions {
  /** Words that start a lane's process. */
  readonly entry: readonly string[];
  readonly assignment: Assignment;
  /** Told of each verdict as it falls. */
  readonly onResult?: ((result: Result, part: 'open' | 'hidden') => void) | undefined;
  /** Told once it is known what the machine lacks, and how submissions are kept. */
  readonly onReady?: ((lacking: readonly string[], kind: string) => void) | undefined;
}

export interface Tried {
  readonly findings: Findings;
  readonly milliseconds: number;
  readonly isolation: string;
}

export class Lane {
  readonly #options: LaneOptions;
  #child: ChildProcess | undefined;
  #ready: Promise<string> | undefined;
  #take: ((message: FromLane | undefined) => void) | undefined;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  /** Starts it, unless it runs. Resolves to how submissions are kept. @throws InfrastructureFault */
  ready(): Promise<string> {
    this.#ready ??= this.#start();
    return this.#ready;
  }

  /** @throws InfrastructureFault where the lane itself failed */
  async try(folder: string): Promise<Tried> {
    const isolation = await this.ready();
    const answer = this.#next(['found', 'fault']);
    this.#send({ say: 'try', folder });
    const message = await answer;
    if (message?.say === 'found') {
      return { findings: message.findings, milliseconds: message.milliseconds, isolation };
    }
    throw new InfrastructureFault(message?.say === 'fault' ? message.text : 'the process that judges ended');
  }

  close(): void {
    this.#child?.disconnect?.();
  }

  async #start(): Promise<string> {
    const [program, ...args] = this.#options.entry;
    const child = spawn(program!, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' });
    this.#child = child;
    child.on('message', (message: FromLane) => this.#onMessage(message));
    for (const event of ['error', 'exit'] as const) {
      child.once(event, () => {
        if (this.#child === child) this.#ready = undefined;
        this.#take?.(undefined);
      });
    }
    const answer = this.#next(['ready', 'fault']);
    const { assignment, onResult, onReady } = this.#options;
    this.#send({ say: 'begin', assignment, live: onResult !== undefined });
    const message = await answer;
    if (message?.say !== 'ready') {
      this.#ready = undefined;
      throw new InfrastructureFault(message?.say === 'fault' ? message.text : `${args.join(' ')} does not start`);
    }
    onReady?.(message.machine.lacking, message.machine.kind);
    return message.machine.kind;
  }

  #onMessage(message: FromLane): void {
    if (message.say === 'result') this.#options.onResult?.(message.result, message.part);
    else this.#take?.(message);
  }

  #next(says: readonly FromLane['say'][]): Promise<FromLane | undefined> {
    return new Promise((resolve) => {
      this.#take = (message) => {
        if (message !== undefined && !says.includes(message.say)) return;
        this.#take = undefined;
        resolve(message);
      };
    });
  }

  #send(message: ToLane): void {
    // A child that is gone is told by its exit.
    this.#child?.send(message, () => {});
  }
}
