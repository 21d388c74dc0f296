/**
 * Network interfaces of the namespace that the calling thread is in, made and configured by ioctls (netdevice(7)), so
 * that no program need be installed.
 */
import { closeSync, constants, openSync } from 'node:fs';
import { type Libc, SystemCallError } from './libc.ts';

export const TUN_DEVICE = '/dev/net/tun';

const TUNSETIFF = 0x400454ca;
const SIOCGIFFLAGS = 0x8913;
const SIOCSIFFLAGS = 0x8914;
const SIOCSIFADDR = 0x8916;
const SIOCSIFNETMASK = 0x891c;
const SIOCSIFMTU = 0x8922;
const SIOCSIFTXQLEN = 0x8943;

const IFF_TUN = 1;
const IFF_UP = 1;
const AF_INET = 2;

/** Datagrams that wait for our reader. The default of 500 would lose answers whenever this process gets no CPU. */
const QUEUE_LENGTH = 10_000;

export interface Configuration {
  readonly address: string;
  readonly prefix: number;
  readonly mtu: number;
}

/**
 * A file descriptor, non-blocking, at which an interface's datagrams are read and written, each behind four octets of
 * packet information. Without those the driver looks at the version itself and refuses any but 4 and 6.
 *
 * @throws SystemCallError, or the error of node:fs for the device file
 */
export function openTun(libc: Libc, name: string): number {
  const file = openSync(TUN_DEVICE, constants.O_RDWR | constants.O_NONBLOCK);
  try {
    libc.ioctl(file, TUNSETIFF, request(name, [IFF_TUN]), 'TUNSETIFF');
    return file;
  } catch (fault) {
    closeSync(file);
    throw fault;
  }
}

/** Sets the interface's addresses and starts it; `lo` needs no addresses. @throws SystemCallError */
export function configure(libc: Libc, name: string, configuration?: Configuration): void {
  const socket = libc.controlSocket();
  const set = (number: number, words: readonly number[], what: string): ArrayBufferView => {
    const argument = request(name, words);
    libc.ioctl(socket, number, argument, `${what} of ${name}`);
    return argument;
  };
  try {
    if (configuration !== undefined) {
      const { address, prefix, mtu } = configuration;
      set(SIOCSIFADDR, socketAddress(octetsOf(address)), 'SIOCSIFADDR');
      set(SIOCSIFNETMASK, socketAddress(maskOf(prefix)), 'SIOCSIFNETMASK');
      set(SIOCSIFMTU, int(mtu), 'SIOCSIFMTU');
      lengthenQueue(set);
    }
    const flags = new Uint16Array(set(SIOCGIFFLAGS, [], 'SIOCGIFFLAGS').buffer)[NAME_WORDS] ?? 0;
    set(SIOCSIFFLAGS, [flags | IFF_UP], 'SIOCSIFFLAGS');
  } finally {
    closeSync(socket);
  }
}

function lengthenQueue(set: (number: number, words: readonly number[], what: string) => unknown): void {
  try {
    set(SIOCSIFTXQLEN, int(QUEUE_LENGTH), 'SIOCSIFTXQLEN');
  } catch (fault) {
    // Inside a user namespace nobody may; the default does but for a long stall.
    if (!(fault instanceof SystemCallError) || fault.code !== 'EPERM') throw fault;
  }
}

const NAME_WORDS = 8;
const REQUEST_WORDS = 20;

/** struct ifreq: sixteen octets of name, then a union, here as 16-bit words in this machine's own order. */
function request(name: string, words: readonly number[]): Uint16Array {
  const whole = new Uint16Array(REQUEST_WORDS);
  new TextEncoder().encodeInto(name, new Uint8Array(whole.buffer));
  whole.set(words, NAME_WORDS);
  return whole;
}

function int(value: number): readonly number[] {
  return [...new Uint16Array(Uint32Array.of(value).buffer)];
}

/** struct sockaddr_in: family, port, then the address in network order. */
function socketAddress(octets: Uint8Array): readonly number[] {
  return [AF_INET, 0, ...new Uint16Array(octets.slice().buffer)];
}

function octetsOf(dotted: string): Uint8Array {
  return Uint8Array.from(dotted.split('.'), Number);
}

function maskOf(prefix: number): Uint8Array {
  return Uint8Array.from({ length: 4 }, (_, at) => 256 - 2 ** (8 - Math.min(8, Math.max(0, prefix - 8 * at))));
}
