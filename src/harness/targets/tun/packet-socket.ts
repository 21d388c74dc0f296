/**
 * The kernel's side of an interface, taken over by a socket of AF_PACKET (packet(7)): it gets the IPv4 datagrams that a
 * stack sends there, and what is written to it the stack receives. The kernel itself needs no address for that.
 */
import { closeSync, writeSync } from 'node:fs';
import { type DatagramFile, LONGEST } from '../../../linux/datagram-file.ts';
import type { Libc, PollHandle } from '../../../linux/libc.ts';

const AF_PACKET = 17;
const ETHERTYPE_IPV4 = 0x0800;
/** Octets that may wait to be read: whole datagrams in fragments, with what the kernel adds to each. */
const ROOM = 4 * 2 ** 20;

export class PacketSocket implements DatagramFile {
  readonly what: string;
  readonly #libc: Libc;
  readonly #file: number;
  readonly #incoming = new Uint8Array(LONGEST);

  /** `index`: the interface's. @throws SystemCallError EPERM without the right */
  constructor(libc: Libc, name: string, index: number) {
    this.what = name;
    this.#libc = libc;
    this.#file = libc.packetSocket();
    try {
      libc.widenReceiveBuffer(this.#file, ROOM);
      libc.bind(this.#file, linkAddress(index));
    } catch (fault) {
      closeSync(this.#file);
      throw fault;
    }
  }

  read(): Uint8Array | undefined {
    const length = this.#libc.read(this.#file, this.#incoming);
    return length === 0 ? undefined : this.#incoming.slice(0, length);
  }

  write(datagram: Uint8Array): void {
    if (datagram.length > LONGEST) throw new RangeError(`${datagram.length} octets: a datagram has at most ${LONGEST}`);
    writeSync(this.#file, datagram);
  }

  onReadable(callback: () => void): PollHandle {
    return this.#libc.onReadable(this.#file, callback);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** struct sockaddr_ll: family, protocol in network order, index; of what follows nothing is asked where no header is. */
function linkAddress(index: number): Uint8Array {
  const octets = new Uint8Array(20);
  new Uint16Array(octets.buffer)[0] = AF_PACKET;
  new DataView(octets.buffer).setUint16(2, ETHERTYPE_IPV4);
  new Int32Array(octets.buffer)[1] = index;
  return octets;
}
