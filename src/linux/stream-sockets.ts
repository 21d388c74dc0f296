/**
 * TCP sockets by system calls, for what Node's own do not do: be there at once, in the namespace that the calling thread
 * is in just then, and be asked about everything. None of them waits. tcp(7), ip(7), socket(7).
 */
import { system } from './system-call.ts';

export interface StreamSockets {
  /** A new one, bound to nothing. @throws SystemCallError */
  open(): number;
  /** Port 0: any that is free. @throws SystemCallError */
  bind(file: number, to: Endpoint): void;
  /** @throws SystemCallError */
  listen(file: number, backlog: number): void;
  /** Begins to connect; how that went is told by `error` and the state. @throws SystemCallError */
  connect(file: number, to: Endpoint): void;
  /** A connection that has come, or undefined. @throws SystemCallError */
  accept(file: number): Accepted | undefined;
  /** Octets taken; none when there is no room. @throws SystemCallError */
  send(file: number, octets: Uint8Array, urgent: boolean): number;
  /** Its own end of the connection or binding. @throws SystemCallError */
  name(file: number): Endpoint;
  /** Whether urgent data is on its way to the user: announced, and not read past yet. */
  isUrgent(file: number): boolean;
  /** Octets received: 0 at the end of the stream, undefined while there is nothing. @throws SystemCallError */
  receive(file: number, into: Uint8Array): number | undefined;
  /** Nothing more is sent. @throws SystemCallError */
  shutdown(file: number): void;
  /** @throws SystemCallError */
  set(file: number, option: SocketOption, value: ArrayBufferView): void;
  /** As much of the value as there is room for. @throws SystemCallError */
  get(file: number, option: SocketOption, into: ArrayBufferView): void;
}

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

interface Accepted {
  readonly file: number;
  readonly peer: Endpoint;
}

interface SocketOption {
  readonly level: number;
  readonly name: number;
}

const [SOL_IP, SOL_SOCKET, SOL_TCP] = [0, 1, 6];
export const REUSE_ADDRESS: SocketOption = { level: SOL_SOCKET, name: 2 };
export const ERROR: SocketOption = { level: SOL_SOCKET, name: 4 };
export const KEEP_ALIVE: SocketOption = { level: SOL_SOCKET, name: 9 };
export const URGENT_INLINE: SocketOption = { level: SOL_SOCKET, name: 10 };
export const LINGER: SocketOption = { level: SOL_SOCKET, name: 13 };
export const TYPE_OF_SERVICE: SocketOption = { level: SOL_IP, name: 1 };
export const TIME_TO_LIVE: SocketOption = { level: SOL_IP, name: 2 };
export const NO_DELAY: SocketOption = { level: SOL_TCP, name: 1 };
export const INFORMATION: SocketOption = { level: SOL_TCP, name: 11 };
export const USER_TIMEOUT: SocketOption = { level: SOL_TCP, name: 18 };

const AF_INET = 2;
const [SOCK_STREAM, SOCK_NONBLOCK, SOCK_CLOEXEC] = [1, 0o4000, 0o2000000];
const [MSG_OOB, MSG_PEEK, MSG_NOSIGNAL] = [1, 2, 0x4000];
const SHUT_WR = 1;

let made: StreamSockets | undefined;

/** @throws Error when koffi has no build for this machine */
export function streamSockets(): StreamSockets {
  made ??= make();
  return made;
}

function make(): StreamSockets {
  const { koffi, func, done, doneAtOnce } = system();
  const socket = func('int socket(int, int, int)');
  const bind = func('int bind(int, void *, unsigned int)');
  const listen = func('int listen(int, int)');
  const connect = func('int connect(int, void *, unsigned int)');
  const accept = func('int accept4(int, void *, void *, int)');
  const send = func('intptr_t send(int, void *, size_t, int)');
  const receive = func('intptr_t recv(int, void *, size_t, int)');
  const shutdown = func('int shutdown(int, int)');
  const set = func('int setsockopt(int, int, int, void *, unsigned int)');
  const get = func('int getsockopt(int, int, int, void *, void *)');
  const name = func('int getsockname(int, void *, void *)');
  const FLAGS = SOCK_NONBLOCK | SOCK_CLOEXEC;
  return {
    open: () => done(socket(AF_INET, SOCK_STREAM | FLAGS, 0), 'socket'),
    bind: (file, to) => void done(bind(file, inetAddress(to), INET_ADDRESS), 'bind'),
    listen: (file, backlog) => void done(listen(file, backlog), 'listen'),
    connect: (file, to) => void doneAtOnce(connect(file, inetAddress(to), INET_ADDRESS), 'connect'),
    accept: (listener) => {
      const address = new Uint8Array(INET_ADDRESS);
      const file = doneAtOnce(accept(listener, address, Uint32Array.of(INET_ADDRESS), FLAGS), 'accept4');
      return file === undefined ? undefined : { file, peer: endpointOf(address) };
    },
    send: (file, octets, urgent) =>
      doneAtOnce(send(file, octets, octets.length, MSG_NOSIGNAL | (urgent ? MSG_OOB : 0)), 'send') ?? 0,
    receive: (file, into) => doneAtOnce(receive(file, into, into.length, 0), 'recv'),
    name: (file) => {
      const address = new Uint8Array(INET_ADDRESS);
      done(name(file, address, Uint32Array.of(INET_ADDRESS)), 'getsockname');
      return endpointOf(address);
    },
    // It refuses to tell of the octet where that is not there yet, in other words than where none was announced.
    isUrgent: (file) => {
      const result = receive(file, new Uint8Array(1), 1, MSG_OOB | MSG_PEEK);
      return result >= 0 || koffi.errno() === koffi.os.errno.EAGAIN;
    },
    shutdown: (file) => void done(shutdown(file, SHUT_WR), 'shutdown'),
    set: (file, { level, name }, value) => void done(set(file, level, name, value, value.byteLength), 'setsockopt'),
    get: (file, { level, name }, into) =>
      void done(get(file, level, name, into, Uint32Array.of(into.byteLength)), 'getsockopt'),
  };
}

const INET_ADDRESS = 16;

/** struct sockaddr_in: family in this machine's order, port and address in the network's. */
function inetAddress({ address, port }: Endpoint): Uint8Array {
  const octets = new Uint8Array(INET_ADDRESS);
  new Uint16Array(octets.buffer)[0] = AF_INET;
  octets.set([port >> 8, port & 255, ...address.split('.').map(Number)], 2);
  return octets;
}

function endpointOf(octets: Uint8Array): Endpoint {
  return { address: octets.subarray(4, 8).join('.'), port: (octets[2]! << 8) | octets[3]! };
}
