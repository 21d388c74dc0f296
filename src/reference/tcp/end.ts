/** How a connection ends, and who is told. */
import type { Connection, Ending } from './connection.ts';
import type { TcpContext } from './context.ts';
import { sendReset } from './emit.ts';

export function endConnection(tcp: TcpContext, connection: Connection, how: Ending): void {
  const { state } = connection;
  tcp.remove(connection);
  // What came before a regular end may still be read.
  if (how !== 'closed') connection.received.clear();
  // Who has entered TIME-WAIT has heard of the end.
  if (state !== 'TIME-WAIT') tcp.tell(() => connection.application.ended?.(connection, how));
}

/** The peer is told, too (RFC 9293 section 3.10.5). */
export function abortConnection(tcp: TcpContext, connection: Connection, how: Ending): void {
  if (connection.state !== 'TIME-WAIT' && connection.state !== 'SYN-SENT') sendReset(tcp, connection);
  endConnection(tcp, connection, how);
}
