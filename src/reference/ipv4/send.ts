/** Sends what the host itself originates. Time to live and identification are its own; nothing is cut into fragments yet. */
import { ipv4Header } from '../../generated/ipv4/header.ts';
import { type IcmpMessageStruct, icmpMessage } from '../../generated/ipv4/icmp.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import type { Transfer } from './config.ts';
import { type HostState, identify } from './state.ts';

export const ICMP = 1;
const HEADER_OCTETS = 20;
const ICMP_HEADER_OCTETS = 8;
/** RFC 1812 section 4.2.2.9: above twice the diameter of the internet; 64 is common. */
const TIME_TO_LIVE = 64;

export interface Addressing {
  readonly source: number;
  readonly destination: number;
  readonly dscp: number;
}

/** An ICMP message with `data`, toward its destination; nothing when no route leads there. */
export function sendIcmp(
  state: HostState,
  addressing: Addressing,
  message: Partial<IcmpMessageStruct>,
  data: Uint8Array,
): readonly Transfer[] {
  const port = state.findRoute(addressing.destination);
  if (port === undefined) return [];
  // RFC1122-ECHO-3: who cannot fragment cuts the message to what can be sent.
  const room = state.interfaces[port]!.mtu - HEADER_OCTETS - ICMP_HEADER_OCTETS;
  const dataLength = Math.min(data.length, room);
  const payloadLength = ICMP_HEADER_OCTETS + dataLength;
  const datagram = new Uint8Array(HEADER_OCTETS + payloadLength);
  const view = viewOf(datagram);
  const header = { ...ipv4Header.create(), ...addressing, identification: identify(state), protocol: ICMP };
  ipv4Header.write({ ...header, timeToLive: TIME_TO_LIVE }, view, 0, { payloadLength });
  const struct = { ...icmpMessage.create(), ...message, dataAt: 0, dataLength };
  icmpMessage.write(struct, view, HEADER_OCTETS, { octets: viewOf(data) });
  return [{ datagram, interface: port }];
}
