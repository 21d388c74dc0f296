/** The reference implementation of TCP (RFC 9293). */
export type { Application, Ending } from './application.ts';
export { abort, close, listen, open, receive, send, setKeepAlive, shutdown, unlisten } from './calls.ts';
export type { TcpConfig } from './config.ts';
export type { Connection, State } from './connection.ts';
export type { FourTuple } from './isn.ts';
export type { Listener } from './listener.ts';
export { Tcp } from './tcp.ts';
