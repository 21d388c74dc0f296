/** What is for somebody else, at a router: RFC 1812 section 5.2.1.2, but what may not be forwarded at all goes first. */
import { viewOf } from '../../wire/runtime/octets.ts';
import { isSingleHost } from './address.ts';
import { replaceWord, sealHeader } from './checksum.ts';
import type { Transfer } from './config.ts';
import type { Datagram } from './datagram.ts';
import { fragments } from './fragment.ts';
import { mark } from './options/transit.ts';
import type { OptionPlace } from './options/walk.ts';
import { redirect } from './redirect.ts';
import { fragmentationNeeded, networkUnreachable, parameterProblem, report, timeExceededInTransit } from './report.ts';
import { type HostState, isBroadcast, isOwn } from './state.ts';

/** Time to live and protocol are one 16-bit word of the header. */
const TIME_TO_LIVE_AT = 8;

export function forward(
  state: HostState,
  datagram: Datagram,
  options: readonly OptionPlace[],
  now: number,
): readonly Transfer[] {
  const { source, destination, timeToLive, dontFragment } = datagram.header;
  // RFC1812-MART-1: neither from nor to an address that is no host's.
  if (!isSingleHost(source) || !isSingleHost(destination)) return [];
  if (isBroadcast(state, source) || isBroadcast(state, destination)) return [];
  const hop = state.findRoute(destination);
  if (hop === undefined) return report(state, datagram, networkUnreachable);
  // RFC1812-TTL-2, RFC1812-TE-1
  if (timeToLive <= 1) return report(state, datagram, timeExceededInTransit);
  const { mtu, address } = state.interfaces[hop.interface]!;
  const isTooLarge = datagram.octets.length > mtu;
  if (isTooLarge && dontFragment === 1) return report(state, datagram, fragmentationNeeded(mtu));
  const copy = datagram.octets.slice();
  const view = viewOf(copy);
  replaceWord(view, TIME_TO_LIVE_AT, view.getUint16(TIME_TO_LIVE_AT) - 0x100);
  if (options.length > 0) {
    const fault = mark(view, options, { address, isOwn: (each) => isOwn(state, each), now });
    if (fault !== undefined) return report(state, datagram, parameterProblem(fault));
    sealHeader(view, datagram.headerLength);
  }
  const pieces = isTooLarge ? fragments(copy, datagram.headerLength, mtu) : [copy];
  const onward = pieces.map((piece) => ({ datagram: piece, interface: hop.interface }));
  return [...onward, ...redirect(state, datagram, options, hop)];
}
