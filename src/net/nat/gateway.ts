/** What stands between a host and the internet: it may translate, filter or hold back. Kept apart from time's passing. */
import type { Packet, Transport } from './packet.ts';

export interface Gateway {
  /** Outer addresses, by which the internet finds it. */
  readonly addresses: readonly string[];
  /** A packet from inside, as it goes on outside; undefined when it does not. `now` in microseconds. */
  outbound(packet: Packet, now: number): Packet | undefined;
  /** A packet from outside, as it goes on inside. */
  inbound(packet: Packet, now: number): Packet | undefined;
  /** Whether an inside host reaches another one by an outer address. */
  readonly hairpins: boolean;
}

/** No translation and no filter: a host with an address of its own. */
export function openAccess(addresses: readonly string[], blocks: readonly Transport[] = []): Gateway {
  const pass = (packet: Packet): Packet | undefined => (blocks.includes(packet.transport) ? undefined : packet);
  return { addresses, hairpins: true, outbound: pass, inbound: pass };
}
