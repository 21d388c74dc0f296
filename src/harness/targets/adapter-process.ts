/**
 * One life of an adapter: a process that answers requests on its standard output, one JSON object a line. Requests go out
 * together and in the order in which they were made. The first thing that goes wrong ends the life: the group is killed,
 * and everybody who waits is told why. Never started again; that is for adapter-lives.ts.
 */

import type { Method } from '../../contract/port.ts';
import type { Keeper } from '../keeper.ts';
import { IutFault } from '../outcome.ts';
import { atMost } from './at-most.ts';
import { excerpt } from './excerpt.ts';
import { HangWatch } from './hang-watch.ts';
import { Ledger, type Pending } from './ledger.ts';
import { LineReader } from './line-reader.ts';
import type { Visit } from './port-target.ts';
import { ProcessGroup } from './process-group.ts';
import { mebi, startFault } from './process-words.ts';
import { StderrTail } from './stderr-tail.ts';

/** Milliseconds and octets. */
export interface Limits {
  /** For `initialize`, which an interpreter's start comes before. */
  readonly start: number;
  /** For every other request. */
  readonly hang: number;
  /** Octets on standard output without an answer. */
  readonly line: number;
  /** Octets on standard error between two answers. */
  readonly stderr: number;
}

/** Octets of standard error that are kept. */
const TAIL = 64 * 1024;
/** Milliseconds for what was written to come through once nobody is left to write; a process that left its group may
 * hold the pipe open for ever. */
const DRAIN = 250;
/** Milliseconds between closing a pipe and ending, for a process that means to end. */
const LINGER = 500;
/** Milliseconds to end after the end of standard input, and after SIGTERM. */
const FAREWELL = 1_000;
const TERM = 300;

interface Fate {
  readonly code: IutFault['code'];
  readonly text: string;
}

export class AdapterProcess {
  readonly #limits: Limits;
  readonly #group: ProcessGroup;
  readonly #ledger = new Ledger();
  readonly #lines = new LineReader();
  readonly #stderr = new StderrTail(TAIL);
  readonly #watch: HangWatch;
  readonly #exited: Promise<void>;
  readonly #drained: Promise<void>;
  #outbox = '';
  #blocked = false;
  #visitors = 0;
  /** Position on standard error at the last answer. */
  #answeredAt = 0;
  /** It has ended, or is about to. */
  #ending = false;
  /** By our wish: what it does now is nobody's fault. */
  #closing = false;
  #fate: Fate | undefined;

