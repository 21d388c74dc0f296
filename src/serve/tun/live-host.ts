/**
 * A reference host in real time: datagrams that files have are put into it, what it gives is written, and it is woken when
 * it wants to be. Several datagrams that wait at one interface are one step.
 */
import type { DatagramFile } from '../../linux/datagram-file.ts';
import type { PollHandle } from '../../linux/libc.ts';
import type { Host, Transfer } from '../../reference/ipv4/index.ts';

/** Datagrams of one step at most, so that a flood keeps nothing else from its turn. */
const BATCH = 64;
/** Timers cannot wait longer. */
const LONGEST_WAIT = 0x7fff_ffff;

export class LiveHost {
  /** Rejects when an interface is gone, or with a fault of the host. */
  readonly failed: Promise<never>;
  readonly #host: Host;
  readonly #files: readonly DatagramFile[];
  readonly #polls: PollHandle[] = [];
  #timer: NodeJS.Timeout | undefined;
  #fail: (fault: unknown) => void = () => undefined;
  #closed = false;

  /** Takes over the files, one an interface. */
  constructor(host: Host, files: readonly DatagramFile[]) {
    this.#host = host;
    this.#files = files;
    this.failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    // Whoever waits for it is told; nobody need.
    this.failed.catch(() => undefined);
    for (const [at, file] of files.entries())
      this.#polls.push(file.onReadable(() => this.#attempt(() => this.#take(at))));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const poll of this.#polls) poll.close();
    for (const file of this.#files) file.close();
  }

  #take(at: number): void {
    const inputs: Transfer[] = [];
    while (inputs.length < BATCH) {
      const datagram = this.#files[at]!.read();
      if (datagram === undefined) break;
      inputs.push({ datagram, interface: at });
    }
    if (inputs.length > 0) this.#step(inputs);
  }

  #step(inputs: readonly Transfer[]): void {
    const now = Math.floor(performance.now() * 1000);
    const { outputs, wakeAt } = this.#host.step(now, inputs);
    for (const output of outputs) this.#write(output);
    clearTimeout(this.#timer);
    if (wakeAt === undefined) return;
    // A timer may run a millisecond early.
    const delay = Math.min(Math.ceil(Math.max(0, wakeAt - now) / 1000) + 1, LONGEST_WAIT);
    this.#timer = setTimeout(() => this.#attempt(() => this.#step([])), delay);
  }

  /** What a link does not take is lost; that it was is for nobody at this layer to tell. */
  #write({ datagram, interface: at }: Transfer): void {
    try {
      this.#files[at]!.write(datagram);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).syscall === undefined) throw fault;
    }
  }

  /** From the event loop, where nobody would catch a fault. */
  #attempt(run: () => void): void {
    if (this.#closed) return;
    try {
      run();
    } catch (fault) {
      this.close();
      this.#fail(fault);
    }
  }
}
