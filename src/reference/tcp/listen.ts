/** A segment arrives in state LISTEN (RFC 9293 section 3.10.7.2), or for a TIME-WAIT that makes room for a new beginning. */
import type { Connection, Listener } from './connection.ts';
import type { TcpContext } from './context.ts';
import { agreeOnEcn } from './ecn.ts';
import { refuse } from './emit.ts';
import { initialSequenceNumber, timestampOffset } from './isn.ts';
import { agree } from './negotiate.ts';
import { newConnection } from './new-connection.ts';
import type { Segment } from './segment.ts';
import { sendSyn } from './send-syn.ts';
import { type SeqNumber, seqAdd, seqLt } from './seq.ts';

/** `above`: what the last connection between the same two used last (RFC 9293 section 3.6.1, MAY-2). */
export function arriveInListen(tcp: TcpContext, listener: Listener, segment: Segment, above?: SeqNumber): void {
  // First, a reset; second, an acknowledgement: nothing was sent that it could be for.
  if (segment.rst) return;
  if (segment.hasAck) {
    refuse(tcp, segment);
    return;
  }
  // Third, a SYN; fourth, all else.
  if (!segment.syn) return;
  makeRoom(tcp, listener);
  if (tcp.connections >= tcp.config.mostConnections) return;
  const connection = begin(tcp, listener, segment, above);
  connection.route = segment.route;
  tcp.add(connection);
  agree(connection, segment);
  agreeOnEcn(connection, segment);
  sendSyn(tcp, connection);
  connection.timing = { behind: seqAdd(connection.iss, 1), at: tcp.now };
  tcp.schedule(connection);
}

/** Data and FIN that came with the SYN will come again: they are not acknowledged. */
function begin(tcp: TcpContext, listener: Listener, segment: Segment, above: SeqNumber | undefined): Connection {
  const tuple = {
    localAddress: segment.destination,
    localPort: segment.destinationPort,
    remoteAddress: segment.source,
    remotePort: segment.sourcePort,
  };
  const { config, now } = tcp;
  let iss = initialSequenceNumber(tuple, config.secret, now);
  if (above !== undefined && !seqLt(above, iss)) iss = seqAdd(above, 1);
  const application = listener.accept();
  return newConnection(
    {
      ...tuple,
      openedBy: 'passive',
      state: 'SYN-RECEIVED',
      application,
      listener,
      iss,
      timestampOffset: timestampOffset(tuple, config.secret),
      now,
      mss: tcp.mssTowards(tuple.remoteAddress),
    },
    config,
  );
}

/** RFC 4987 section 3.3: a flood of SYNs costs the oldest half-open ones, and nothing that is open. */
function makeRoom(tcp: TcpContext, { halfOpen }: Listener): void {
  if (halfOpen.size < tcp.config.backlog) return;
  const [oldest] = halfOpen;
  if (oldest !== undefined) tcp.remove(oldest);
}
