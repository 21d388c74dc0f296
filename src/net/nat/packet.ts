/** What travels between the hosts of a simulated internet: octets from one transport address to another. */
export interface Endpoint {
  /** Dotted. */
  readonly address: string;
  readonly port: number;
}

export type Transport = 'udp' | 'tcp';

export interface Packet {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly transport: Transport;
  readonly octets: Uint8Array;
}

export function keyOf({ address, port }: Endpoint): string {
  return `${address}:${port}`;
}
