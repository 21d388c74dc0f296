/**
 * An internet of hosts behind gateways: who sends where, what translators make of it, what the way does to it. It holds what
 * is on its way and says when the next of it arrives; whoever asks lets time pass. No clock and no chance but the seed's.
 */
import { type Course, type Direction, openDirection, travel } from '../direction.ts';
import { EventQueue } from '../event-queue.ts';
import type { Flight, Impairment } from '../impairment.ts';
import type { Gateway } from './gateway.ts';
import type { Packet } from './packet.ts';

export interface Site {
  readonly gateway: Gateway;
  /** Inside addresses of the hosts behind it, dotted, by the host's name. */
  readonly hosts: Readonly<Record<string, readonly string[]>>;
}

export interface InternetConfig {
  readonly seed: number;
  /** What befalls packets from a host on their way to another site; asked once for each. */
  readonly way: (host: string, site: string) => readonly Impairment[];
  readonly record?: (event: PacketEvent) => void;
}

export interface PacketEvent {
  /** Microseconds. */
  readonly at: number;
  /** The host that sent it. */
  readonly from: string;
  /** The host that it reached, or the site that it was on its way to; undefined where no way leads. */
  readonly to: string | undefined;
  /** As its sender wrote it when `sent`, as its receiver reads it when `delivered`, as it was outside when `lost`. */
  readonly packet: Packet;
  readonly what: 'sent' | 'lost' | 'delivered';
  readonly by?: string;
}

export interface Delivery {
  readonly at: number;
  readonly host: string;
  readonly packet: Packet;
}

/** A packet between two sites, as somebody on the way sees it. */
export interface Passing {
  readonly at: number;
  readonly host: string;
  readonly site: string;
  readonly packet: Packet;
}

/** What somebody on the way puts in the place of a packet; each goes on `after` so many microseconds more. */
export type Tap = (passing: Passing) => readonly { readonly packet: Packet; readonly after: number }[] | undefined;

interface Way extends Direction {
  readonly host: string;
  readonly site: string;
  sent: number;
}

type Occurrence =
  | {
      readonly kind: 'flight';
      readonly way: Way;
      readonly packet: Packet;
      readonly flight: Flight;
      readonly stage: number;
    }
  | { readonly kind: 'send'; readonly way: Way; readonly packet: Packet };

export class Internet {
  /** Sees every packet between two sites. */
  tap: Tap | undefined;
  readonly #config: InternetConfig;
  readonly #sites = new Map<string, Site>();
  readonly #siteOf = new Map<string, string>();
  readonly #siteAtAddress = new Map<string, string>();
  readonly #ways = new Map<string, Way>();
  readonly #queue = new EventQueue<Occurrence>();
  #parts: ReadonlyMap<string, number> = new Map();

  constructor(config: InternetConfig) {
    this.#config = config;
  }

