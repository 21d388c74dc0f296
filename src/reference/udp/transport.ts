/** UDP above a host: a datagram for a service is answered, one for a port that nobody listens to is reported. */
import {
  answering,
  type Datagram,
  dataOf,
  type HostState,
  portUnreachable,
  report,
  send,
  type Transfer,
  type Transport,
} from '../ipv4/index.ts';
import { parseUdp, UDP, udpOctets } from './datagram.ts';
import type { Service } from './services.ts';

export function udp(services: ReadonlyMap<number, Service>): Transport {
  return { protocol: UDP, receive: (state, datagram, now) => receive(state, datagram, services, now) };
}

function receive(
  state: HostState,
  datagram: Datagram,
  services: ReadonlyMap<number, Service>,
  now: number,
): readonly Transfer[] {
  const request = parseUdp(dataOf(datagram), datagram.header);
  if (request === undefined) return [];
  const service = services.get(request.destinationPort);
  // RFC1122-UDP-PORT
  if (service === undefined) return report(state, datagram, portUnreachable);
  const data = service(request.data);
  // RFC 768: who names no source port wants no answer.
  if (data === undefined || request.sourcePort === 0) return [];
  const answer = { sourcePort: request.destinationPort, destinationPort: request.sourcePort, data };
  // RFC1122-UDP-SRC-2: the address that was asked, if it is the host's own.
  const ends = { source: answering(state, datagram), destination: datagram.header.source };
  return send(state, { ...ends, dscp: 0, discoverPath: { now } }, UDP, udpOctets(answer, ends));
}
