/** Packets and translators for the tests of src/net/nat/. */
import type { NatConfig } from '../../../../src/net/nat/behaviour.ts';
import type { Endpoint, Packet } from '../../../../src/net/nat/packet.ts';
import { Translator } from '../../../../src/net/nat/translator.ts';

export const OUTER = '198.18.0.1';
export const INSIDE: Endpoint = { address: '10.0.0.2', port: 4000 };
export const SERVER: Endpoint = { address: '198.18.7.7', port: 3478 };
export const SAME_HOST: Endpoint = { ...SERVER, port: 3479 };
export const OTHER: Endpoint = { address: '198.18.9.9', port: 3478 };

export function packet(from: Endpoint, to: Endpoint, transport: Packet['transport'] = 'udp'): Packet {
  return { from, to, transport, octets: Uint8Array.of(1) };
}

export function translator(config: Partial<NatConfig> = {}): Translator {
  return new Translator({
    mapping: 'endpoint-independent',
    filtering: 'endpoint-independent',
    addresses: [OUTER],
    seed: 1,
    ...config,
  });
}

/** Where the inside host appears to `to`. */
export function appears(nat: Translator, to: Endpoint, from: Endpoint = INSIDE, now = 0): Endpoint | undefined {
  return nat.outbound(packet(from, to), now)?.from;
}

export function comesIn(nat: Translator, from: Endpoint, to: Endpoint, now = 0): boolean {
  return nat.inbound(packet(from, to), now) !== undefined;
}
