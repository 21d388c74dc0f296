/** What users ask for (RFC 9293 sections 3.9.1 and 3.10): OPEN, SEND, RECEIVE, CLOSE, ABORT. */
import { type Application, type Connection, hasPeerClosed, isSynAcknowledged, type Listener } from './connection.ts';
import type { TcpContext } from './context.ts';
import { restartKeepAlive } from './deadlines.ts';
import { sendAck } from './emit.ts';
import { abortConnection, endConnection } from './end.ts';
import { type FourTuple, initialSequenceNumber, timestampOffset } from './isn.ts';
import { newConnection } from './new-connection.ts';
import { sendFin, transmit } from './output.ts';
import { sendSyn } from './send-syn.ts';
import { seqAdd, seqLeq } from './seq.ts';
import { hasWindowNews } from './window.ts';

/** Passive OPEN. Undefined: somebody listens there already. */
export function listen(
  tcp: TcpContext,
  port: number,
  accept: () => Application,
  address?: number,
): Listener | undefined {
  const listeners = tcp.listeners.get(port) ?? [];
  if (listeners.some((each) => each.address === address)) return undefined;
  const listener: Listener = { port, address, accept, halfOpen: new Set() };
  tcp.listeners.set(port, [...listeners, listener]);
  return listener;
}

/** CLOSE in LISTEN: what is half open goes, what is open stays. */
export function unlisten(tcp: TcpContext, listener: Listener): void {
  const others = (tcp.listeners.get(listener.port) ?? []).filter((each) => each !== listener);
  tcp.listeners.set(listener.port, others);
  for (const connection of [...listener.halfOpen]) tcp.remove(connection);
}

/** Active OPEN. Undefined: that connection is there already. */
export function open(tcp: TcpContext, tuple: FourTuple, application: Application): Connection | undefined {
  if (tcp.find(tuple) !== undefined) return undefined;
  const { config, now } = tcp;
  const connection = newConnection(
    {
      ...tuple,
      openedBy: 'active',
      state: 'SYN-SENT',
      application,
      iss: initialSequenceNumber(tuple, config.secret, now),
      timestampOffset: timestampOffset(tuple, config.secret),
      now,
      mss: tcp.mssTowards(tuple.remoteAddress),
    },
    config,
  );
  tcp.add(connection);
  sendSyn(tcp, connection);
  connection.timing = { behind: seqAdd(connection.iss, 1), at: now };
  tcp.schedule(connection);
  return connection;
}

/** How many octets were taken; -1 when nothing can be sent any more. */
export function send(tcp: TcpContext, connection: Connection, octets: Uint8Array, urgent = false): number {
  const { state, sent, snd } = connection;
  const isOpen = state === 'ESTABLISHED' || state === 'CLOSE-WAIT' || state === 'SYN-SENT' || state === 'SYN-RECEIVED';
  if (!isOpen || connection.finQueued) return -1;
  const taken = sent.write(octets);
  if (urgent && taken > 0) {
    const start = isSynAcknowledged(connection) ? snd.una : seqAdd(connection.iss, 1);
    snd.up = seqAdd(start, sent.length);
  }
  transmit(tcp, connection);
  return taken;
}

/** Data in order, at most `most` octets; undefined at the end of the stream. Empty: nothing has come yet. */
export function receive(tcp: TcpContext, connection: Connection, most: number): Uint8Array | undefined {
  const { received, rcv } = connection;
  if (received.readable === 0 && (hasPeerClosed(connection) || connection.state === 'CLOSED')) return undefined;
  const octets = received.read(most);
  // What is urgent may still be on its way.
  const readTo = seqAdd(rcv.nxt, -received.readable);
  if (rcv.up !== undefined && seqLeq(rcv.up, readTo)) rcv.up = undefined;
  if (octets.length > 0 && connection.state !== 'CLOSED' && hasWindowNews(connection)) sendAck(tcp, connection);
  return octets;
}

/** Nothing more will be sent; what the peer sends is still received. */
export function shutdown(tcp: TcpContext, connection: Connection): void {
  switch (connection.state) {
    case 'SYN-SENT':
      endConnection(tcp, connection, 'closed');
      return;
    case 'SYN-RECEIVED':
      closeEarly(tcp, connection);
      return;
    case 'ESTABLISHED':
      connection.state = 'FIN-WAIT-1';
      break;
    case 'CLOSE-WAIT':
      // LAST-ACK once the FIN is out.
      break;
    default:
      return;
  }
  connection.finQueued = true;
  transmit(tcp, connection);
}

/** RFC 9293 section 3.10.4: without data the FIN goes out at once, though our SYN is not acknowledged yet. */
function closeEarly(tcp: TcpContext, connection: Connection): void {
  connection.state = 'FIN-WAIT-1';
  connection.finQueued = true;
  if (connection.sent.length === 0) sendFin(tcp, connection);
}

/** CLOSE by a user who does not care for what still comes (RFC 9293 section 3.6.1). */
export function close(tcp: TcpContext, connection: Connection): void {
  if (connection.received.readable > 0 && !isOver(connection)) {
    // RFC9293-SHLD-3: the peer should know that some was never read.
    abortConnection(tcp, connection, 'aborted');
    return;
  }
  connection.deaf = true;
  shutdown(tcp, connection);
}

export function abort(tcp: TcpContext, connection: Connection): void {
  if (connection.state !== 'CLOSED') abortConnection(tcp, connection, 'aborted');
}

/** RFC9293-MUST-24 */
export function setKeepAlive(tcp: TcpContext, connection: Connection, on: boolean): void {
  connection.keepAlive = on;
  restartKeepAlive(tcp, connection);
  tcp.schedule(connection);
}

function isOver({ state }: Connection): boolean {
  return state === 'TIME-WAIT' || state === 'CLOSED';
}
