/** SEGMENT ARRIVES (RFC 9293 section 3.10.7): which connection it is for, and what each state does with it. */
import type { Datagram } from '../ipv4/index.ts';
import { refuse } from './emit.ts';
import { arriveInListen } from './listen.ts';
import type { Segment } from './segment.ts';
import { arriveInSynSent } from './syn-sent.ts';
import { arriveSynchronized } from './synchronized.ts';
import type { Tcp } from './tcp.ts';

export function segmentArrives(tcp: Tcp, segment: Segment, datagram: Datagram): void {
  // RFC9293-MUST-57: what was sent to many is no start of a conversation between two.
  if (!tcp.isOwnAddress(segment.destination)) return;
  const connection = tcp.find({
    localAddress: segment.destination,
    localPort: segment.destinationPort,
    remoteAddress: segment.source,
    remotePort: segment.sourcePort,
  });
  switch (connection?.state) {
    case undefined:
    case 'CLOSED':
      arriveWithout(tcp, segment, datagram);
      return;
    case 'SYN-SENT':
      arriveInSynSent(tcp, connection, segment);
      return;
    default:
      arriveSynchronized(tcp, connection, segment);
  }
}

/** 3.10.7.1 and 3.10.7.2. */
export function arriveWithout(tcp: Tcp, segment: Segment, datagram?: Datagram): void {
  const listener = tcp.findListener(segment.destinationPort, segment.destination);
  if (listener === undefined) refuse(tcp, segment);
  else arriveInListen(tcp, listener, segment, datagram);
}
