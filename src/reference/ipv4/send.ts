/**
 * Sends what the host itself originates. Time to live and identification are its own. What is larger than the link, or
 * than the path is known to carry, goes in fragments.
 */
import { type Ipv4HeaderStruct, ipv4Header } from '../../generated/ipv4/header.ts';
import { type IcmpMessageStruct, icmpMessage } from '../../generated/ipv4/icmp.ts';
import { freshOctets } from '../../wire/runtime/fresh.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import type { Transfer } from './config.ts';
import { fragments } from './fragment.ts';
import { type HostState, identify } from './state.ts';

export const ICMP = 1;
const HEADER_OCTETS = 20;
const ICMP_HEADER_OCTETS = 8;
const LARGEST_DATAGRAM = 65535;
/** RFC 1812 section 4.2.2.9: above twice the diameter of the internet; 64 is common. */
const TIME_TO_LIVE = 64;
const NO_OPTIONS = new Uint8Array();

export interface Addressing {
  readonly source: number;
  readonly destination: number;
  readonly dscp: number;
  /** RFC 3168; 0 unless said. */
  readonly ecn?: number;
  readonly timeToLive?: number | undefined;
  /** Octets of the option list, padding left out. */
  readonly options?: Uint8Array;
  /** RFC 1191 section 3: DF is set, so that routers say what the path carries. */
  readonly discoverPath?: { readonly now: number };
}

/** Writes the payload into `octets` from `at` on; `view` is of the same octets. */
type WritePayload = (octets: Uint8Array, view: DataView, at: number) => void;

/** Nothing when no route leads there, or for more than a datagram holds. */
export function send(state: HostState, to: Addressing, protocol: number, payload: Uint8Array): readonly Transfer[] {
  return originate(state, to, protocol, payload.length, (octets, _, at) => octets.set(payload, at));
}

/** As `send`, for a payload of `payloadLength` octets that is made where it is to stand. */
export function originate(
  state: HostState,
  to: Addressing,
  protocol: number,
  payloadLength: number,
  write: WritePayload,
): readonly Transfer[] {
  const hop = state.findRoute(to.destination);
  if (hop === undefined) return [];
  const { source, destination, dscp, ecn = 0, options = NO_OPTIONS, discoverPath, timeToLive = TIME_TO_LIVE } = to;
  const known = discoverPath ? state.pathMtu.get(destination, discoverPath.now) : Infinity;
  const mtu = Math.min(state.interfaces[hop.interface]!.mtu, known);
  const headerLength = HEADER_OCTETS + ((options.length + 3) & ~3);
  const length = headerLength + payloadLength;
  if (length > LARGEST_DATAGRAM) return [];
  const whole = freshOctets(length);
  const view = viewOf(whole);
  const header = ipv4Header.create() as Ipv4HeaderStruct;
  header.source = source;
  header.destination = destination;
  header.dscp = dscp;
  header.ecn = ecn;
  header.protocol = protocol;
  header.identification = identify(state);
  header.dontFragment = discoverPath !== undefined && length <= mtu ? 1 : 0;
  header.timeToLive = timeToLive;
  header.optionsLength = options.length;
  header.ihl = headerLength / 4;
  ipv4Header.write(header, view, 0, { payloadLength, octets: options.length === 0 ? view : viewOf(options) });
  write(whole, view, headerLength);
  const pieces = length <= mtu ? [whole] : fragments(whole, headerLength, mtu);
  return pieces.map((datagram) => ({ datagram, interface: hop.interface }));
}

/** An ICMP message with `data`. */
export function sendIcmp(
  state: HostState,
  to: Addressing,
  message: Partial<IcmpMessageStruct>,
  data: Uint8Array,
): readonly Transfer[] {
  const payload = new Uint8Array(ICMP_HEADER_OCTETS + data.length);
  const struct = { ...icmpMessage.create(), ...message, dataAt: 0, dataLength: data.length };
  icmpMessage.write(struct, viewOf(payload), 0, { octets: viewOf(data) });
  return send(state, to, ICMP, payload);
}
