/** What a client knows: how it signs, what it waits for, and its copy of the allocation (RFC 8656 section 7.3). */
import type { Crypto } from '../crypto.ts';
import type { Datagram, Endpoint } from '../endpoint.ts';
import type { ClientCall, ClientConfig, ClientEvent } from './config.ts';
import type { Session } from './session.ts';
import type { Transaction } from './transaction.ts';

export type Purpose =
  | Extract<ClientCall, { call: 'allocate' | 'permit' }>
  /** `afresh`: what is asked for once it is gone. */
  | { readonly call: 'delete'; readonly afresh?: Extract<ClientCall, { call: 'allocate' }> }
  | { readonly call: 'bind'; readonly peer: Endpoint; readonly channel: number }
  | { readonly call: 'refresh' };

interface HeldPermission {
  expiresAt: number;
  /** When it is asked for anew; not while that is under way. */
  refreshAt: number;
}

interface HeldChannel extends HeldPermission {
  readonly number: number;
  readonly peer: Endpoint;
}

interface Held {
  readonly relayed: readonly Endpoint[];
  /** As it was asked for, and is asked for again. */
  readonly wishes: Extract<ClientCall, { call: 'allocate' }>;
  refreshAt: number;
  readonly permissions: Map<string, HeldPermission>;
  /** By the key of the peer. */
  readonly channels: Map<string, HeldChannel>;
}

export interface ClientState {
  readonly config: ClientConfig;
  readonly crypto: Crypto;
  /** Where it asks: another one after a 300. */
  server: Endpoint;
  /** Servers that it was sent to, and when: RFC 8489 section 10. */
  readonly redirected: Map<string, number>;
  /** Which of its own addresses it uses. */
  local: number;
  session: Session | undefined;
  readonly transactions: Map<string, Transaction<Purpose>>;
  held: Held | undefined;
  /** It has begun afresh, and no channel has been bound since. */
  isAfresh: boolean;
  /** No Allocate before this instant: TURN-A-29 to TURN-A-31. */
  heldOffUntil: number;
  /** Channel numbers by the key of the peer, for as long as the client lives. */
  readonly numbers: Map<string, number>;
  readonly outputs: (Datagram | ClientEvent)[];
}

export function openState(config: ClientConfig, crypto: Crypto): ClientState {
  return {
    config,
    crypto,
    server: config.server,
    redirected: new Map(),
    local: 0,
    session: undefined,
    transactions: new Map(),
    held: undefined,
    isAfresh: false,
    heldOffUntil: 0,
    numbers: new Map(),
    outputs: [],
  };
}

export function transmit({ config, server, local, outputs }: ClientState, octets: Uint8Array): void {
  const from = config.locals[local];
  if (from) outputs.push({ octets, from, to: server, transport: config.transport });
}
