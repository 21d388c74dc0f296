/**
 * Tells a neighbour of a shorter way (RFC 1812 section 5.2.7.2): a datagram that leaves by the interface that it came by
 * could have gone straight to its next hop. Always for one host, never for a network.
 */
import { maskOf } from './address.ts';
import type { Transfer } from './config.ts';
import type { Datagram } from './datagram.ts';
import { isSourceRoute, type OptionPlace } from './options/walk.ts';
import { report } from './report.ts';
import type { Hop } from './routes.ts';
import type { HostState } from './state.ts';

/** Nothing unless all that section 5.2.7.2 asks for holds. */
export function redirect(
  state: HostState,
  datagram: Datagram,
  options: readonly OptionPlace[],
  hop: Hop,
): readonly Transfer[] {
  if (hop.interface !== datagram.interface || options.some(isSourceRoute)) return [];
  const { prefix } = state.interfaces[hop.interface]!;
  const isNeighbour = ((datagram.header.source ^ hop.next) & maskOf(prefix)) === 0;
  return isNeighbour ? report(state, datagram, { type: 5, code: 1, gatewayAddress: hop.next }) : [];
}
