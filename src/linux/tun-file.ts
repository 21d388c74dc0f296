/**
 * The end of a TUN device at which a stack sits: what the kernel sends there is read, what is written there the kernel
 * receives. Packets that are not IPv4 are passed over. The device goes with the file, unless it was made to stay.
 */
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { type DatagramFile, LONGEST } from './datagram-file.ts';
import { request } from './interface-request.ts';
import type { Libc, PollHandle } from './libc.ts';

export const TUN_DEVICE = '/dev/net/tun';

const TUNSETIFF = 0x400454ca;
const IFF_TUN = 1;
/** struct tun_pi: flags, then the protocol as in an Ethernet frame. */
const INFORMATION = 4;
const ETHERTYPE_IPV4 = 0x0800;

export class TunFile implements DatagramFile {
  readonly what = 'the TUN device';
  readonly #libc: Libc;
  readonly #file: number;
  readonly #incoming = new Uint8Array(INFORMATION + LONGEST);
  readonly #outgoing = new Uint8Array(INFORMATION + LONGEST);

  /** Takes over `file`, as openTun gives it. */
  constructor(libc: Libc, file: number) {
    this.#libc = libc;
    this.#file = file;
    new DataView(this.#outgoing.buffer).setUint16(2, ETHERTYPE_IPV4);
  }

  read(): Uint8Array | undefined {
    for (;;) {
      const length = this.#libc.read(this.#file, this.#incoming);
      if (length === 0) return undefined;
      const protocol = (this.#incoming[2]! << 8) | this.#incoming[3]!;
      if (protocol === ETHERTYPE_IPV4) return this.#incoming.slice(INFORMATION, length);
    }
  }

  write(datagram: Uint8Array): void {
    if (datagram.length > LONGEST) throw new RangeError(`${datagram.length} octets: a datagram has at most ${LONGEST}`);
    this.#outgoing.set(datagram, INFORMATION);
    writeSync(this.#file, this.#outgoing, 0, INFORMATION + datagram.length);
  }

  onReadable(callback: () => void): PollHandle {
    return this.#libc.onReadable(this.#file, callback);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/**
 * Opens the device of that name in the namespace of the calling thread, non-blocking; makes it if there is none. Each
 * packet stands behind four octets of information: without those the driver looks at the version itself and refuses any
 * but 4 and 6.
 *
 * @throws SystemCallError, or the error of node:fs for the device file
 */
export function openTun(libc: Libc, name: string): TunFile {
  const file = openSync(TUN_DEVICE, constants.O_RDWR | constants.O_NONBLOCK);
  try {
    libc.ioctl(file, TUNSETIFF, request(name, [IFF_TUN]), 'TUNSETIFF');
    return new TunFile(libc, file);
  } catch (fault) {
    closeSync(file);
    throw fault;
  }
}
