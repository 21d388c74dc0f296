/**
 * ICMP errors about what a connection sent (RFC 9293 section 3.9.2.2). Believed only when they quote a number that is on
 * its way (RFC 5927 section 4.1).
 */

import { viewOf } from '../../wire/runtime/octets.ts';
import type { ReportedProblem } from '../ipv4/index.ts';
import { type Connection, isSynchronized } from './connection.ts';
import type { TcpContext } from './context.ts';
import { abortConnection, endConnection } from './end.ts';
import { transmit } from './output.ts';
import { seq, seqLeq, seqLt } from './seq.ts';

const [UNREACHABLE, TIME_EXCEEDED, PARAMETER_PROBLEM] = [3, 11, 12];
const [PROTOCOL, PORT, FRAGMENTATION_NEEDED] = [2, 3, 4];
/** Ports and sequence number of a quoted segment. */
const QUOTED_OCTETS = 8;

export function meetProblem(tcp: TcpContext, problem: ReportedProblem): void {
  const { type, code, data, source, destination } = problem;
  if (data.length < QUOTED_OCTETS) return;
  const view = viewOf(data);
  const connection = tcp.find({
    localAddress: source,
    localPort: view.getUint16(0),
    remoteAddress: destination,
    remotePort: view.getUint16(2),
  });
  const quoted = seq(view.getInt32(4));
  if (connection === undefined || seqLt(quoted, connection.snd.una) || !seqLt(quoted, connection.snd.max)) return;
  if (type === UNREACHABLE && code === FRAGMENTATION_NEEDED) shrink(tcp, connection);
  else if (type === UNREACHABLE && (code === PROTOCOL || code === PORT)) fail(tcp, connection);
  // RFC9293-MUST-56; a source quench is passed over (RFC9293-MUST-55).
  else if (type === UNREACHABLE || type === TIME_EXCEEDED || type === PARAMETER_PROBLEM)
    note(tcp, connection, type, code);
}

/** RFC9293-SHLD-26 */
function fail(tcp: TcpContext, connection: Connection): void {
  if (isSynchronized(connection)) abortConnection(tcp, connection, 'unreachable');
  else endConnection(tcp, connection, 'unreachable');
}

function note(tcp: TcpContext, connection: Connection, type: number, code: number): void {
  connection.softError = `ICMP type ${type}, code ${code}`;
  tcp.tell(() => connection.application.trouble?.(connection, connection.softError ?? ''));
}

/** RFC 1191 section 6.4: the segments that were too large are sent again, smaller, and no congestion is inferred. */
function shrink(tcp: TcpContext, connection: Connection): void {
  const { snd } = connection;
  const mss = tcp.mssTowards(connection.remoteAddress);
  if (mss >= snd.mss || seqLeq(snd.max, snd.una)) return;
  snd.mss = mss;
  snd.nxt = snd.una;
  transmit(tcp, connection);
}
