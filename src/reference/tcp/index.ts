/** The reference implementation of TCP (RFC 9293). */

export { abort, close, listen, open, receive, send, setKeepAlive, shutdown, unlisten } from './calls.ts';
export type { TcpConfig } from './config.ts';
export type { Application, Connection, Ending, Listener, State } from './connection.ts';
export type { FourTuple } from './isn.ts';
export { Tcp } from './tcp.ts';
