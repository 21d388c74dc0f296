/** The reference implementation of TCP (RFC 9293). */

export { abort, close, listen, open, receive, send, setKeepAlive, shutdown, unlisten } from './calls.ts';
export type { TcpConfig } from './config.ts';
export type { Application, Connection, Ending, Listener } from './connection.ts';
export { Tcp } from './tcp.ts';
