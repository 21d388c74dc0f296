/**
 * The machine's own stack in a namespace of its own, and the tester at the other end of its interfaces. Everything that
 * the stack sends is read here and put into the mailbox that its destination names.
 */
import { type Interval, microseconds } from '../../interval.ts';
import type { Role } from '../../role.ts';
import { INTERFACES } from '../../topology.ts';
import { deliver } from '../deliver.ts';
import { Mailbox, type Watched } from '../mailbox.ts';
import { configure, openTun } from './interfaces.ts';
import { libc } from './libc.ts';
import { NetworkNamespace } from './namespace.ts';
import { applySysctls } from './sysctls.ts';
import { Tun } from './tun.ts';
import { UdpEcho } from './udp-echo.ts';

/** Milliseconds between looks while somebody waits: as much as an arrival's time may be in doubt on an idle machine. */
const LOOK_EVERY = 20;

/** The part that the stack plays. */
export interface Part {
  readonly role: Role;
  readonly sourceRoutes: boolean;
}

export class Wire implements Watched {
  readonly #namespace: NetworkNamespace;
  readonly #tuns: readonly Tun[];
  readonly #mailboxes = new Map<number, Mailbox>();
  #watchers = 0;
  #looking: NodeJS.Timeout | undefined;
  #echo: UdpEcho | undefined;
  #closed = false;

  /** Leaves nothing behind when it fails. @throws Error, SystemCallError, or the error of node:fs for a file */
  constructor(part: Part) {
    const calls = libc();
    this.#namespace = new NetworkNamespace(calls);
    const tuns: Tun[] = [];
    this.#tuns = tuns;
    try {
      this.#namespace.within(() => {
        for (const at of INTERFACES.keys()) tuns.push(new Tun(calls, openTun(calls, `tun${at}`)));
        applySysctls(
          INTERFACES.map((_, at) => `tun${at}`),
          part,
        );
        configure(calls, 'lo');
        for (const [at, configuration] of INTERFACES.entries()) configure(calls, `tun${at}`, configuration);
        this.#echo = new UdpEcho();
      });
    } catch (fault) {
      this.close();
      throw fault;
    }
    for (const [at, tun] of tuns.entries()) tun.watch(() => this.#drainOrUnwatch(tun, at));
  }

  /** Runs at once in the namespace, where files and sockets that it opens stay. */
  within<T>(run: () => T): T {
    return this.#namespace.within(run);
  }

  /** @throws RangeError when there is no such interface, or for too many octets; AssayError ERR_TESTER */
  send(datagram: Uint8Array, into: number): Interval {
    const tun = this.#tuns[into];
    if (tun === undefined) throw new RangeError(`no interface ${into}: there are ${this.#tuns.length}`);
    // So that an answer is never taken to have come before what it answers.
    const earliest = microseconds();
    this.look();
    return { earliest, latest: tun.write(datagram).latest };
  }

  look(): void {
    for (const [at, tun] of this.#tuns.entries()) this.#drain(tun, at);
  }

  keepLooking(): () => void {
    this.#watchers += 1;
    this.#looking ??= setInterval(() => this.#lookOrUnwatch(), LOOK_EVERY);
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
    if (this.#closed) return;
    this.#closed = true;
    this.#stopLooking();
    for (const key of this.#mailboxes.keys()) this.forget(key);
    this.#echo?.close();
    for (const tun of this.#tuns) tun.close();
    this.#namespace.close();
  }

  #drain(tun: Tun, at: number): void {
    tun.drain((datagram, time) => deliver({ datagram, interface: at, at: time }, this.#mailboxes));
  }

  /** From the event loop, where nobody would catch a fault: whoever sends or waits meets it again. */
  #drainOrUnwatch(tun: Tun, at: number): void {
    try {
      this.#drain(tun, at);
    } catch {
      tun.unwatch();
    }
  }

  #lookOrUnwatch(): void {
    for (const [at, tun] of this.#tuns.entries()) this.#drainOrUnwatch(tun, at);
  }

  #stopLooking(): void {
    clearInterval(this.#looking);
    this.#looking = undefined;
  }
}
