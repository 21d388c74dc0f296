/** What is for somebody else, at a router: RFC 1812 section 5.2.1.2, but what may not be forwarded at all goes first. */
import { internetChecksum } from '../../wire/runtime/checksum.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import { isSingleHost } from './address.ts';
import type { Transfer } from './config.ts';
import type { Datagram } from './datagram.ts';
import { fragmentationNeeded, networkUnreachable, report, timeExceededInTransit } from './report.ts';
import { type HostState, isBroadcast } from './state.ts';

const TIME_TO_LIVE_AT = 8;
const CHECKSUM_AT = 10;

export function forward(state: HostState, datagram: Datagram): readonly Transfer[] {
  const { source, destination, timeToLive } = datagram.header;
  // RFC 1812 section 5.3.7: neither from nor to an address that is no host's.
  if (!isSingleHost(source) || !isSingleHost(destination)) return [];
  if (isBroadcast(state, source) || isBroadcast(state, destination)) return [];
  const port = state.findRoute(destination);
  if (port === undefined) return report(state, datagram, networkUnreachable);
  // RFC1812-TTL-2, RFC1812-TE-1
  if (timeToLive <= 1) return report(state, datagram, timeExceededInTransit);
  const { mtu } = state.interfaces[port]!;
  if (datagram.octets.length > mtu) return tooLarge(state, datagram, mtu);
  return [{ datagram: withTimeToLive(datagram, timeToLive - 1), interface: port }];
}

/** A router must be able to cut it (RFC1812-FRAG-1): not built yet, so that one without DF is lost. */
function tooLarge(state: HostState, datagram: Datagram, mtu: number): readonly Transfer[] {
  return datagram.header.dontFragment === 1 ? report(state, datagram, fragmentationNeeded(mtu)) : [];
}

/** A copy whose checksum is right again; everything else is passed on as it came. */
function withTimeToLive({ octets, headerLength }: Datagram, timeToLive: number): Uint8Array {
  const copy = octets.slice();
  const view = viewOf(copy);
  view.setUint8(TIME_TO_LIVE_AT, timeToLive);
  view.setUint16(CHECKSUM_AT, 0);
  view.setUint16(CHECKSUM_AT, internetChecksum(view, 0, headerLength));
  return copy;
}
