/** The lives of a program that is run once an errand: started with what the errand says, ended with the seat. */
import type { Keeper, Words } from '../../keeper.ts';
import type { IutFault } from '../../outcome.ts';
import type { Errand } from '../../surface.ts';
import { ErrandFiles, fillErrand } from './errand-command.ts';
import { ErrandProcess, type ProcessEnd } from './errand-process.ts';

export interface ErrandOptions {
  /** What an errand's items are when it says nothing of them. */
  readonly silent: Errand;
  /** Items that the command may leave out, whatever an errand says. */
  readonly optional?: readonly string[];
  readonly keeper?: Keeper | undefined;
}

export class ErrandRuns {
  readonly #words: Words;
  readonly #options: ErrandOptions;
  readonly #files = new ErrandFiles();
  readonly #runs: ErrandProcess[] = [];
  #fault: IutFault | undefined;

  constructor(words: Words, options: ErrandOptions) {
    this.#words = words;
    this.#options = options;
  }

  /** How it ended. @throws Unsupported when the command has no place for what the errand says */
  start(errand: Errand): Promise<ProcessEnd> {
    const { silent, optional = [], keeper } = this.#options;
    const left = Object.entries(errand).filter(([name]) => optional.includes(name));
    const words = fillErrand(this.#words, errand, { ...silent, ...Object.fromEntries(left) }, this.#files);
    const run = new ErrandProcess(words, keeper);
    this.#runs.push(run);
    return run.ended.then((end) => {
      this.#fault ??= end.fault;
      return end;
    });
  }

  stderr(): string {
    return this.#runs.map((run) => run.stderr()).join('');
  }

  get fault(): IutFault | undefined {
    return this.#fault;
  }

  async leave(): Promise<void> {
    await Promise.all(this.#runs.map((run) => run.kill()));
    this.#files.remove();
  }
}
