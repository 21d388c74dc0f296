/** A SYN for a connection that is in TIME-WAIT may begin a new one at once (RFC 9293 section 3.6.1, RFC 6191 section 2). */
import type { Connection } from './connection.ts';
import type { TcpContext } from './context.ts';
import { arriveInListen } from './listen.ts';
import type { Segment } from './segment.ts';
import { seqLeq } from './seq.ts';

/** Whether it did. */
export function reopen(tcp: TcpContext, connection: Connection, segment: Segment): boolean {
  if (segment.hasAck || !isOfLater(connection, segment)) return false;
  const listener = tcp.findListener(connection.localPort, connection.localAddress);
  if (listener === undefined) return false;
  tcp.remove(connection);
  arriveInListen(tcp, listener, segment, connection.snd.max);
  return true;
}

function isOfLater({ timestamps, rcv }: Connection, { options, seq }: Segment): boolean {
  // Above the number of the peer's FIN, the last that it used.
  const isNewer = seqLeq(rcv.nxt, seq);
  if (timestamps === undefined) return options.timestamps !== undefined || isNewer;
  if (options.timestamps === undefined) return isNewer;
  const ahead = (options.timestamps.value - timestamps.recent) | 0;
  return ahead > 0 || (ahead === 0 && isNewer);
}
