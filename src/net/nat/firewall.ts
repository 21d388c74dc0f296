/**
 * A firewall with a memory: it changes no address, and lets in only what answers something that went out (or what its filter
 * takes for that). A host behind it has an address of its own and still is not public.
 */
import { type Dependence, partOf } from './behaviour.ts';
import type { Gateway } from './gateway.ts';
import type { Packet, Transport } from './packet.ts';

export interface FirewallConfig {
  readonly addresses: readonly string[];
  readonly filtering: Dependence;
  /** Microseconds that a permission lasts unused. */
  readonly lasts?: number;
  readonly blocks?: readonly Transport[];
}

/** As translators have it: RFC 4787 REQ-5. */
const LASTS = 300_000_000;

export class Firewall implements Gateway {
  readonly hairpins = true;
  readonly addresses: readonly string[];
  readonly #config: FirewallConfig;
  readonly #permitted = new Map<string, number>();

  constructor(config: FirewallConfig) {
    this.#config = config;
    this.addresses = config.addresses;
  }

  outbound(packet: Packet, now: number): Packet | undefined {
    if (this.#blocks(packet)) return undefined;
    this.#permitted.set(this.#permissionOf(packet, packet.from.port, packet.to), now);
    return packet;
  }

  inbound(packet: Packet, now: number): Packet | undefined {
    if (this.#blocks(packet)) return undefined;
    const at = this.#permitted.get(this.#permissionOf(packet, packet.to.port, packet.from));
    return at !== undefined && now - at < (this.#config.lasts ?? LASTS) ? packet : undefined;
  }

  #permissionOf({ transport }: Packet, port: number, remote: Packet['from']): string {
    const dependence = transport === 'tcp' ? 'address-and-port-dependent' : this.#config.filtering;
    return `${transport} ${port} ${partOf(dependence, remote)}`;
  }

  #blocks({ transport }: Packet): boolean {
    return this.#config.blocks?.includes(transport) === true;
  }
}
