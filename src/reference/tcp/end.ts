/** How a connection ends, and who is told. */
import type { Ending } from './application.ts';
import type { Connection } from './connection.ts';
import { sendReset } from './emit.ts';
import type { Tcp } from './tcp.ts';

export function endConnection(tcp: Tcp, connection: Connection, how: Ending): void {
  const { state } = connection;
  tcp.remove(connection);
  // Who has entered TIME-WAIT has heard of the end.
  if (state !== 'TIME-WAIT') tcp.tell(() => connection.application.ended?.(connection, how));
}

/** The peer is told, too (RFC 9293 section 3.10.5). */
export function abortConnection(tcp: Tcp, connection: Connection, how: Ending): void {
  if (connection.state !== 'TIME-WAIT' && connection.state !== 'SYN-SENT') sendReset(tcp, connection);
  endConnection(tcp, connection, how);
}
