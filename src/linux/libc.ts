/**
 * The few system calls that Node does not offer. All of them run on the calling thread: a network namespace belongs to a
 * thread, and the pool's threads have their own. Request numbers are those of x86, ARM and RISC-V.
 */
import { system } from './system-call.ts';

export interface PollHandle {
  unref(): void;
  close(): void;
}

export interface Libc {
  /** @throws SystemCallError */
  unshareNetwork(): void;
  /** @throws SystemCallError */
  enterNetwork(namespace: number): void;
  /** `what` is told when it fails. @throws SystemCallError */
  ioctl(file: number, request: number, argument: ArrayBufferView, what: string): void;
  /** Opens a socket that only carries ioctls. @throws SystemCallError */
  controlSocket(): number;
  /** Opens a non-blocking AF_PACKET socket of datagrams, which receives nothing until it is bound. @throws SystemCallError */
  packetSocket(): number;
  /** `address`: a struct sockaddr of the socket's family. @throws SystemCallError */
  bind(file: number, address: Uint8Array): void;
  /** Has room for so many octets that wait to be read, or for as many as this user may have. */
  widenReceiveBuffer(file: number, octets: number): void;
  /** Octets read, or 0 when there is nothing to read yet (a packet is never empty). @throws SystemCallError */
  read(file: number, into: Uint8Array): number;
  /** Calls back from the event loop, at once and again, as long as `file` has something to read. */
  onReadable(file: number, callback: () => void): PollHandle;
  /** Has the kernel kill this process when the one that started it ends. @throws SystemCallError */
  dieWithParent(): void;
  /** Has none of our open files be inherited, not even those that we have inherited ourselves. @throws SystemCallError */
  keepFilesToOurselves(): void;
}

const CLONE_NEWNET = 0x4000_0000;
const [AF_INET, AF_PACKET] = [2, 17];
const [SOCK_DGRAM, SOCK_NONBLOCK, SOCK_CLOEXEC] = [2, 0o4000, 0o2000000];
const [SOL_SOCKET, SO_RCVBUF, SO_RCVBUFFORCE] = [1, 8, 33];
const [PR_SET_PDEATHSIG, SIGKILL] = [1, 9];
/** All but the standard ones. */
const [FIRST_FILE, LAST_FILE, CLOSE_RANGE_CLOEXEC] = [3, 0xffff_ffff, 4];

let loaded: Libc | undefined;

/** @throws Error when koffi has no build for this machine */
export function libc(): Libc {
  loaded ??= bind();
  return loaded;
}

function bind(): Libc {
  const { koffi, func, done, doneAtOnce } = system();
  const unshare = func('int unshare(int)');
  const setns = func('int setns(int, int)');
  const ioctl = func('int ioctl(int, unsigned long, ...)');
  const socket = func('int socket(int, int, int)');
  const bindSocket = func('int bind(int, void *, unsigned int)');
  const setsockopt = func('int setsockopt(int, int, int, void *, unsigned int)');
  const read = func('intptr_t read(int, void *, size_t)');
  const prctl = func('int prctl(int, unsigned long, unsigned long, unsigned long, unsigned long)');
  return {
    unshareNetwork: () => void done(unshare(CLONE_NEWNET), 'unshare'),
    enterNetwork: (namespace) => void done(setns(namespace, CLONE_NEWNET), 'setns'),
    ioctl: (file, request, argument, what) => void done(ioctl(file, request, 'void *', argument), what),
    controlSocket: () => done(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), 'socket'),
    packetSocket: () => done(socket(AF_PACKET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), 'socket'),
    bind: (file, address) => void done(bindSocket(file, address, address.length), 'bind'),
    widenReceiveBuffer: (file, octets) => {
      const size = Int32Array.of(octets);
      const force = setsockopt(file, SOL_SOCKET, SO_RCVBUFFORCE, size, size.byteLength);
      if (force < 0) setsockopt(file, SOL_SOCKET, SO_RCVBUF, size, size.byteLength);
    },
    read: (file, into) => doneAtOnce(read(file, into, into.length), 'read') ?? 0,
    // A handle of libuv's: 10 microseconds from write to answer, where a poll() on the thread pool takes 50.
    onReadable: (file, callback) => koffi.node.poll(file, { readable: true }, callback),
    keepFilesToOurselves: () => {
      // Not in older C libraries, which all else here would do with.
      const closeRange = func('int close_range(unsigned int, unsigned int, int)');
      done(closeRange(FIRST_FILE, LAST_FILE, CLOSE_RANGE_CLOEXEC), 'close_range');
    },
    dieWithParent: () => void done(prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0), 'prctl'),
  };
}
