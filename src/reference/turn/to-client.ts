/** From a peer to the client: RFC 8656 sections 11.3, 11.5 and 12.7. */

import { toHex } from '../../contract/hex.ts';
import { channelDataOctets } from './channel-data.ts';
import { ATTRIBUTES, METHODS } from './codes.ts';
import { dataIndication } from './data-indication.ts';
import { type Datagram, type Endpoint, familyOf } from './endpoint.ts';
import { channelTo, isPermitted, type Relay, type ServerState, spend } from './state.ts';
import { writeMessage, xorAddress } from './write-message.ts';

export function fromPeer(
  state: ServerState,
  { octets, from }: Datagram,
  relay: Relay,
  now: number,
): Datagram | undefined {
  // TURN-P-03, TURN-X-06
  if (!isPermitted(relay, from.address, now)) return undefined;
  if (!spend(state, relay.allocation.username, octets.length, now)) return undefined;
  const { path } = relay.allocation;
  const channel = channelTo(relay, from, now);
  // TURN-C-09, TURN-S-07
  if (channel) return { ...path, octets: channelDataOctets(channel.number, octets, path.transport) };
  return { ...path, octets: dataIndication(state.guard.crypto.random(12), from, octets) };
}

/** What the network says of a datagram that was relayed. */
export interface IcmpReport {
  readonly icmp: { readonly type: number; readonly code: number; readonly mtu?: number };
  /** Of the datagram that it is about. */
  readonly from: Endpoint;
  readonly to: Endpoint;
}

/** RFC 792: destination unreachable, time exceeded. RFC 4443: besides these, packet too big. */
const TOLD = { 1: [3, 11], 2: [1, 2, 3] } as const;

/** TURN-S-10, TURN-S-11: it counts whom the datagram was for, not who says so. */
export function fromNetwork(
  { guard }: ServerState,
  { icmp: { type, code, mtu = 0 }, to }: IcmpReport,
  relay: Relay,
  now: number,
): Datagram | undefined {
  const told: readonly number[] = TOLD[familyOf(to.address)];
  if (!told.includes(type) || !isPermitted(relay, to.address, now)) return undefined;
  const isTooBig = familyOf(to.address) === 1 ? type === 3 && code === 4 : type === 2;
  const size = isTooBig ? mtu : 0;
  const errorData = toHex(Uint8Array.of(size >>> 24, size >>> 16, size >>> 8, size));
  const octets = writeMessage(guard.crypto, {
    method: METHODS.Data,
    kind: 'indication',
    transactionId: toHex(guard.crypto.random(12)),
    attributes: [
      xorAddress(ATTRIBUTES.XOR_PEER_ADDRESS, to),
      { type: ATTRIBUTES.ICMP, length: 8, reserved: 0, icmpType: type, icmpCode: code, errorData },
    ],
  });
  return { ...relay.allocation.path, octets };
}
