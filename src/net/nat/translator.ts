/**
 * A network address translator as RFC 4787 describes them, in any of the nine combinations of mapping and filtering. A
 * connection of TCP is one of its own to all of them (RFC 5382): nothing comes in that it did not begin.
 */
import { random } from '../random.ts';
import { type Dependence, type NatConfig, partOf } from './behaviour.ts';
import type { Gateway } from './gateway.ts';
import { OuterPorts } from './outer-ports.ts';
import { type Endpoint, keyOf, type Packet, type Transport } from './packet.ts';

/** RFC 4787 REQ-5: the default; two minutes are the least. */
const LASTS = 300_000_000;
/** RFC 5382 REQ-5: two hours and four minutes. */
const CONNECTION_LASTS = 7_440_000_000;

interface Mapping {
  readonly transport: Transport;
  readonly inside: Endpoint;
  readonly outside: Endpoint;
  readonly key: string;
  usedAt: number;
  /** When something last went to each of those whose packets may come back, by as much of them as the filter looks at. */
  readonly permitted: Map<string, number>;
}

export class Translator implements Gateway {
  readonly hairpins: boolean;
  readonly #config: NatConfig;
  readonly #ports: OuterPorts;
  readonly #random;
  readonly #byKey = new Map<string, Mapping>();
  readonly #byOutside = new Map<string, Mapping[]>();
  readonly #paired = new Map<string, string>();
  #addresses: readonly string[];

  constructor(config: NatConfig) {
    if (config.addresses.length === 0) throw new RangeError('a translator without an outer address');
    this.#config = config;
    this.#addresses = config.addresses;
    this.hairpins = config.hairpins === true;
    this.#random = random(config.seed);
    this.#ports = new OuterPorts(config.ports ?? 'preserving', this.#random);
  }

  get addresses(): readonly string[] {
    return this.#addresses;
  }

  /** Its provider gives it others: all mappings are gone. */
  renumber(addresses: readonly string[]): void {
    if (addresses.length === 0) throw new RangeError('a translator without an outer address');
    this.#addresses = addresses;
    this.forget();
  }

  /** As after a restart. */
  forget(): void {
    this.#byKey.clear();
    this.#byOutside.clear();
    this.#paired.clear();
  }

  outbound(packet: Packet, now: number): Packet | undefined {
    if (this.#blocks(packet)) return undefined;
    const mapping = this.#mappingFor(packet, now);
    if (mapping === undefined) return undefined;
    mapping.usedAt = now;
    mapping.permitted.set(partOf(this.#filteringOf(packet.transport), packet.to), now);
    return { ...packet, from: mapping.outside };
  }

  inbound(packet: Packet, now: number): Packet | undefined {
    if (this.#blocks(packet)) return undefined;
    const candidates = this.#byOutside.get(outsideKey(packet.transport, packet.to)) ?? [];
    // Of mappings that share a port the newest that fits gets it.
    const mapping = candidates.findLast((each) => this.#isAlive(each, now) && this.#admits(each, packet, now));
    if (mapping === undefined) return undefined;
    if (this.#config.inboundRefreshes === true) {
      mapping.usedAt = now;
      mapping.permitted.set(partOf(this.#filteringOf(packet.transport), packet.from), now);
    }
    return { ...packet, to: mapping.inside };
  }

  #mappingFor({ from, to, transport }: Packet, now: number): Mapping | undefined {
    const key = `${transport} ${keyOf(from)} ${partOf(this.#mappingOf(transport), to)}`;
    const known = this.#byKey.get(key);
    if (known !== undefined && this.#isAlive(known, now)) return known;
    if (known !== undefined) this.#drop(known);
    const address = this.#addressFor(from.address);
    const port = this.#ports.choose(from.port, (tried) => this.#isTaken(transport, { address, port: tried }, now));
    if (port === undefined) return undefined;
    const mapping = { transport, inside: from, outside: { address, port }, key, usedAt: now, permitted: new Map() };
    this.#byKey.set(key, mapping);
    const outside = outsideKey(transport, mapping.outside);
    this.#byOutside.set(outside, [...(this.#byOutside.get(outside) ?? []), mapping]);
    return mapping;
  }

  #addressFor(inside: string): string {
    const any = (): string => this.#addresses[this.#random.below(this.#addresses.length)]!;
    if (this.#config.pooling === 'arbitrary') return any();
    const paired = this.#paired.get(inside) ?? any();
    this.#paired.set(inside, paired);
    return paired;
  }

  #isTaken(transport: Transport, outside: Endpoint, now: number): boolean {
    const there = this.#byOutside.get(outsideKey(transport, outside)) ?? [];
    for (const mapping of there) if (!this.#isAlive(mapping, now)) this.#drop(mapping);
    return this.#byOutside.has(outsideKey(transport, outside));
  }

  #drop(mapping: Mapping): void {
    this.#byKey.delete(mapping.key);
    const key = outsideKey(mapping.transport, mapping.outside);
    const left = (this.#byOutside.get(key) ?? []).filter((other) => other !== mapping);
    if (left.length === 0) this.#byOutside.delete(key);
    else this.#byOutside.set(key, left);
  }

  #isAlive({ transport, usedAt }: Mapping, now: number): boolean {
    return now - usedAt < this.#lastsOf(transport);
  }

  #admits({ permitted, transport }: Mapping, { from }: Packet, now: number): boolean {
    const dependence = this.#filteringOf(transport);
    if (dependence === 'endpoint-independent') return true;
    const at = permitted.get(partOf(dependence, from));
    return at !== undefined && now - at < this.#lastsOf(transport);
  }

  #blocks({ transport }: Packet): boolean {
    return this.#config.blocks?.includes(transport) === true;
  }

  #mappingOf(transport: Transport): Dependence {
    return transport === 'tcp' ? 'address-and-port-dependent' : this.#config.mapping;
  }

  #filteringOf(transport: Transport): Dependence {
    return transport === 'tcp' ? 'address-and-port-dependent' : this.#config.filtering;
  }

  #lastsOf(transport: Transport): number {
    return transport === 'tcp' ? CONNECTION_LASTS : (this.#config.lasts ?? LASTS);
  }
}

function outsideKey(transport: Transport, outside: Endpoint): string {
  return `${transport} ${keyOf(outside)}`;
}