  /** @throws RangeError for a name that is taken */
  join(name: string, site: Site): void {
    if (this.#sites.has(name)) throw new RangeError(`two sites named ${name}`);
    this.#sites.set(name, site);
    for (const host of Object.keys(site.hosts)) {
      if (this.#siteOf.has(host)) throw new RangeError(`two hosts named ${host}`);
      this.#siteOf.set(host, name);
    }
  }

  /** From now on no packet goes from one part to another, not even one on its way; who is in no part reaches all. */
  separate(parts: readonly (readonly string[])[]): void {
    this.#parts = new Map(parts.flatMap((hosts, part) => hosts.map((host) => [host, part] as const)));
  }

  heal(): void {
    this.#parts = new Map();
  }

  get nextAt(): number | undefined {
    return this.#queue.first?.at;
  }

  send(host: string, packet: Packet, now: number): void {
    const name = this.#siteOf.get(host);
    if (name === undefined) throw new RangeError(`no host ${host} in this internet`);
    const site = this.#sites.get(name)!;
    this.#record(now, host, undefined, packet, 'sent');
    if (hostAt(site, packet.to.address) !== undefined) {
      this.#depart(this.#way(host, name), packet, now);
      return;
    }
    const outside = site.gateway.outbound(packet, now);
    const to = outside && this.#siteAt(outside.to.address);
    if (outside === undefined) this.#record(now, host, name, packet, 'lost', 'its own gateway');
    else if (to === undefined) this.#record(now, host, undefined, outside, 'lost', 'no route');
    else if (to === name && !site.gateway.hairpins) this.#record(now, host, to, outside, 'lost', 'no hairpin');
    else this.#goThroughTap(this.#way(host, to), outside, now);
  }

  /** Puts a packet onto the way to a site, as though `host` had sent it, past its gateway. */
  inject(host: string, packet: Packet, at: number): void {
    const to = this.#siteAt(packet.to.address);
    if (to !== undefined) this.#queue.push(at, { kind: 'send', way: this.#way(host, to), packet });
  }

  /** Takes what happens next off the queue: a packet that reaches a host, or undefined for anything else. */
  next(): Delivery | undefined {
    const at = this.#queue.first?.at;
    const occurrence = this.#queue.pop();
    if (at === undefined || occurrence === undefined) return undefined;
    const { way, packet } = occurrence;
    if (occurrence.kind === 'send') {
      this.#depart(way, packet, at);
      return undefined;
    }
    const { flight, stage } = occurrence;
    if (stage === way.stages.length) return this.#arrive(way, { ...packet, octets: flight.octets }, at);
    travel(way, flight, stage, at, this.#course(way, packet));
    return undefined;
  }

  #goThroughTap(way: Way, packet: Packet, now: number): void {
    const replaced = this.tap?.({ at: now, host: way.host, site: way.site, packet });
    if (replaced === undefined) {
      this.#depart(way, packet, now);
      return;
    }
    if (replaced.length === 0) this.#record(now, way.host, way.site, packet, 'lost', 'somebody on the way');
    for (const each of replaced) this.#queue.push(now + each.after, { kind: 'send', way, packet: each.packet });
  }

  #depart(way: Way, packet: Packet, now: number): void {
    const flight = { packet: way.sent, copy: 0, octets: packet.octets, sentAt: now };
    way.sent += 1;
    travel(way, flight, 0, now, this.#course(way, packet));
  }

  #arrive(way: Way, packet: Packet, now: number): Delivery | undefined {
    const { host: from, site: name } = way;
    const site = this.#sites.get(name)!;
    const lost = (by: string): undefined => this.#record(now, from, name, packet, 'lost', by);
    const atHome = hostAt(site, packet.to.address);
    const isInside = atHome !== undefined && this.#siteOf.get(from) === name;
    const inside = isInside ? packet : site.gateway.inbound(packet, now);
    if (inside === undefined) return lost('the gateway there');
    const host = hostAt(site, inside.to.address);
    if (host === undefined) return lost('no host');
    if (this.#areApart(from, host)) return lost('partition');
    this.#record(now, from, host, inside, 'delivered');
    return { at: now, host, packet: inside };
  }

  #areApart(one: string, other: string): boolean {
    const [first, second] = [this.#parts.get(one), this.#parts.get(other)];
    return first !== undefined && second !== undefined && first !== second;
  }

  #course({ host, site }: Way, packet: Packet): Course<Way> {
    return {
      record: (event) => {
        if (event.what === 'lost') this.#record(event.at, host, site, packet, 'lost', event.by);
      },
      goOn: (way, at, flight, stage) => this.#queue.push(at, { kind: 'flight', way, packet, flight, stage }),
      answer: () => undefined,
    };
  }

  #way(host: string, site: string): Way {
    const key = `${host}>${site}`;
    let way = this.#ways.get(key);
    if (way === undefined) {
      way = { ...openDirection(key, this.#config.way(host, site), this.#config.seed), host, site, sent: 0 };
      this.#ways.set(key, way);
    }
    return way;
  }

  /** Looked up first where it was last; translators may get other addresses. */
  #siteAt(address: string): string | undefined {
    const known = this.#siteAtAddress.get(address);
    if (known !== undefined && this.#sites.get(known)!.gateway.addresses.includes(address)) return known;
    for (const [name, { gateway }] of this.#sites) {
      if (!gateway.addresses.includes(address)) continue;
      this.#siteAtAddress.set(address, name);
      return name;
    }
    return undefined;
  }

  #record(
    at: number,
    from: string,
    to: string | undefined,
    packet: Packet,
    what: PacketEvent['what'],
    by?: string,
  ): undefined {
    this.#config.record?.({ at, from, to, packet, what, ...(by === undefined ? {} : { by }) });
    return undefined;
  }
}

function hostAt({ hosts }: Site, address: string): string | undefined {
  return Object.keys(hosts).find((host) => hosts[host]!.includes(address));
}
