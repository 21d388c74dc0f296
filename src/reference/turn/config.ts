/** What a server is told, and what it takes when it is not told. Times in seconds. */
import type { Endpoint } from './endpoint.ts';

export interface User {
  readonly name: string;
  readonly password: string;
}

export interface ServerConfig {
  /** Where it serves, over every transport that reaches it there. */
  readonly served: readonly Endpoint[];
  /** Addresses to relay at, one of a family at most. */
  readonly relayAt: readonly string[];
  readonly realm: string;
  readonly users: readonly User[];
  readonly options?: Partial<ServerOptions>;
}

export interface ServerOptions {
  readonly software: string;
  /** RFC 8656 section 6: the default lifetime, and what no client gets more than. */
  readonly lifetime: number;
  readonly maximumLifetime: number;
  /** Section 9: 300, not more and not less. */
  readonly permissionLifetime: number;
  /** Section 12: 600. */
  readonly channelLifetime: number;
  /** Section 7.2: how long a port is kept for who has its token; 30 at least. */
  readonly reservationLifetime: number;
  /** Section 5: an hour at most. */
  readonly nonceLifetime: number;
  /** Allocations of one user, and of all. */
  readonly allocationsOfUser: number;
  readonly allocations: number;
  /** Of one relayed address. */
  readonly permissions: number;
  readonly channels: number;
  /** Octets a second that one user's allocations relay; what is more is dropped. */
  readonly bandwidth: number;
  readonly ports: readonly [first: number, last: number];
  /** Whether the DF bit can be set. */
  readonly dontFragment: boolean;
  readonly allowLoopbackPeers: boolean;
}

export const DEFAULTS: ServerOptions = {
  software: 'Assay',
  lifetime: 600,
  maximumLifetime: 3600,
  permissionLifetime: 300,
  channelLifetime: 600,
  reservationLifetime: 30,
  nonceLifetime: 3600,
  allocationsOfUser: 12,
  allocations: 2000,
  permissions: 128,
  channels: 128,
  bandwidth: 50_000_000,
  ports: [49152, 65535],
  dontFragment: true,
  allowLoopbackPeers: false,
};

/** Microseconds in a second: what every instant and span of the server is counted in. */
export const SECOND = 1_000_000;
