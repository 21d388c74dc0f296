/**
 * `packets:COMMAND`: a user-space stack as a child process, which no two scenarios use at once, and each with a tester's
 * address of its own. Offers datagrams on the link of interface 0 and nothing else, in real time. For a stack that ends
 * another is started when the next seat needs it; once three starts in a row have failed, no more.
 */
import { basename } from 'node:path';
import type { TargetInfo } from '../../../generated/meta/report.ts';
import { IutFault } from '../../outcome.ts';
import type { LinkSurface, Surfaces } from '../../surface.ts';
import type { Seat, Target, TargetKind } from '../../target.ts';
import type { Addresses } from '../../topology.ts';
import { keyOf } from '../destination-key.ts';
import { linkBy, onlyLink } from '../one-interface.ts';
import { unusedAddresses } from '../unused-addresses.ts';
import { splitWords } from '../words.ts';
import { StackProcess, type Visit } from './stack-process.ts';

/** Microseconds. A stack answers within a few tens; only an interpreter's start or a busy machine needs more. */
const HANG_LIMIT = 2_000_000;
/** As many processes there are: what room a small stack has, for fragments say, is one scenario's at a time. */
const CONCURRENCY = 8;
const FAILED_STARTS = 3;

export const packetsKind: TargetKind = {
  /** @throws AssayError ERR_USAGE for a command that is none, IutFault iut-start for one that does not start */
  attach: async (command, { hangLimit = HANG_LIMIT }) => {
    const target = new PacketsTarget(command, hangLimit);
    await target.start();
    return target;
  },
};

class PacketsTarget implements Target {
  readonly info: TargetInfo;
  readonly roles = ['any', 'host'];
  readonly protocols = ['ipv4', 'udp', 'tcp'];
  readonly parameters = {};
  readonly concurrency = CONCURRENCY;
  readonly hangLimit: number;
  readonly #words: readonly [string, ...string[]];
  /** All there were: what one that ended has left behind is ended at the close. */
  readonly #lives = new Set<Promise<StackProcess>>();
  readonly #idle: StackProcess[] = [];
  #failures = 0;
  #lastFailure: IutFault | undefined;

  constructor(command: string, hangLimit: number) {
    this.#words = splitWords(command);
    this.hangLimit = hangLimit;
    const name = basename(this.#words[0]);
    this.info = { spec: `packets:${command}`, name, capabilities: ['ipv4.host'], clock: 'real' };
  }

  async start(): Promise<void> {
    this.#idle.push(await this.#start());
  }

  async seat(): Promise<Seat> {
    const stack = await this.#free();
    const addresses = unusedAddresses();
    const visit = stack.enter(keyOf(addresses.tester));
    return new PacketsSeat(addresses, visit, () => this.#idle.push(stack));
  }

  async close(): Promise<void> {
    const lives = await Promise.allSettled(this.#lives);
    await Promise.all(lives.map((life) => (life.status === 'fulfilled' ? life.value.close() : undefined)));
  }

  async #free(): Promise<StackProcess> {
    for (let stack = this.#idle.pop(); stack !== undefined; stack = this.#idle.pop()) if (stack.isAlive) return stack;
    return this.#start();
  }

  async #start(): Promise<StackProcess> {
    if (this.#failures >= FAILED_STARTS && this.#lastFailure) throw this.#lastFailure;
    const starting = StackProcess.start(this.#words, this.hangLimit / 1000);
    this.#lives.add(starting);
    try {
      const stack = await starting;
      this.#failures = 0;
      return stack;
    } catch (thrown) {
      this.#lives.delete(starting);
      this.#failures += 1;
      if (thrown instanceof IutFault) this.#lastFailure = thrown;
      throw thrown;
    }
  }
}

class PacketsSeat implements Seat {
  readonly #visit: Visit;
  readonly #link: LinkSurface;
  readonly #free: () => void;
  #left = false;

  constructor(addresses: Addresses, visit: Visit, free: () => void) {
    this.#visit = visit;
    this.#free = free;
    this.#link = linkBy(visit, addresses);
  }

  async surface<Name extends keyof Surfaces>(name: Name): Promise<Surfaces[Name]> {
    return onlyLink(name, this.#link);
  }

  stderr(): string {
    return this.#visit.stderr();
  }

  fault(): IutFault | undefined {
    return this.#visit.fault();
  }

  async leave(): Promise<void> {
    if (this.#left) return;
    this.#left = true;
    this.#visit.leave();
    this.#free();
  }
}
