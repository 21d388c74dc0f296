/** What a client is told, what its user asks of it, and what it tells him. Instants in microseconds, lifetimes in seconds. */

import type { Family } from '../codes.ts';
import type { User } from '../config.ts';
import type { Endpoint, Transport } from '../endpoint.ts';

export interface ClientConfig {
  readonly server: Endpoint;
  readonly transport: Transport;
  /** Its own transport addresses: one after the other is tried where the server has another's allocation (TURN-A-30). */
  readonly locals: readonly Endpoint[];
  readonly user: User;
  /** The families that it can do something with. */
  readonly families: readonly Family[];
  readonly software: string;
}

export type ClientCall =
  | { readonly call: 'allocate'; readonly lifetime?: number; readonly family?: Family; readonly evenPort?: boolean }
  | { readonly call: 'permit'; readonly addresses: readonly string[] }
  | { readonly call: 'bind'; readonly peer: Endpoint }
  | { readonly call: 'send'; readonly peer: Endpoint; readonly octets: Uint8Array }
  | { readonly call: 'delete' };

/** Why something was not done: the server's code, or what went wrong without one. */
export type Failure =
  | number
  | 'timeout'
  | 'credentials'
  | 'malformed'
  | 'bid-down'
  | 'no-algorithm'
  | 'integrity'
  | 'family'
  | 'held'
  | 'no-allocation'
  | 'no-permission'
  | 'no-channel';

export type ClientEvent =
  | {
      readonly event: 'allocated';
      readonly relayed: readonly Endpoint[];
      readonly mapped: Endpoint;
      readonly lifetime: number;
    }
  | { readonly event: 'refreshed'; readonly lifetime: number }
  | { readonly event: 'permitted'; readonly addresses: readonly string[] }
  | { readonly event: 'bound'; readonly peer: Endpoint; readonly channel: number }
  | { readonly event: 'data'; readonly from: Endpoint; readonly octets: Uint8Array }
  | { readonly event: 'icmp'; readonly about: Endpoint; readonly type: number; readonly code: number }
  | { readonly event: 'deleted' }
  /** The server has no allocation any more: TURN-G-05. */
  | { readonly event: 'lost' }
  | { readonly event: 'failed'; readonly call: ClientCall['call'] | 'refresh'; readonly why: Failure };