  /** @throws when the words are no command */
  constructor(words: readonly [string, ...string[]], limits: Limits, keeper?: Keeper) {
    this.#limits = limits;
    this.#group = new ProcessGroup(words, { keeper });
    this.#watch = new HangWatch(
      () => this.#oldest(),
      (limit) => this.#fail('iut-hung', this.#hungText(limit)),
    );
    const { child } = this.#group;
    this.#exited = new Promise((resolve) => {
      child.on('error', (cause: NodeJS.ErrnoException) => {
        this.#fail('iut-start', `cannot start ${words[0]}: ${startFault(cause)}`);
        resolve();
      });
      child.once('exit', (status, signal) => {
        resolve();
        this.#onExit(status, signal);
      });
    });
    this.#drained = new Promise((resolve) => child.once('close', () => resolve()));
    child.stdout.on('data', (chunk: Buffer) => this.#onOutput(chunk));
    child.stdout.once('end', () => this.#onClosed('standard output'));
    child.stderr.on('data', (chunk: Buffer) => this.#onStderr(chunk));
    child.stdin.on('drain', () => {
      this.#blocked = false;
      this.#flush();
    });
    child.stdin.on('error', () => this.#onClosed('standard input'));
  }

  /** Whether a request may still be made of it. */
  get isAlive(): boolean {
    return !this.#ending;
  }

  /** A seat's way to it, as long as this life lasts. */
  visit(): Visit {
    const since = this.#stderr.written;
    let known = false;
    return {
      request: (method, params) => {
        if (!known) this.#visitors += 1;
        known = true;
        return this.request(method, params, since);
      },
      stderr: () => this.#stderr.since(since),
      fault: () => this.#fault(since),
    };
  }

  /** Rejects with PortError, or with the IutFault that ended this life and what stderr has since the position `since`. */
  request(method: Method, params: object, since = 0): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const pending: Pending = { method, resolve, reject: (cause = this.#fault(since)) => reject(cause) };
      if (this.#fate !== undefined) return void this.#silence().then(() => pending.reject());
      const id = this.#ledger.open(pending);
      if (this.#outbox === '') process.nextTick(() => this.#flush());
      this.#outbox += `{"jsonrpc":"2.0","id":${id},"method":"${method}","params":${JSON.stringify(params)}}\n`;
      this.#watch.turn();
    });
  }

  /** Asks it to end, then makes it; resolves when nobody of the group is left. */
  async close(): Promise<void> {
    if (!this.#ending) {
      this.#ending = true;
      this.#closing = true;
      this.#watch.stop();
      this.#outbox += '{"jsonrpc":"2.0","id":0,"method":"shutdown","params":{}}\n';
      this.#flush();
      this.#group.child.stdin.end();
      await atMost(FAREWELL, this.#exited);
      if (this.#group.signal('SIGTERM')) await this.#group.gone(TERM);
    }
    this.#group.signal('SIGKILL');
    await this.#silence();
    this.#ledger.rejectAll(this.#fate === undefined ? new Error('the target was closed') : undefined);
    const { stdin, stdout, stderr } = this.#group.child;
    for (const pipe of [stdin, stdout, stderr]) pipe.destroy();
  }

  #oldest() {
    const pending = this.#ledger.oldest;
    if (pending === undefined || this.#fate !== undefined) return undefined;
    const { start, hang } = this.#limits;
    return { id: this.#ledger.oldestId, limit: pending.method === 'initialize' ? start : hang };
  }

  #flush(): void {
    if (this.#blocked || this.#outbox === '') return;
    const { stdin } = this.#group.child;
    const text = this.#outbox;
    this.#outbox = '';
    if (stdin.writable) this.#blocked = !stdin.write(text);
  }

  #onOutput(chunk: Buffer): void {
    if (this.#fate !== undefined || this.#closing) return;
    const lines = this.#lines.push(chunk);
    for (const line of lines) {
      const early = this.#ledger.oldest?.method === 'initialize';
      const breach = this.#ledger.take(line);
      if (breach === undefined) continue;
      this.#fail('iut-breach', early ? `before it answered initialize, ${breach}` : breach);
      break;
    }
    if (lines.length > 0) this.#answeredAt = this.#stderr.written;
    this.#ledger.deliver();
    this.#watch.turn();
    if (this.#lines.held <= this.#limits.line) return;
    this.#fail('iut-flooded', `wrote ${mebi(this.#limits.line)} to standard output without ending the line`);
  }

  #onStderr(chunk: Buffer): void {
    this.#stderr.push(chunk);
    if (this.#stderr.written - this.#answeredAt <= this.#limits.stderr) return;
    this.#fail('iut-flooded', `wrote ${mebi(this.#limits.stderr)} to standard error without an answer`);
  }

  /** A pipe is closed at the other end: part of ending, or odd. */
  #onClosed(pipe: string): void {
    if (this.#ending) return;
    void atMost(LINGER, this.#exited).then(() => {
      if (!this.#ending) this.#fail('iut-breach', `closed its ${pipe} and went on running`);
    });
  }

  #onExit(status: number | null, signal: string | null): void {
    if (this.#ending) return;
    this.#ending = true;
    this.#group.signal('SIGKILL');
    void this.#silence().then(() => {
      const half = this.#lines.held > 0;
      const { code, text } = this.#group.end(status, signal);
      this.#fail(half && status === 0 ? 'iut-breach' : code, `${text} ${this.#when()}${this.#lastWords()}`);
    });
  }

  /** The first fate stands. Those who wait are told once everything that was written has been read. */
  #fail(code: IutFault['code'], text: string): void {
    if (this.#fate !== undefined || this.#closing) return;
    this.#fate = { code, text };
    this.#group.note(code);
    this.#ending = true;
    this.#watch.stop();
    this.#group.signal('SIGKILL');
    void this.#silence().then(() => this.#ledger.rejectAll());
  }

  #fault(since: number): IutFault | undefined {
    if (this.#fate === undefined) return undefined;
    const { code, text } = this.#fate;
    return new IutFault(code, text, { stderr: this.#stderr.since(since), shared: this.#visitors > 1 });
  }

  #silence(): Promise<void> {
    return atMost(DRAIN, this.#drained);
  }

  #when(): string {
    if (this.#lines.held > 0) return `in the middle of a line: ${excerpt(this.#lines.beginning())}`;
    const { oldest } = this.#ledger;
    return oldest === undefined ? 'with nothing to do' : `before it answered ${oldest.method}`;
  }

  #lastWords(): string {
    const words = this.#stderr.tellingLine(this.#answeredAt);
    return words === undefined ? '' : `; its last words: ${excerpt(words)}`;
  }

  #hungText(limit: number): string {
    const half = this.#lines.held > 0 ? `; half a line came: ${excerpt(this.#lines.beginning())}` : '';
    return `did not answer ${this.#ledger.oldest?.method} within ${limit / 1000} s${half}`;
  }
}
