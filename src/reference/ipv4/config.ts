/**
 * What a host is told when it is opened, and what passes between it and its caller. Octets, addresses as int32, time in
 * microseconds; the host does no input or output and knows no clock.
 */
export interface InterfaceConfig {
  readonly address: number;
  readonly prefix: number;
  /** Octets of the largest datagram that its link carries. */
  readonly mtu: number;
}

interface RouteConfig {
  readonly destination: number;
  readonly prefix: number;
  readonly interface: number;
  /** The router on that interface's network to which it leads; left out: the destination itself is on that network. */
  readonly gateway?: number;
}

export interface HostConfig {
  readonly seed: number;
  /** A router forwards what is not for itself. */
  readonly role: 'host' | 'router';
  readonly interfaces: readonly InterfaceConfig[];
  readonly routes: readonly RouteConfig[];
  /** Whether source routes are followed, taken and reversed; off by default (RFC 7126 sections 4.3.5 and 4.4.5). */
  readonly sourceRoutes?: boolean;
}

/** A datagram and the interface that it came or goes by. */
export interface Transfer {
  readonly datagram: Uint8Array;
  readonly interface: number;
}

export interface StepResult {
  readonly outputs: readonly Transfer[];
  /** When the host wants its next step at the latest. */
  readonly wakeAt: number | undefined;
}
