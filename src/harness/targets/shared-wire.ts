/**
 * The tester's end of all interfaces of one implementation in real time, which all scenarios share. Everything that the
 * implementation sends is read here and put into the mailbox that its destination names.
 */
import { type Interval, microseconds } from '../interval.ts';
import { deliver } from './deliver.ts';
import { Mailbox, type Watched } from './mailbox.ts';
import type { TimedFile } from './timed-file.ts';

/** Milliseconds between looks while somebody waits: as much as an arrival's time may be in doubt on an idle machine. */
const LOOK_EVERY = 20;

export class SharedWire implements Watched {
  readonly #files: readonly TimedFile[];
  readonly #mailboxes = new Map<number, Mailbox>();
  #watchers = 0;
  #looking: NodeJS.Timeout | undefined;

  /** Takes over the files, one an interface. */
  constructor(files: readonly TimedFile[]) {
    this.#files = files;
    for (const [at, file] of files.entries()) file.watch(() => this.#drainOrFail(file, at));
  }

  /** @throws RangeError when there is no such interface, or for too many octets; what writing throws */
  send(datagram: Uint8Array, into: number): Interval {
    const file = this.#files[into];
    if (file === undefined) throw new RangeError(`no interface ${into}: there are ${this.#files.length}`);
    // So that an answer is never taken to have come before what it answers.
    const earliest = microseconds();
    this.look();
    return { earliest, latest: file.write(datagram).latest };
  }

  look(): void {
    for (const [at, file] of this.#files.entries()) this.#drain(file, at);
  }

  keepLooking(): () => void {
    this.#watchers += 1;
    this.#looking ??= setInterval(() => this.#lookOrFail(), LOOK_EVERY);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#watchers -= 1;
      if (this.#watchers === 0) this.#stopLooking();
    };
  }

  /** A mailbox for what is sent to `key`, the last 15 bits of an address. */
  open(key: number): Mailbox {
    const mailbox = new Mailbox(this);
    this.#mailboxes.set(key, mailbox);
    return mailbox;
  }

  forget(key: number): void {
    this.#mailboxes.get(key)?.close();
    this.#mailboxes.delete(key);
  }

  close(): void {
    this.#stopLooking();
    for (const key of this.#mailboxes.keys()) this.forget(key);
    for (const file of this.#files) file.close();
  }

  #drain(file: TimedFile, at: number): void {
    file.drain((datagram, time) => deliver({ datagram, interface: at, at: time }, this.#mailboxes));
  }

  /** From the event loop, where nobody would catch a fault: whoever waits is told, whoever sends meets it again. */
  #drainOrFail(file: TimedFile, at: number): void {
    try {
      this.#drain(file, at);
    } catch (fault) {
      file.unwatch();
      for (const mailbox of this.#mailboxes.values()) mailbox.fail(fault);
    }
  }

  #lookOrFail(): void {
    for (const [at, file] of this.#files.entries()) this.#drainOrFail(file, at);
  }

  #stopLooking(): void {
    clearInterval(this.#looking);
    this.#looking = undefined;
  }
}
