/** A datagram arrives: checked, then for this host, for somebody else, or for nobody (RFC 1122 section 3.1). */
import { isLoopback, isMulticast, isThisNetwork } from './address.ts';
import type { Transfer } from './config.ts';
import { type Datagram, isFragment, parse } from './datagram.ts';
import { deliver } from './deliver.ts';
import { forward } from './forward.ts';
import { isFault, isSourceRoute, type OptionPlace, optionsOf } from './options/walk.ts';
import { parameterProblem, report, wrongTotalLength } from './report.ts';
import { followRoute } from './source-route.ts';
import { type HostState, isBroadcast, isOwn } from './state.ts';

export function receive(
  state: HostState,
  { datagram: octets, interface: port }: Transfer,
  now: number,
): readonly Transfer[] {
  const datagram = parse(octets, port);
  if (datagram === undefined || !hasSoundSource(state, datagram)) return [];
  // RFC1812-HV-6; a host says nothing.
  if (datagram.isTruncated) return state.role === 'router' ? report(state, datagram, wrongTotalLength) : [];
  const { destination } = datagram.header;
  const isForUs = isOwn(state, destination) || isBroadcast(state, destination);
  // RFC1122-ADDR-5
  if (!isForUs && state.role === 'host') return [];
  const options = optionsOf(datagram);
  // RFC1122-PP-1, RFC1812-PP-1
  if (isFault(options)) return report(state, datagram, parameterProblem(options));
  const route = options.find(isSourceRoute);
  if (route !== undefined && !state.sourceRoutes) return [];
  if (!isForUs) return forward(state, datagram, options, now);
  if (route === undefined) return receiveOwn(state, datagram, options, now);
  const end = followRoute(state, datagram, options, route, now);
  return 'arrived' in end ? receiveOwn(state, end.arrived, options, now) : end.sent;
}

function receiveOwn(
  state: HostState,
  datagram: Datagram,
  options: readonly OptionPlace[],
  now: number,
): readonly Transfer[] {
  if (!isFragment(datagram)) return deliver(state, datagram, options, now);
  const whole = state.reassembly.insert(datagram, now);
  if (whole === undefined) return [];
  const found = optionsOf(whole);
  return deliver(state, whole, isFault(found) ? [] : found, now);
}

/** RFC1122-ADDR-6: no sender has one of these. Class E is only reserved. */
function hasSoundSource(state: HostState, { header: { source } }: Datagram): boolean {
  return !(isThisNetwork(source) || isLoopback(source) || isMulticast(source) || isBroadcast(state, source));
}
