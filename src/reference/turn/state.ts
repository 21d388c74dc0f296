/**
 * What a server knows: allocations by 5-tuple, relayed addresses by themselves, ports that are kept. Instants and spans in
 * microseconds. What has expired is gone as soon as anybody looks; only relayed addresses have to be given back.
 */
import type { Guard } from './authenticate.ts';
import { SECOND, type ServerConfig, type ServerOptions } from './config.ts';
import { type Datagram, type Endpoint, keyOf } from './endpoint.ts';

export interface Channel {
  readonly number: number;
  readonly peer: Endpoint;
  expiresAt: number;
}

/** A relayed transport address. An allocation has one of a family, and each lives by itself (RFC 8656 section 8.1). */
export interface Relay {
  readonly endpoint: Endpoint;
  readonly allocation: Allocation;
  expiresAt: number;
  /** When the permission for an IP address ends. */
  readonly permissions: Map<string, number>;
  readonly channels: Map<number, Channel>;
  /** The same, by the key of the peer's transport address. */
  readonly channelsByPeer: Map<string, Channel>;
}

/** The way back to the client: as a datagram of the server's comes to him. */
export type Path = Pick<Datagram, 'from' | 'to' | 'transport'>;

export interface Allocation {
  readonly fiveTuple: string;
  readonly path: Path;
  readonly username: string;
  readonly relays: Relay[];
  /** TURN-A-28: which request made it, and what that was answered. */
  created?: { readonly transactionId: string; readonly octets: Uint8Array };
}

/** A port that is kept for who has the token: TURN-A-21. */
interface Reservation {
  readonly endpoint: Endpoint;
  /** As hex. */
  readonly token: string;
  readonly expiresAt: number;
}

/** What one user's allocations have relayed in one second. */
interface Budget {
  second: number;
  octets: number;
}

export interface ServerState {
  readonly config: ServerConfig;
  readonly options: ServerOptions;
  readonly guard: Guard;
  readonly allocations: Map<string, Allocation>;
  /** Both by the key of the transport address. */
  readonly relays: Map<string, Relay>;
  readonly reservations: Map<string, Reservation>;
  readonly budgets: Map<string, Budget>;
  /** What the one who holds the sockets is to do, in order. */
  readonly changes: { readonly event: 'opened' | 'closed'; readonly endpoint: Endpoint }[];
  /** Nothing has to be given back before this instant. */
  sweepAt: number;
}

export function isPermitted({ permissions }: Relay, address: string, now: number): boolean {
  return (permissions.get(address) ?? 0) > now;
}

export function channelOf({ channels }: Relay, number: number, now: number): Channel | undefined {
  const channel = channels.get(number);
  return channel && channel.expiresAt > now ? channel : undefined;
}

export function channelTo({ channelsByPeer }: Relay, peer: Endpoint, now: number): Channel | undefined {
  const channel = channelsByPeer.get(keyOf(peer));
  return channel && channel.expiresAt > now ? channel : undefined;
}

/** What has expired makes room. TURN-R-03, TURN-C-18: with a relayed address all goes that hangs on it. */
export function expire(state: ServerState, now: number): void {
  if (now < state.sweepAt) return;
  state.sweepAt = Number.POSITIVE_INFINITY;
  for (const relay of state.relays.values()) {
    if (relay.expiresAt <= now) removeRelay(state, relay);
    else expireBy(state, relay.expiresAt);
  }
  for (const [key, { expiresAt }] of state.reservations) {
    if (expiresAt <= now) state.reservations.delete(key);
    else expireBy(state, expiresAt);
  }
}

/** Something ends at `instant`. */
export function expireBy(state: ServerState, instant: number): void {
  state.sweepAt = Math.min(state.sweepAt, instant);
}

/** The other half of a dual allocation stays: TURN-R-06. */
export function removeRelay(state: ServerState, relay: Relay): void {
  const { allocation, endpoint } = relay;
  state.relays.delete(keyOf(endpoint));
  allocation.relays.splice(allocation.relays.indexOf(relay), 1);
  if (allocation.relays.length === 0) {
    state.allocations.delete(allocation.fiveTuple);
    const isLast = ![...state.allocations.values()].some(({ username }) => username === allocation.username);
    if (isLast) state.budgets.delete(allocation.username);
  }
  state.changes.push({ event: 'closed', endpoint });
}

/** TURN-G-07: whether the user may still relay so much in this second. */
export function spend({ budgets, options }: ServerState, username: string, octets: number, now: number): boolean {
  const second = Math.floor(now / SECOND);
  const budget = budgets.get(username) ?? { second, octets: 0 };
  if (budget.second !== second) Object.assign(budget, { second, octets: 0 });
  budgets.set(username, budget);
  if (budget.octets + octets > options.bandwidth) return false;
  budget.octets += octets;
  return true;
}
