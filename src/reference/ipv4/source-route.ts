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
import { type HostState, isOwn } from './state.ts';

const DESTINATION_AT = 16;

/** The datagram has reached the end of its route here, or something was sent on or back. */
type RouteEnd = { readonly arrived: Datagram } | { readonly sent: readonly Transfer[] };

export function followRoute(
  state: HostState,
  datagram: Datagram,
  options: readonly OptionPlace[],
  route: OptionPlace,
  now: number,
): RouteEnd {
  const view = viewOf(datagram.octets.slice());
  for (;;) {
    const slot = nextSlot(view, route);
    if (slot === undefined) return { arrived: rewritten(datagram, view) };
    if (isFault(slot)) return { sent: report(state, datagram, parameterProblem(slot)) };
    const next = view.getInt32(slot.at);
    const hop = state.findRoute(next);
    const isNeighbour = hop?.next === next;
    if (hop === undefined || (route.type === STRICT_SOURCE_ROUTE && !isNeighbour)) {
      return { sent: report(state, datagram, sourceRouteFailed) };
    }
    fill(view, route, slot, state.interfaces[hop.interface]!.address);
    view.setInt32(DESTINATION_AT, next);
    // Another address of this host: the stop after it is looked for at once.
    if (!isOwn(state, next)) return { sent: forward(state, rewritten(datagram, view), options, now) };
  }
}

/** An error about it quotes it as it came. */
function rewritten(datagram: Datagram, view: DataView): Datagram {
  sealHeader(view, datagram.headerLength);
  const octets = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const changed = parse(octets, datagram.interface);
  if (changed === undefined) throw new TypeError('a source route was followed past the header');
  return { ...changed, quotable: datagram.quotable };
}
