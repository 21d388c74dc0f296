/** Transport addresses, and what flows between two of them. Addresses are text as src/wire/runtime/ip.ts writes it. */
import { type Family, IPV4, IPV6 } from './codes.ts';

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

export type Transport = 'udp' | 'tcp';

/** A datagram, or over TCP one frame of a connection: a STUN message, or channel data with what fills it up. */
export interface Datagram {
  readonly octets: Uint8Array;
  readonly from: Endpoint;
  readonly to: Endpoint;
  /** Between client and server; between server and peer it is always UDP. */
  readonly transport: Transport;
  /** The DF bit of IPv4 (RFC 8656 section 14). */
  readonly dontFragment?: boolean;
}

/** Two endpoints are one when their keys are. */
export function keyOf({ address, port }: Endpoint): string {
  return `${address} ${port}`;
}

export function familyOf(address: string): Family {
  return address.includes(':') ? IPV6 : IPV4;
}

/** RFC 8656 section 3.2: client, server and the transport between them name an allocation. */
export function fiveTupleOf({ from, to, transport }: Omit<Datagram, 'octets'>): string {
  return `${transport} ${from.address} ${from.port} ${to.address} ${to.port}`;
}
