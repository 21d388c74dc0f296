/**
 * A TURN client (RFC 8656 over RFC 8489) without input and output: datagrams, what its user asks and the time go in,
 * datagrams, what he is told and the next deadline come out. What it holds it keeps alive until it is told to delete it.
 */
import { toHex } from '../../../contract/hex.ts';
import { channelDataOctets, readChannelData } from '../channel-data.ts';
import { ATTRIBUTES, FIRST_CHANNEL, LAST_CHANNEL, METHODS } from '../codes.ts';
import type { Crypto } from '../crypto.ts';
import { type Datagram, type Endpoint, keyOf } from '../endpoint.ts';
import { readMessage } from '../read-message.ts';
import { plain, writeMessage, xorAddress } from '../write-message.ts';
import { ask } from './ask.ts';
import type { ClientCall, ClientConfig, ClientEvent, Failure } from './config.ts';
import { receiveIndication } from './indication.ts';
import { failed, isHeld } from './outcome.ts';
import { receiveResponse } from './response.ts';
import { type ClientState, openState, transmit } from './state.ts';
import { whenDue } from './transaction.ts';

interface ClientStep {
  readonly outputs: readonly (Datagram | ClientEvent)[];
  readonly wakeAt: number | undefined;
}

export interface TurnClient {
  /** `now` in microseconds, never less than before. Inputs are taken in their order. */
  step(now: number, inputs: readonly (Datagram | ClientCall)[]): ClientStep;
}

export function turnClient(config: ClientConfig, crypto: Crypto): TurnClient {
  const state = openState(config, crypto);
  return {
    step: (now, inputs) => {
      for (const input of inputs) {
        if ('call' in input) perform(state, input, now);
        else receive(state, input, now);
      }
      tick(state, now);
      return { outputs: state.outputs.splice(0), wakeAt: nextDeadline(state) };
    },
  };
}

function perform(state: ClientState, call: ClientCall, now: number): void {
  const why = obstacleTo(state, call, now) ?? (call.call === 'send' ? sendTo(state, call, now) : undefined);
  if (why !== undefined) state.outputs.push({ event: 'failed', call: call.call, why });
  else if (call.call === 'bind') ask(state, { ...call, channel: channelFor(state, call.peer) }, now);
  else if (call.call !== 'send') ask(state, call, now);
}

function obstacleTo(state: ClientState, call: ClientCall, now: number): Failure | undefined {
  const { held, transactions, heldOffUntil } = state;
  if (call.call === 'allocate') {
    const isUnderWay = [...transactions.values()].some(({ purpose }) => purpose.call === 'allocate');
    return held || isUnderWay || now < heldOffUntil ? 'held' : undefined;
  }
  if (held === undefined) return 'no-allocation';
  return call.call === 'bind' && channelFor(state, call.peer) > LAST_CHANNEL ? 'no-channel' : undefined;
}

/** TURN-C-08: each peer has one number for good, and no number two peers. */
function channelFor({ numbers }: ClientState, peer: Endpoint): number {
  const key = keyOf(peer);
  const number = numbers.get(key) ?? FIRST_CHANNEL + numbers.size;
  if (number <= LAST_CHANNEL) numbers.set(key, number);
  return number;
}

/** By a channel where there is one, otherwise as a Send indication; TURN-S-01: never without a permission. */
function sendTo(
  state: ClientState,
  { peer, octets }: Extract<ClientCall, { call: 'send' }>,
  now: number,
): Failure | undefined {
  if (!isHeld(state, peer, now)) return 'no-permission';
  const channel = state.held?.channels.get(keyOf(peer));
  const isBound = channel !== undefined && channel.expiresAt > now;
  transmit(
    state,
    isBound ? channelDataOctets(channel.number, octets, state.config.transport) : indication(state, peer, octets),
  );
  return undefined;
}

function indication({ crypto }: ClientState, peer: Endpoint, octets: Uint8Array): Uint8Array {
  return writeMessage(crypto, {
    method: METHODS.Send,
    kind: 'indication',
    transactionId: toHex(crypto.random(12)),
    attributes: [xorAddress(ATTRIBUTES.XOR_PEER_ADDRESS, peer), plain(ATTRIBUTES.DATA, octets)],
  });
}

function receive(state: ClientState, { octets, from }: Datagram, now: number): void {
  if (keyOf(from) !== keyOf(state.server)) return;
  const [first = 0xff] = octets;
  if (first >= 0x40 && first <= 0x4f) receiveChannelData(state, octets, now);
  const message = readMessage(octets);
  if (message?.kind === 'indication') receiveIndication(state, message, now);
  else if (message && message.kind !== 'request') receiveResponse(state, message, now);
}

/** RFC 8656 section 12.6: on a channel that is bound, as far as we know. */
function receiveChannelData({ held, outputs }: ClientState, octets: Uint8Array, now: number): void {
  const read = readChannelData(octets);
  const channel = [...(held?.channels.values() ?? [])].find(({ number }) => number === read?.number);
  if (read && channel && channel.expiresAt > now)
    outputs.push({ event: 'data', from: channel.peer, octets: read.data });
}

/** What is due: sent again, given up, or kept alive. */
function tick(state: ClientState, now: number): void {
  for (const [id, transaction] of state.transactions) {
    while (state.transactions.has(id) && transaction.dueAt <= now) {
      if (whenDue(transaction) === 'send') transmit(state, transaction.octets);
      else {
        state.transactions.delete(id);
        failed(state, transaction.purpose, 'timeout', now);
      }
    }
  }
  const { held } = state;
  if (held === undefined) return;
  if (held.refreshAt <= now) {
    held.refreshAt = Number.POSITIVE_INFINITY;
    ask(state, { call: 'refresh' }, now);
  }
  for (const channel of held.channels.values()) {
    if (channel.refreshAt > now) continue;
    channel.refreshAt = Number.POSITIVE_INFINITY;
    ask(state, { call: 'bind', peer: channel.peer, channel: channel.number }, now);
  }
  refreshPermissions(state, now);
}

/** Those that no channel keeps alive. */
function refreshPermissions(state: ClientState, now: number): void {
  const { permissions = new Map(), channels = new Map() } = state.held ?? {};
  const bound = new Set([...channels.values()].map(({ peer }) => peer.address));
  const due = [...permissions].filter(([address, { refreshAt }]) => refreshAt <= now && !bound.has(address));
  for (const [, permission] of due) permission.refreshAt = Number.POSITIVE_INFINITY;
  if (due.length > 0) ask(state, { call: 'permit', addresses: due.map(([address]) => address) }, now);
}

function nextDeadline({ transactions, held }: ClientState): number | undefined {
  const bound = new Set([...(held?.channels.values() ?? [])].map(({ peer }) => peer.address));
  const times = [
    ...[...transactions.values()].map(({ dueAt }) => dueAt),
    ...(held ? [held.refreshAt] : []),
    ...[...(held?.channels.values() ?? [])].map(({ refreshAt }) => refreshAt),
    ...[...(held?.permissions ?? [])].filter(([address]) => !bound.has(address)).map(([, { refreshAt }]) => refreshAt),
  ].filter(Number.isFinite);
  return times.length === 0 ? undefined : Math.min(...times);
}
