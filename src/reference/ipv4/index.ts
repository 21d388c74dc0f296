/** The reference implementation of IPv4 and ICMP. */
export type { HostConfig, Transfer } from './config.ts';
export { type Datagram, dataOf } from './datagram.ts';
export { type Host, host, type Work } from './host.ts';
export { type ReplyOptions, returnRoute } from './options/reply.ts';
export { portUnreachable, report } from './report.ts';
export { originate, send } from './send.ts';
export { answering, type HostState, isOwn, isUnicast, type ReportedProblem, type Transport } from './state.ts';
