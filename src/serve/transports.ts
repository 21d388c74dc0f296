/** What the reference's hosts speak above IPv4, and the services that they offer there. */
import type { Transport } from '../reference/ipv4/index.ts';
import { ECHO_PORT, echo, udp } from '../reference/udp/index.ts';

export const transports: readonly Transport[] = [udp(new Map([[ECHO_PORT, echo]]))];
