/** The reference implementation of IPv4 and ICMP. */
export type { HostConfig, Transfer } from './config.ts';
export { type Host, host } from './host.ts';
