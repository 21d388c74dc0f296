/**
 * A STUN and TURN server (RFC 8489, RFC 8656) without input and output: datagrams and the time go in, datagrams, what
 * becomes of relayed addresses, and the next deadline come out. For what comes in, one datagram goes out at most.
 */
import { DEFAULTS, SECOND, type ServerConfig } from './config.ts';
import type { Crypto } from './crypto.ts';
import { type Datagram, type Endpoint, fiveTupleOf, keyOf } from './endpoint.ts';
import { Nonces } from './nonce.ts';
import { readMessage } from './read-message.ts';
import { answerRequest, isServed } from './request.ts';
import { expire, removeRelay, type ServerState } from './state.ts';
import { fromNetwork, fromPeer, type IcmpReport } from './to-client.ts';
import { channelData, sendIndication } from './to-peer.ts';
import { unknownTypes } from './unknown-types.ts';
import { knownUsers } from './users.ts';

/** A client's connection has ended, or a relayed address cannot be had after all. */
interface Loss {
  readonly lost: Endpoint;
}

export type ServerInput = Datagram | IcmpReport | Loss;

/** A relayed address is to be listened at, or not any more. Comes before the datagrams that need it. */
export interface AddressChange {
  readonly event: 'opened' | 'closed';
  readonly endpoint: Endpoint;
}

export interface ServerStep {
  readonly outputs: readonly (Datagram | AddressChange)[];
  readonly wakeAt: number | undefined;
}

export interface TurnServer {
  /** `now` in microseconds, never less than before. Inputs are taken in their order. */
  step(now: number, inputs: readonly ServerInput[]): ServerStep;
}

export function turnServer(config: ServerConfig, crypto: Crypto): TurnServer {
  const state = openState(config, crypto);
  const served = new Set(config.served.map(keyOf));
  return {
    step: (now, inputs) => {
      const outputs: (Datagram | AddressChange)[] = [];
      expire(state, now);
      for (const input of inputs) {
        const output = take(state, served, input, now);
        outputs.push(...state.changes.splice(0));
        if (output) outputs.push(output);
      }
      outputs.push(...state.changes.splice(0));
      return { outputs, wakeAt: state.sweepAt === Number.POSITIVE_INFINITY ? undefined : state.sweepAt };
    },
  };
}

function openState(config: ServerConfig, crypto: Crypto): ServerState {
  const options = { ...DEFAULTS, ...config.options };
  const { realm } = config;
  const nonces = new Nonces(crypto, options.nonceLifetime * SECOND);
  return {
    config: { ...config, users: [] },
    options,
    guard: { crypto, realm, users: knownUsers(crypto, realm, config.users), nonces },
    allocations: new Map(),
    relays: new Map(),
    reservations: new Map(),
    budgets: new Map(),
    changes: [],
    sweepAt: Number.POSITIVE_INFINITY,
  };
}

function take(state: ServerState, served: ReadonlySet<string>, input: ServerInput, now: number): Datagram | undefined {
  if ('lost' in input) return lose(state, input);
  if ('icmp' in input) {
    const relay = state.relays.get(keyOf(input.from));
    return relay && fromNetwork(state, input, relay, now);
  }
  if (served.has(keyOf(input.to))) return fromClient(state, input, now);
  const relay = state.relays.get(keyOf(input.to));
  return relay && fromPeer(state, input, relay, now);
}

/** What lives on a connection ends with it. */
function lose(state: ServerState, { lost }: Loss): undefined {
  const key = keyOf(lost);
  for (const relay of state.relays.values()) {
    const { path } = relay.allocation;
    const isClient = path.transport === 'tcp' && keyOf(path.to) === key;
    if (isClient || keyOf(relay.endpoint) === key) removeRelay(state, relay);
  }
}

/** The first two bits tell what it is (RFC 8656 section 12): TURN-C-16, all else is dropped. */
function fromClient(state: ServerState, datagram: Datagram, now: number): Datagram | undefined {
  const { octets, from, to, transport } = datagram;
  const [first = 0xff] = octets;
  const allocation = state.allocations.get(fiveTupleOf(datagram));
  // TURN-G-03
  if (first >= 0x40 && first <= 0x4f) return allocation && channelData(state, octets, allocation, now);
  const message = readMessage(octets);
  if (message === undefined) return undefined;
  // STUN-420-02
  if (message.kind === 'indication') {
    if (allocation === undefined || unknownTypes(message).length > 0) return undefined;
    return sendIndication(state, message, allocation, now);
  }
  if (message.kind !== 'request' || !isServed(message.method)) return undefined;
  return { octets: answerRequest(state, message, datagram, now), from: to, to: from, transport };
}
