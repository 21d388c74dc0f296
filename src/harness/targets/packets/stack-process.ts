/**
 * One life of a user-space stack: a process that takes datagrams on its standard input and gives them on its standard
 * output. Each visitor gets those for its own address. The first thing that goes wrong ends the life: the group is
 * killed, and everybody who waits is told why. Never started again; that is for target.ts.
 */
import { type Interval, microseconds } from '../../interval.ts';
import { IutFault } from '../../outcome.ts';
import type { Arrival } from '../../surface.ts';
import { atMost } from '../at-most.ts';
import { deliver } from '../deliver.ts';
import { excerpt } from '../excerpt.ts';
import { Mailbox } from '../mailbox.ts';
import { ProcessGroup } from '../process-group.ts';
import { endText, mebi, startFault } from '../process-words.ts';
import { StderrTail } from '../stderr-tail.ts';
import { FrameReader } from './frame-reader.ts';
import { PipeClock } from './pipe-clock.ts';

/** Milliseconds in which a command that is none ends, so that it is told as such. */
const SETTLE = 1_000;
/** Octets of standard error that are kept. */
const TAIL = 64 * 1024;
/** Octets that it may write to either pipe: in all, and on top of that for every datagram it was sent. */
const FLOOD = 16 * 2 ** 20;
const ANSWER = 128 * 1024;
/** Milliseconds: for what was written to come through once nobody is left to write; between closing a pipe and ending;
 * to end after the end of standard input, and after SIGTERM. */
const DRAIN = 250;
const LINGER = 500;
const FAREWELL = 1_000;
const TERM = 300;
/** RFC 791 section 3.1: total length has 16 bits. */
const LONGEST = 0xffff;

/** One seat's way to the stack, as long as this life lasts. */
export interface Visit {
  /** @throws IutFault, or RangeError for more octets than a datagram can have */
  send(datagram: Uint8Array): Promise<Interval>;
  /** @throws IutFault */
  receive(within: number): Promise<Arrival | undefined>;
  stderr(): string;
  fault(): IutFault | undefined;
  leave(): void;
}

export class StackProcess {
  readonly #hang: number;
  readonly #group: ProcessGroup;
  readonly #frames = new FrameReader();
  readonly #clock = new PipeClock();
  readonly #stderr = new StderrTail(TAIL);
  readonly #mailboxes = new Map<number, Mailbox>();
  /** How much had come on standard error when each mailbox was opened. */
  readonly #since = new Map<Mailbox, number>();
  readonly #exited: Promise<void>;
  readonly #drained: Promise<void>;
  #fate: { readonly code: IutFault['code']; readonly text: string } | undefined;
  /** It has ended, or is about to. */
  #ending = false;
  /** By our wish: what it does now is nobody's fault. */
  #closing = false;
  /** Seats that have sent something. */
  #visitors = 0;
  #sent = 0;
  #written = 0;
  #stuck: NodeJS.Timeout | undefined;

