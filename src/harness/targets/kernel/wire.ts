/** The machine's own stack in a namespace of its own, and the tester at the other end of its interfaces. */
import { configure, lengthenQueue } from '../../../linux/interfaces.ts';
import { libc } from '../../../linux/libc.ts';
import { openTun } from '../../../linux/tun-file.ts';
import type { Interval } from '../../interval.ts';
import type { Role } from '../../role.ts';
import { INTERFACES } from '../../topology.ts';
import type { Mailbox } from '../mailbox.ts';
import { SharedWire } from '../shared-wire.ts';
import { TimedFile } from '../timed-file.ts';
import { NetworkNamespace } from './namespace.ts';
import { applySysctls } from './sysctls.ts';
import { TcpServices } from './tcp-services.ts';
import { UdpEcho } from './udp-echo.ts';

/** The part that the stack plays. */
export interface Part {
  readonly role: Role;
  readonly sourceRoutes: boolean;
}

export class Wire {
  readonly #namespace: NetworkNamespace;
  readonly #shared: SharedWire;
  readonly #echo: UdpEcho;
  readonly #services: TcpServices;
  #closed = false;

  /** Leaves nothing behind when it fails. @throws Error, SystemCallError, or the error of node:fs for a file */
  constructor(part: Part) {
    this.#namespace = new NetworkNamespace(libc());
    const tuns: TimedFile[] = [];
    try {
      [this.#services, this.#echo] = this.#namespace.within(() => {
        openTuns(part, tuns);
        return [new TcpServices(), new UdpEcho()];
      });
    } catch (fault) {
      for (const tun of tuns) tun.close();
      this.#namespace.close();
      throw fault;
    }
    this.#shared = new SharedWire(tuns);
  }

  /** Runs at once in the namespace, where files and sockets that it opens stay. */
  within<T>(run: () => T): T {
    return this.#namespace.within(run);
  }

  /** @throws RangeError when there is no such interface, or for too many octets; AssayError ERR_TESTER */
  send(datagram: Uint8Array, into: number): Interval {
    return this.#shared.send(datagram, into);
  }

  /** A mailbox for what is sent to `key`, the last 15 bits of an address. */
  open(key: number): Mailbox {
    return this.#shared.open(key);
  }

  forget(key: number): void {
    this.#shared.forget(key);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#echo.close();
    this.#services.close();
    this.#shared.close();
    this.#namespace.close();
  }
}

/** In the namespace of the calling thread; those that it opened are in `tuns` even if it fails. */
function openTuns(part: Part, tuns: TimedFile[]): void {
  const calls = libc();
  const names = INTERFACES.map((_, at) => `tun${at}`);
  for (const name of names) tuns.push(new TimedFile(openTun(calls, name)));
  applySysctls(names, part);
  configure(calls, 'lo');
  for (const [at, name] of names.entries()) {
    lengthenQueue(calls, name);
    configure(calls, name, INTERFACES[at]);
  }
}
