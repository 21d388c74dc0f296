/**
 * Network interfaces of the namespace that the calling thread is in, asked about and configured by ioctls (netdevice(7)),
 * so that no program need be installed.
 */
import { closeSync } from 'node:fs';
import { addressOf, addressWords, int, intOf, maskWords, request, shortOf } from './interface-request.ts';
import type { Libc } from './libc.ts';
import { SystemCallError } from './system-call.ts';

const SIOCGIFFLAGS = 0x8913;
const SIOCSIFFLAGS = 0x8914;
const SIOCGIFADDR = 0x8915;
const SIOCSIFADDR = 0x8916;
const SIOCSIFNETMASK = 0x891c;
const SIOCGIFMTU = 0x8921;
const SIOCSIFMTU = 0x8922;
const SIOCGIFHWADDR = 0x8927;
const SIOCGIFINDEX = 0x8933;
const SIOCSIFTXQLEN = 0x8943;

const IFF_UP = 1;
const IFF_RUNNING = 0x40;
const ARPHRD_NONE = 0xfffe;

/** Datagrams that wait for our reader. The default of 500 would lose answers whenever this process gets no CPU. */
const QUEUE_LENGTH = 10_000;

/** What is left out stays as it is. */
export interface Configuration {
  readonly address?: string | undefined;
  readonly prefix?: number | undefined;
  readonly mtu?: number | undefined;
}

export interface Description {
  readonly index: number;
  readonly mtu: number;
  readonly isUp: boolean;
  /** Somebody holds the other end: a TUN device has it while its file is open. */
  readonly isRunning: boolean;
  /** Its packets have no header of the link, as with TUN. */
  readonly isBare: boolean;
  /** The kernel's own IPv4 address there, the first one if it has several. */
  readonly address: string | undefined;
}

/** Sets what the configuration says, and starts the interface unless it runs. @throws SystemCallError */
export function configure(libc: Libc, name: string, configuration: Configuration = {}): void {
  const { address, prefix, mtu } = configuration;
  withControl(libc, name, (ask) => {
    if (address !== undefined) ask(SIOCSIFADDR, 'SIOCSIFADDR', addressWords(address));
    if (prefix !== undefined) ask(SIOCSIFNETMASK, 'SIOCSIFNETMASK', maskWords(prefix));
    if (mtu !== undefined) ask(SIOCSIFMTU, 'SIOCSIFMTU', int(mtu));
    const flags = shortOf(ask(SIOCGIFFLAGS, 'SIOCGIFFLAGS'));
    if ((flags & IFF_UP) === 0) ask(SIOCSIFFLAGS, 'SIOCSIFFLAGS', [flags | IFF_UP]);
  });
}

/** Where that is allowed; inside a user namespace nobody may. @throws SystemCallError */
export function lengthenQueue(libc: Libc, name: string): void {
  withControl(libc, name, (ask) => {
    try {
      ask(SIOCSIFTXQLEN, 'SIOCSIFTXQLEN', int(QUEUE_LENGTH));
    } catch (fault) {
      // The default does but for a long stall.
      if (!(fault instanceof SystemCallError) || fault.code !== 'EPERM') throw fault;
    }
  });
}

/** @throws SystemCallError ENODEV when there is no such interface */
export function describe(libc: Libc, name: string): Description {
  return withControl(libc, name, (ask) => {
    const flags = shortOf(ask(SIOCGIFFLAGS, 'SIOCGIFFLAGS'));
    return {
      index: intOf(ask(SIOCGIFINDEX, 'SIOCGIFINDEX')),
      mtu: intOf(ask(SIOCGIFMTU, 'SIOCGIFMTU')),
      isUp: (flags & IFF_UP) !== 0,
      isRunning: (flags & IFF_RUNNING) !== 0,
      isBare: shortOf(ask(SIOCGIFHWADDR, 'SIOCGIFHWADDR')) === ARPHRD_NONE,
      address: ownAddress(ask),
    };
  });
}

function ownAddress(ask: Ask): string | undefined {
  try {
    return addressOf(ask(SIOCGIFADDR, 'SIOCGIFADDR'));
  } catch (fault) {
    if (fault instanceof SystemCallError && fault.code === 'EADDRNOTAVAIL') return undefined;
    throw fault;
  }
}

/** One ioctl about the interface; its answer. @throws SystemCallError */
type Ask = (number: number, what: string, words?: readonly number[]) => Uint16Array;

function withControl<T>(libc: Libc, name: string, run: (ask: Ask) => T): T {
  const socket = libc.controlSocket();
  try {
    return run((number, what, words) => {
      const argument = request(name, words);
      libc.ioctl(socket, number, argument, `${what} of ${name}`);
      return argument;
    });
  } finally {
    closeSync(socket);
  }
}
