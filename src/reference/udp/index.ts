/** The reference implementation of UDP (RFC 768, RFC 1122 section 4.1) on that of IPv4. */
export { ECHO_PORT, echo } from './services.ts';
export { udp } from './transport.ts';
