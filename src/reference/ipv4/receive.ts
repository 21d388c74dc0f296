/** A datagram arrives: checked, then for this host, for somebody else, or for nobody (RFC 1122 section 3.1). */
import { isLoopback, isMulticast, isThisNetwork } from './address.ts';
import type { Transfer } from './config.ts';
import { type Datagram, isFragment, parse } from './datagram.ts';
import { deliver } from './deliver.ts';
import { forward } from './forward.ts';
import { type HostState, isBroadcast, isOwn } from './state.ts';

export function receive(
  state: HostState,
  { datagram: octets, interface: port }: Transfer,
  now: number,
): readonly Transfer[] {
  const datagram = parse(octets, port);
  if (datagram === undefined || !hasSoundSource(state, datagram)) return [];
  const { destination } = datagram.header;
  if (isOwn(state, destination) || isBroadcast(state, destination)) return receiveOwn(state, datagram, now);
  return state.role === 'router' ? forward(state, datagram) : [];
}

function receiveOwn(state: HostState, datagram: Datagram, now: number): readonly Transfer[] {
  const whole = isFragment(datagram) ? state.reassembly.insert(datagram, now) : datagram;
  return whole === undefined ? [] : deliver(state, whole);
}

/** RFC1122-ADDR-6: no sender has one of these. Class E is only reserved. */
function hasSoundSource(state: HostState, { header: { source } }: Datagram): boolean {
  return !(isThisNetwork(source) || isLoopback(source) || isMulticast(source) || isBroadcast(state, source));
}
