/**
 * One TUN device as the tester holds it: a datagram in, datagrams out, each with the time when it crossed. Packets that
 * are not IPv4 are passed over. Interprets nothing else.
 */
import { closeSync, writeSync } from 'node:fs';
import { AssayError } from '../../../contract/assay-error.ts';
import { type Interval, microseconds } from '../../interval.ts';
import type { Libc, PollHandle } from './libc.ts';

/** struct tun_pi: flags, then the protocol as in an Ethernet frame. */
const INFORMATION = 4;
const ETHERTYPE_IPV4 = 0x0800;
/** RFC 791 section 3.1: total length has 16 bits. */
const LONGEST = 0xffff;

export class Tun {
  readonly #libc: Libc;
  readonly #file: number;
  readonly #incoming = new Uint8Array(INFORMATION + LONGEST);
  readonly #outgoing = new Uint8Array(INFORMATION + LONGEST);
  #poll: PollHandle | undefined;
  /** Whatever is read has come since. */
  #emptyAt = microseconds();

  /** Takes over `file`, as openTun gives it. */
  constructor(libc: Libc, file: number) {
    this.#libc = libc;
    this.#file = file;
    new DataView(this.#outgoing.buffer).setUint16(2, ETHERTYPE_IPV4);
  }

  /**
   * The kernel has it from some moment in the interval on.
   *
   * @throws RangeError for more octets than a datagram can have; AssayError ERR_TESTER when the device takes nothing
   */
  write(datagram: Uint8Array): Interval {
    if (datagram.length > LONGEST) throw new RangeError(`${datagram.length} octets: a datagram has at most ${LONGEST}`);
    this.#outgoing.set(datagram, INFORMATION);
    const earliest = microseconds();
    try {
      writeSync(this.#file, this.#outgoing, 0, INFORMATION + datagram.length);
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      throw new AssayError('ERR_TESTER', `the TUN device did not take ${datagram.length} octets: ${code}`, { cause });
    }
    return { earliest, latest: microseconds() };
  }

  /**
   * Hands over every datagram that is there. Each came after the last look that found nothing began: two that are read
   * one after the other may have come together, so an earlier read is no bound.
   *
   * @throws SystemCallError
   */
  drain(deliver: (datagram: Uint8Array, at: Interval) => void): void {
    const earliest = this.#emptyAt;
    for (;;) {
      const began = microseconds();
      const length = this.#libc.read(this.#file, this.#incoming);
      if (length === 0) {
        this.#emptyAt = began;
        return;
      }
      const at = { earliest, latest: microseconds() };
      if (((this.#incoming[2]! << 8) | this.#incoming[3]!) !== ETHERTYPE_IPV4) continue;
      deliver(this.#incoming.slice(INFORMATION, length), at);
    }
  }

  /** Calls `look` whenever something waits to be read. Does not keep the process alive. */
  watch(look: () => void): void {
    this.#poll = this.#libc.onReadable(this.#file, look);
    this.#poll.unref();
  }

  unwatch(): void {
    this.#poll?.close();
    this.#poll = undefined;
  }

  close(): void {
    this.unwatch();
    closeSync(this.#file);
  }
}
