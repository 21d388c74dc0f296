/** From the client to a peer: Send indications (RFC 8656 section 11.2) and channel data (section 12.6). */

import { readChannelData } from './channel-data.ts';
import { ATTRIBUTES, METHODS } from './codes.ts';
import type { Datagram, Endpoint } from './endpoint.ts';
import { relayFor } from './permissions.ts';
import { addressOf, find, type Message, octetsIn } from './read-message.ts';
import { type Allocation, channelOf, isPermitted, type Relay, type ServerState, spend } from './state.ts';

/** STUN-IND-01: whatever is wrong with it, it is dropped without a word. */
export function sendIndication(
  state: ServerState,
  message: Message,
  allocation: Allocation,
  now: number,
): Datagram | undefined {
  const to = find(message, ATTRIBUTES.XOR_PEER_ADDRESS);
  const data = find(message, ATTRIBUTES.DATA);
  const peer = to && addressOf(message, to);
  // TURN-S-02
  if (message.method !== METHODS.Send || peer === undefined || data === undefined) return undefined;
  const dontFragment = find(message, ATTRIBUTES.DONT_FRAGMENT) !== undefined;
  // TURN-S-06
  if (dontFragment && !state.options.dontFragment) return undefined;
  const relay = relayFor(allocation, peer);
  return relay && relayed(state, relay, peer, octetsIn(message, data), now, dontFragment);
}

/** TURN-C-10, TURN-C-11: on a bound channel, and whole. TURN-C-12: nothing lives longer for it. */
export function channelData(
  state: ServerState,
  octets: Uint8Array,
  allocation: Allocation,
  now: number,
): Datagram | undefined {
  const read = readChannelData(octets);
  if (read === undefined) return undefined;
  for (const relay of allocation.relays) {
    const channel = channelOf(relay, read.number, now);
    if (channel) return relayed(state, relay, channel.peer, read.data, now, false);
  }
  return undefined;
}

/** TURN-S-05, TURN-X-09: from the relayed address, and of the data nothing but the data. */
function relayed(
  state: ServerState,
  relay: Relay,
  peer: Endpoint,
  octets: Uint8Array,
  now: number,
  dontFragment: boolean,
): Datagram | undefined {
  // TURN-S-03, TURN-X-03: nobody is permitted who is refused. And nobody is at port 0.
  if (!isPermitted(relay, peer.address, now) || peer.port === 0) return undefined;
  if (!spend(state, relay.allocation.username, octets.length, now)) return undefined;
  return { octets, from: relay.endpoint, to: peer, transport: 'udp', dontFragment };
}
