/** A file at which whole IPv4 datagrams are read and written: a TUN device's end, or a socket on an interface. */
import type { PollHandle } from './libc.ts';

/** RFC 791 section 3.1: total length has 16 bits. */
export const LONGEST = 0xffff;

export interface DatagramFile {
  /** For messages: `the TUN device`. */
  readonly what: string;
  /** The next datagram, in memory of its own, or undefined while none waits. @throws SystemCallError */
  read(): Uint8Array | undefined;
  /** @throws RangeError for more octets than a datagram can have; an error with its `syscall` when it is not taken */
  write(datagram: Uint8Array): void;
  /** Calls back from the event loop, at once and again, as long as something waits to be read. */
  onReadable(callback: () => void): PollHandle;
  close(): void;
}
