/** Which ways conversations take: direct or over which relay, how long they are, how often they change. */
import { toHex } from '../../contract/hex.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Chat } from './chat.ts';
import { type Crowd, FRAME_PLACES } from './crowd.ts';
import { typeOf } from './frame.ts';
import { canTalkDirectly, PLACES, type Place } from './punch-oracle.ts';
import { missing, SECOND } from './station-talk.ts';

/** A way that a frame took, and when it came. */
interface Came {
  readonly at: number;
  /** The last host before. */
  readonly via: string;
  /** All hosts that it came over, from first to last. */
  readonly over: readonly string[];
}

/** Data and acknowledgements after this long show where a conversation has settled. */
const RECENT = 3 * SECOND;
const GAP = 5 * SECOND;

export class PathTalk {
  readonly #crowd: Crowd;
  readonly #chat: Chat;
  readonly #places = new Map<string, Place>();
  #extra: Readonly<Record<string, number>> = {};
  /** One way, microseconds, between a user and a relay. */
  readonly #delays = new Map<string, number>();

  constructor(crowd: Crowd, chat: Chat) {
    this.#crowd = crowd;
    this.#chat = chat;
  }

  stand(name: string, place: Place): void {
    this.#places.set(name, place);
  }

  get places(): Readonly<Record<string, Place>> {
    return Object.fromEntries(this.#places);
  }

  /** @throws Unmet */
  async assertAsAllowed(one: string, other: string): Promise<void> {
    const isDirect = canTalkDirectly(this.#place(one), this.#place(other));
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const ways = this.#chat.ways(from, to, this.#crowd.world.now - RECENT);
      if (ways.size === 0) throw missing(`data of ${from} at ${to}`);
      const direct = ways.has(from);
      if (isDirect ? ways.size === 1 && direct : !direct) continue;
      const expected = isDirect ? 'a direct path' : 'a path over a relay';
      throw new Unmet({ expected: [`${expected} from ${from} to ${to}`], actual: [...ways].join(', ') });
    }
  }

  /** Users of every behaviour twice, and each pair in a conversation. */
  everyPair(): [string, string][] {
    const translators = PLACES.filter((place) => typeof place !== 'string');
    const named = (side: string) =>
      translators.map((place, index): string => {
        this.stand(`${side}-${index + 1}`, place);
        return `${side}-${index + 1}`;
      });
    const [ones, others] = [named('one'), named('other')];
    return ones.flatMap((one) => others.map((other): [string, string] => [one, other]));
  }

  #place(name: string): Place {
    const place = this.#places.get(name);
    if (place === undefined) throw new TypeError(`${name} stands nowhere`);
    return place;
  }

  /** Delays of each relay's ways to all users, in milliseconds. */
  setDelays(delays: Readonly<Record<string, number>>): void {
    for (const [relay, milliseconds] of Object.entries(delays)) this.#delays.set(relay, milliseconds * 1000);
  }

  delayOf(host: string, site: string): number | undefined {
    return this.#delays.get(host) ?? this.#delays.get(site);
  }

  /** Adds to what a relay's ways take, from now on. */
  slowDown(extra: Readonly<Record<string, number>>): void {
    this.#extra = extra;
    const { internet } = this.#crowd.world;
    internet.tap = ({ host, site, packet }) => {
      const milliseconds = extra[host] ?? extra[site] ?? 0;
      return milliseconds === 0 ? undefined : [{ packet, after: milliseconds * 1000 }];
    };
  }

  /** The way in use is not more than `most` times as long as the shortest that an OPEN took. @throws Unmet */
  assertShort(one: string, other: string, most: number): void {
    const opened = [...this.#came(one, other, 'OPEN'), ...this.#came(other, one, 'OPEN')];
    const known = new Map(opened.map(({ over }) => [over.join(), this.#takes(over)]));
    if (known.size < 2) throw new Inconclusive('precondition', 'there was one path only to choose from');
    const best = Math.min(...known.values());
    const used = this.#came(one, other, 'DATA').at(-1);
    if (used === undefined) throw missing(`data of ${one} at ${other}`);
    const took = this.#takes(used.over);
    if (took <= most * best) return;
    throw new Unmet({
      expected: [`a path of at most ${most} times ${best} us`],
      actual: `${took} us over ${used.via}`,
    });
  }

  /** There over these relays and on from the last: what is between two takes as long as the first of them says. */
  #takes(relays: readonly string[]): number {
    const [first = ''] = relays;
    return [first, ...relays].reduce(
      (sum, relay) => sum + (this.#delays.get(relay) ?? 0) + (this.#extra[relay] ?? 0) * 1000,
      0,
    );
  }

  /** Frames of a type in the order in which they were sent: on a way that has just been left they may be later. */
  #came(from: string, to: string, type: 'OPEN' | 'DATA', since = 0): Came[] {
    const frames = this.#crowd.arrivals(from, to, typeOf(type), since);
    const sorted = frames.map((frame) => ({ ...frame, id: messageIdOf(frame.octets) }));
    sorted.sort((one, other) => (one.id < other.id ? -1 : 1));
    return sorted.map(({ at, via, id }) => ({ at, via, over: this.#over(from, via, id, at) }));
  }

  /** Backwards from the last relay: whom the same frame came from there. */
  #over(from: string, via: string, id: string, at: number): string[] {
    if (via === from) return [];
    const before = this.#crowd.world.trace.findLast(
      ({ what, to, at: then, packet: { octets } }) =>
        what === 'delivered' && to === via && then <= at && messageIdOf(octets) === id,
    );
    return before === undefined ? [via] : [...this.#over(from, before.from, id, before.at), via];
  }

  /** When the way of data from one to the other changed. */
  #changes(from: string, to: string, since: number): number[] {
    const came = this.#came(from, to, 'DATA', since);
    return came.flatMap(({ at, via }, index) => (index > 0 && came[index - 1]!.via !== via ? [at] : []));
  }

  /** @throws Unmet */
  assertSteady(from: string, to: string, seconds: number, most: number): void {
    const changes = this.#changes(from, to, this.#crowd.world.now - seconds * SECOND);
    if (changes.length <= most) return;
    throw new Unmet({ expected: [`at most ${most} changes of path in ${seconds} s`], actual: `${changes.length}` });
  }

  /** Whatever the paths do, no two changes come closer than five seconds. @throws Unmet */
  assertNoFlapping(from: string, to: string, seconds: number): void {
    const changes = this.#changes(from, to, this.#crowd.world.now - seconds * SECOND);
    const close = changes.findIndex((at, index) => index > 0 && at - changes[index - 1]! < GAP - SECOND / 2);
    if (close < 0) return;
    const gap = changes[close]! - changes[close - 1]!;
    throw new Unmet({ expected: ['5 s between two changes of path'], actual: `${gap} us` });
  }
}

function messageIdOf(octets: Uint8Array): string {
  return toHex(octets.subarray(FRAME_PLACES.id, FRAME_PLACES.id + 8));
}