  private constructor(words: readonly [string, ...string[]], hang: number) {
    this.#hang = hang;
    this.#group = new ProcessGroup(words);
    const { child } = this.#group;
    this.#exited = new Promise((resolve) => {
      child.on('error', (cause) => {
        this.#fail('iut-start', `cannot start ${words[0]}: ${startFault(cause)}`);
        resolve();
      });
      child.once('exit', (status, signal) => {
        this.#onExit(endText(status, signal));
        resolve();
      });
    });
    this.#drained = new Promise((resolve) => child.once('close', () => resolve()));
    child.stdout.on('data', (chunk: Buffer) => this.#onOutput(chunk));
    child.stdout.once('end', () => this.#onClosed('standard output'));
    child.stderr.on('data', (chunk: Buffer) => this.#onStderr(chunk));
    child.stdin.on('error', () => this.#onClosed('standard input'));
  }

  /**
   * @param hang milliseconds that it may take nothing, or leave a frame unfinished
   * @throws IutFault iut-start
   */
  static async start(words: readonly [string, ...string[]], hang: number): Promise<StackProcess> {
    const stack = new StackProcess(words, hang);
    await atMost(SETTLE, stack.#exited);
    if (!stack.#ending) return stack;
    await stack.close();
    const { text } = stack.#fate!;
    throw new IutFault('iut-start', `did not start: ${text}`, { stderr: stack.#stderr.since(0) });
  }

  /** Whether somebody may still come in. */
  get isAlive(): boolean {
    return !this.#ending;
  }

  /** For the datagrams to addresses that end in `key`. */
  enter(key: number): Visit {
    const since = this.#stderr.written;
    const mailbox = new Mailbox(this.#clock);
    this.#mailboxes.set(key, mailbox);
    this.#since.set(mailbox, since);
    const fault = (): IutFault | undefined => this.#fault(since);
    if (this.#fate !== undefined) mailbox.fail(fault());
    let known = false;
    return {
      send: (datagram) => {
        if (!known) this.#visitors += 1;
        known = true;
        return this.#send(datagram, since);
      },
      receive: (within) => mailbox.receive(within),
      stderr: () => this.#stderr.since(since),
      fault,
      leave: () => {
        mailbox.close();
        this.#mailboxes.delete(key);
        this.#since.delete(mailbox);
      },
    };
  }

  /** Asks it to end, then makes it; resolves when nobody of the group is left. */
  async close(): Promise<void> {
    clearTimeout(this.#stuck);
    if (!this.#ending) {
      this.#ending = true;
      this.#closing = true;
      this.#group.child.stdin.end();
      await atMost(FAREWELL, this.#exited);
      if (this.#group.signal('SIGTERM')) await this.#group.gone(TERM);
    }
    this.#group.signal('SIGKILL');
    await this.#silence();
    for (const mailbox of this.#mailboxes.values()) mailbox.close();
    const { stdin, stdout, stderr } = this.#group.child;
    for (const pipe of [stdin, stdout, stderr]) pipe.destroy();
  }

  async #send(datagram: Uint8Array, since: number): Promise<Interval> {
    if (datagram.length > LONGEST) throw new RangeError(`${datagram.length} octets: a datagram has at most ${LONGEST}`);
    const frame = Buffer.alloc(2 + datagram.length);
    frame.writeUInt16BE(datagram.length);
    frame.set(datagram, 2);
    this.#sent += 1;
    const earliest = microseconds();
    // So that an answer is never taken to have come before what it answers.
    await this.#clock.look();
    if (!this.#ending && (await this.#write(frame))) return { earliest, latest: microseconds() };
    await atMost(LINGER + DRAIN, this.#exited);
    await this.#silence();
    throw this.#fault(since) ?? new Error('the target was closed');
  }

  /** Whether the pipe took it. */
  #write(frame: Buffer): Promise<boolean> {
    return new Promise((resolve) => {
      const hung = (): void => this.#fail('iut-hung', `did not read its standard input for ${this.#hang / 1000} s`);
      const timer = Number.isFinite(this.#hang) ? setTimeout(hung, this.#hang) : undefined;
      this.#group.child.stdin.write(frame, (fault) => {
        clearTimeout(timer);
        resolve(!fault);
      });
    });
  }

  #onOutput(chunk: Buffer): void {
    if (this.#fate !== undefined || this.#closing) return;
    const at = this.#clock.arrival();
    const breach = this.#frames.push(chunk, (datagram) => deliver({ datagram, interface: 0, at }, this.#mailboxes));
    clearTimeout(this.#stuck);
    this.#written += chunk.length;
    if (breach !== undefined) this.#fail('iut-breach', breach);
    if (this.#written > this.#allowance) this.#fail('iut-flooded', `wrote ${mebi(FLOOD)} to standard output unasked`);
    if (this.#ending || this.#frames.held === 0 || !Number.isFinite(this.#hang)) return;
    const left = (): void => this.#fail('iut-breach', `for ${this.#hang / 1000} s left ${this.#frames.unfinished()}`);
    this.#stuck = setTimeout(left, this.#hang).unref();
  }

  #onStderr(chunk: Buffer): void {
    this.#stderr.push(chunk);
    if (this.#stderr.written <= this.#allowance) return;
    this.#fail('iut-flooded', `wrote ${mebi(FLOOD)} to standard error unasked`);
  }

  get #allowance(): number {
    return FLOOD + ANSWER * this.#sent;
  }

  /** A pipe is closed at the other end: part of ending, or odd. */
  #onClosed(pipe: string): void {
    if (this.#ending) return;
    void atMost(LINGER, this.#exited).then(() => {
      if (!this.#ending) this.#fail('iut-breach', `closed its ${pipe} and went on running`);
    });
  }

  #onExit(how: string): void {
    if (this.#ending) return;
    this.#ending = true;
    this.#group.signal('SIGKILL');
    void this.#silence().then(() => {
      const half = this.#frames.held > 0 ? ' in the middle of a frame' : '';
      const words = this.#stderr.tellingLine(0);
      this.#fail('iut-exited', `${how}${half}${words === undefined ? '' : `; its last words: ${excerpt(words)}`}`);
    });
  }

  /** The first fate stands. Those who wait are told once everything that was written has been read. */
  #fail(code: IutFault['code'], text: string): void {
    if (this.#fate !== undefined || this.#closing) return;
    this.#fate = { code, text };
    this.#ending = true;
    clearTimeout(this.#stuck);
    this.#group.signal('SIGKILL');
    this.#group.child.stdin.destroy();
    void this.#silence().then(() => {
      for (const [mailbox, since] of this.#since) mailbox.fail(this.#fault(since));
    });
  }

  #fault(since: number): IutFault | undefined {
    if (this.#fate === undefined) return undefined;
    const { code, text } = this.#fate;
    return new IutFault(code, text, { stderr: this.#stderr.since(since), shared: this.#visitors > 1 });
  }

  #silence(): Promise<void> {
    return atMost(DRAIN, this.#drained);
  }
}
