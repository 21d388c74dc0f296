/** What befalls a population: relays and users that crash, ways that are cut, frames that are held back. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { delay } from '../../net/impairments/delay.ts';
import { duplication } from '../../net/impairments/duplication.ts';
import { jitter } from '../../net/impairments/jitter.ts';
import { loss } from '../../net/impairments/loss.ts';
import { reordering } from '../../net/impairments/reordering.ts';
import type { Passing } from '../../net/nat/internet.ts';
import type { Chat } from './chat.ts';
import { type Crowd, DIRECTORY, FRAME_PLACES } from './crowd.ts';
import { typeOf } from './frame.ts';
import { SECOND } from './station-talk.ts';

const MILLISECOND = 1000;

export class FateTalk {
  readonly #crowd: Crowd;
  readonly #chat: Chat;
  #at = 0;
  #oldPath: OldPath | undefined;

  constructor(crowd: Crowd, chat: Chat) {
    this.#crowd = crowd;
    this.#chat = chat;
  }

  /** One way of a packet takes as long as is said, or 5 ms. Microseconds. */
  setWays(delayOf: (host: string, site: string) => number | undefined): void {
    this.#crowd.world.way = (host, site) => [delay(delayOf(host, site) ?? 5 * MILLISECOND)];
  }

  /** Ways of users that lose, repeat and reorder. */
  spoilWays(): void {
    const all = [loss(0.1), duplication(0.05), reordering(0.1, 30 * MILLISECOND), jitter(5 * MILLISECOND)];
    const isUser = (name: string): boolean => this.#crowd.users.includes(name);
    const last = delay(10 * MILLISECOND);
    this.#crowd.world.way = (host, site) => (isUser(host) || isUser(site) ? [...all, last] : [last]);
  }

  /** The relay that data took last. @throws Inconclusive */
  relayInUse(from: string, to: string): string {
    const [last] = this.#crowd.arrivals(from, to, typeOf('DATA')).slice(-1);
    if (last === undefined || last.via === from)
      throw new Inconclusive('precondition', 'no data has come over a relay');
    return last.via;
  }

  async crashRelayOf(from: string, to: string): Promise<void> {
    await this.crash(this.relayInUse(from, to));
  }

  async crash(name: string): Promise<void> {
    this.#at = this.#crowd.world.now;
    await this.#crowd.world.crash(name);
  }

  async crashDirectory(): Promise<void> {
    await this.crash(DIRECTORY);
  }

  async leave(name: string): Promise<void> {
    this.#at = this.#crowd.world.now;
    await this.#crowd.world.call(name, 'leave');
  }

  /** Data flows again so many seconds after the crash. @throws Unmet */
  assertBackWithin(from: string, to: string, seconds: number): void {
    const next = this.#chat.received(from, to).find(({ at }) => at > this.#at + SECOND / 10);
    const took = next === undefined ? undefined : (next.at - this.#at) / SECOND;
    if (took !== undefined && took <= seconds) return;
    const actual = took === undefined ? 'nothing since' : `a message after ${took} s`;
    throw new Unmet({ expected: [`a message within ${seconds} s of the crash`], actual });
  }

  /** @throws Unmet */
  async expectPresence(name: string, about: string, state: 'online' | 'offline', within: number): Promise<void> {
    const { world } = this.#crowd;
    const isIt = (): true | undefined => this.#crowd.isOnline(name, about) === (state === 'online') || undefined;
    const left = Math.max(0, this.#at + within * SECOND - world.now);
    if ((await world.until(left, isIt)) !== undefined) return;
    const expected = `${about} ${state} at ${name} within ${within} s`;
    throw new Unmet({
      expected: [expected],
      actual: `${state === 'online' ? 'offline' : 'online'} still`,
      missing: true,
    });
  }

  /** Two parts, the directory in the first, and all relays that are not in the second. */
  separate(first: readonly string[], second: readonly string[]): void {
    this.#at = this.#crowd.world.now;
    const others = this.#crowd.relays.filter((relay) => !first.includes(relay) && !second.includes(relay));
    this.#crowd.world.internet.separate([[DIRECTORY, ...first, ...others], second]);
  }

  heal(): void {
    this.#at = this.#crowd.world.now;
    this.#crowd.world.internet.heal();
  }

  /** All ways of these hosts lose everything, until `mend`. */
  cut(...names: readonly string[]): void {
    this.#crowd.world.internet.tap = ({ host, site }) =>
      names.includes(host) || names.includes(site) ? [] : undefined;
  }

  mend(): void {
    this.#at = this.#crowd.world.now;
    this.#crowd.world.internet.tap = undefined;
  }

  /** Packets straight between two users are lost. */
  blockDirect(one: string, other: string): void {
    this.#crowd.world.internet.tap = ({ host, site }) =>
      (host === one && site === other) || (host === other && site === one) ? [] : undefined;
  }

  /**
   * The relay in use holds back one frame of data and loses all echoes; once the conversation has moved, no data passes
   * elsewhere either. What is held back is let go at the end.
   */
  holdOldPath(from: string, to: string): void {
    const path = new OldPath(this.relayInUse(from, to), to);
    this.#oldPath = path;
    this.#crowd.world.internet.tap = (passing) => path.take(passing);
  }

  /** What was held back goes on its way, and has time to arrive. */
  async letGo(): Promise<void> {
    const { internet, now } = this.#crowd.world;
    const path = this.#oldPath;
    if (path?.held === undefined) throw new Inconclusive('precondition', 'nothing of the old path is held back');
    if (!path.hasMoved) throw new Inconclusive('precondition', 'the conversation has not moved');
    internet.inject(path.relay, path.held.packet, now + MILLISECOND);
    await this.#crowd.world.pass(SECOND);
  }
}

class OldPath {
  readonly relay: string;
  readonly #to: string;
  held: Passing | undefined;
  /** Data has been seen on another way. */
  hasMoved = false;

  constructor(relay: string, to: string) {
    this.relay = relay;
    this.#to = to;
  }

  take(passing: Passing): [] | undefined {
    const { host, site, packet } = passing;
    const type = packet.octets[FRAME_PLACES.type];
    if (type === typeOf('DATA') && site === this.#to) {
      if (host === this.relay) this.held ??= passing;
      else this.hasMoved = true;
      return [];
    }
    const isOld = host === this.relay || site === this.relay;
    return isOld && type === typeOf('ECHO') ? [] : undefined;
  }
}
