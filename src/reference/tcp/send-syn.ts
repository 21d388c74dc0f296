/** A SYN, or a SYN with an acknowledgement where the peer's has come. */
import type { Connection } from './connection.ts';
import type { TcpContext } from './context.ts';
import { startRetransmitting } from './deadlines.ts';
import { advance, sendSegment } from './emit.ts';
import { seqAdd } from './seq.ts';

export function sendSyn(tcp: TcpContext, connection: Connection): void {
  sendSegment(tcp, connection, connection.iss, { syn: true, ack: connection.state !== 'SYN-SENT' });
  advance(connection, seqAdd(connection.iss, 1));
  startRetransmitting(tcp, connection);
}
