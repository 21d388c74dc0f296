/** SEGMENT ARRIVES (RFC 9293 section 3.10.7): which connection it is for, and what each state does with it. */
import type { TcpContext } from './context.ts';
import { refuse } from './emit.ts';
import { arriveInListen } from './listen.ts';
import type { Segment } from './segment.ts';
import { arriveInSynSent } from './syn-sent.ts';
import { arriveSynchronized } from './synchronized.ts';

export function segmentArrives(tcp: TcpContext, segment: Segment): void {
  // RFC9293-MUST-57: what was sent to many is no start of a conversation between two.
  if (!tcp.isOwnAddress(segment.destination)) return;
  const connection = tcp.find({
    localAddress: segment.destination,
    localPort: segment.destinationPort,
    remoteAddress: segment.source,
    remotePort: segment.sourcePort,
  });
  if (connection === undefined) arriveWithout(tcp, segment);
  else if (connection.state === 'SYN-SENT') arriveInSynSent(tcp, connection, segment);
  else arriveSynchronized(tcp, connection, segment);
}

/** 3.10.7.1 and 3.10.7.2. */
function arriveWithout(tcp: TcpContext, segment: Segment): void {
  const listener = tcp.findListener(segment.destinationPort, segment.destination);
  if (listener === undefined) refuse(tcp, segment);
  else arriveInListen(tcp, listener, segment);
}
