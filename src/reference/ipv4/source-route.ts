/**
 * The next stop of a source route (RFC 791 section 3.1; RFC 1812 section 5.3.13.4): this module's address takes the
 * place of the next one, which becomes the destination.
 */
import { viewOf } from '../../wire/runtime/octets.ts';
import { sealHeader } from './checksum.ts';
import type { Transfer } from './config.ts';
import { type Datagram, parse } from './datagram.ts';
import { forward } from './forward.ts';
import { fill, nextSlot } from './options/route.ts';
import { isFault, type OptionPlace, STRICT_SOURCE_ROUTE } from './options/walk.ts';
import { parameterProblem, report, sourceRouteFailed } from './report.ts';
import type { HostState } from './state.ts';

const DESTINATION_AT = 16;

/** What goes on along its route; undefined when the route is used up, and the datagram has arrived. */
export function followRoute(
  state: HostState,
  datagram: Datagram,
  options: readonly OptionPlace[],
  route: OptionPlace,
  now: number,
): readonly Transfer[] | undefined {
  const copy = datagram.octets.slice();
  const view = viewOf(copy);
  const slot = nextSlot(view, route);
  if (slot === undefined) return undefined;
  if (isFault(slot)) return report(state, datagram, parameterProblem(slot));
  const next = view.getInt32(slot.at);
  const hop = state.findRoute(next);
  const isNeighbour = hop?.next === next;
  if (hop === undefined || (route.type === STRICT_SOURCE_ROUTE && !isNeighbour)) {
    return report(state, datagram, sourceRouteFailed);
  }
  fill(view, route, slot, state.interfaces[hop.interface]!.address);
  view.setInt32(DESTINATION_AT, next);
  sealHeader(view, datagram.headerLength);
  const rerouted = parse(copy, datagram.interface);
  return rerouted === undefined ? [] : forward(state, { ...rerouted, quotable: datagram.quotable }, options, now);
}
