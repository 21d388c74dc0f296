/** What the reference's hosts speak above IPv4, and the services that they offer there: made anew for every host. */
import type { Transport } from '../reference/ipv4/index.ts';
import { Tcp } from '../reference/tcp/index.ts';
import { ECHO_PORT, echo, udp } from '../reference/udp/index.ts';
import { HttpOverTcp } from './http/over-tcp.ts';
import { openServices } from './tcp-services.ts';
import { withService } from './timed-service.ts';

export interface Above {
  readonly transports: readonly Transport[];
  readonly tcp: Tcp;
}

/** `secret`: of initial sequence numbers; nobody else's. `epoch`: milliseconds from 1970 to where the host's time begins. */
export function above(secret: number, epoch = 0): Above {
  const tcp = new Tcp({ secret });
  openServices(tcp, epoch);
  const http = new HttpOverTcp(tcp, epoch);
  return { transports: [udp(new Map([[ECHO_PORT, echo]])), withService(tcp, http)], tcp };
}
