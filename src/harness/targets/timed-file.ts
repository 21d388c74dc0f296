/**
 * A datagram file as the tester holds it: a datagram in, datagrams out, each with the time when it crossed. Interprets
 * nothing.
 */
import { AssayError } from '../../contract/assay-error.ts';
import type { DatagramFile } from '../../linux/datagram-file.ts';
import type { PollHandle } from '../../linux/libc.ts';
import { type Interval, microseconds } from '../interval.ts';

export class TimedFile {
  readonly #file: DatagramFile;
  #poll: PollHandle | undefined;
  /** Whatever is read has come since. */
  #emptyAt = microseconds();

  constructor(file: DatagramFile) {
    this.#file = file;
  }

  /**
   * The other end has it from some moment in the interval on.
   *
   * @throws RangeError for more octets than a datagram can have; AssayError ERR_TESTER when the file takes nothing
   */
  write(datagram: Uint8Array): Interval {
    const earliest = microseconds();
    try {
      this.#file.write(datagram);
    } catch (cause) {
      const { code, syscall } = cause as NodeJS.ErrnoException;
      if (syscall === undefined) throw cause;
      const text = `${this.#file.what} did not take ${datagram.length} octets: ${code}`;
      throw new AssayError('ERR_TESTER', text, { cause });
    }
    return { earliest, latest: microseconds() };
  }

  /**
   * Hands over every datagram that is there. Each came after the last look that found nothing began: two that are read
   * one after the other may have come together, so an earlier read is no bound.
   *
   * @throws whatever reading the file throws
   */
  drain(deliver: (datagram: Uint8Array, at: Interval) => void): void {
    const earliest = this.#emptyAt;
    for (;;) {
      const began = microseconds();
      const datagram = this.#file.read();
      if (datagram === undefined) {
        this.#emptyAt = began;
        return;
      }
      deliver(datagram, { earliest, latest: microseconds() });
    }
  }

  /** Calls `look` whenever something waits to be read. Does not keep the process alive. */
  watch(look: () => void): void {
    this.#poll = this.#file.onReadable(look);
    this.#poll.unref();
  }

  unwatch(): void {
    this.#poll?.close();
    this.#poll = undefined;
  }

  close(): void {
    this.unwatch();
    this.#file.close();
  }
}
