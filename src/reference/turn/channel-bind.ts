/** ChannelBind: RFC 8656 section 12.2. */
import { type Answer, refusal, success } from './answer.ts';
import type { Call } from './call.ts';
import { ATTRIBUTES, FIRST_CHANNEL, LAST_CHANNEL } from './codes.ts';
import { SECOND } from './config.ts';
import { type Endpoint, keyOf } from './endpoint.ts';
import { hasRoom, isForbidden, permit, relayFor } from './permissions.ts';
import { addressOf, find, type Message } from './read-message.ts';
import { type Allocation, type Channel, channelOf, channelTo, type Relay, type ServerState } from './state.ts';

export function channelBind(state: ServerState, { message, now }: Call, allocation: Allocation): Answer {
  const number = channelNumberIn(message);
  const attribute = find(message, ATTRIBUTES.XOR_PEER_ADDRESS);
  const peer = attribute && addressOf(message, attribute);
  // TURN-C-01, TURN-C-02
  if (number === undefined || peer === undefined) return refusal(400);
  if (number < FIRST_CHANNEL || number > LAST_CHANNEL) return refusal(400);
  if (allocation.relays.some((each) => isBoundOtherwise(each, number, peer, now))) return refusal(400);
  // TURN-C-06
  const relay = relayFor(allocation, peer);
  if (relay === undefined) return refusal(443);
  if (peer.port === 0 || isForbidden(state, peer)) return refusal(403);
  if (!hasRoomForChannel(state, relay, number, now) || !hasRoom(state, relay, [peer.address], now)) return refusal(508);
  bind(relay, { number, peer, expiresAt: now + state.options.channelLifetime * SECOND });
  // TURN-C-05
  permit(state, relay, peer, now);
  return success();
}

/** TURN-C-03: a number stands for one peer, a peer for one number. */
function isBoundOtherwise(relay: Relay, number: number, peer: Endpoint, now: number): boolean {
  const byNumber = channelOf(relay, number, now);
  if (byNumber && keyOf(byNumber.peer) !== keyOf(peer)) return true;
  const byPeer = channelTo(relay, peer, now);
  return byPeer !== undefined && byPeer.number !== number;
}

/** What has expired makes room. */
function hasRoomForChannel({ options }: ServerState, { channels, channelsByPeer }: Relay, number: number, now: number) {
  for (const channel of channels.values()) {
    if (channel.expiresAt > now) continue;
    channels.delete(channel.number);
    channelsByPeer.delete(keyOf(channel.peer));
  }
  return channels.has(number) || channels.size < options.channels;
}

/** TURN-C-04, TURN-C-07: anew, or once more. */
function bind({ channels, channelsByPeer }: Relay, channel: Channel): void {
  channels.set(channel.number, channel);
  channelsByPeer.set(keyOf(channel.peer), channel);
}

function channelNumberIn(message: Message): number | undefined {
  const attribute = find(message, ATTRIBUTES.CHANNEL_NUMBER);
  return attribute?.length === 4 ? message.view.getUint16(attribute.at) : undefined;
}
