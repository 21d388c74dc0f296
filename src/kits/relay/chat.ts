/** Messages that users of the implementation send each other, and what becomes of them. */
import { fromHex, toHex } from '../../contract/hex.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Crowd } from './crowd.ts';
import { typeOf } from './frame.ts';
import { missing, SECOND } from './station-talk.ts';

interface Sent {
  readonly from: string;
  readonly to: string;
  readonly data: string;
  readonly ref: number;
  readonly at: number;
}

/** A message has this long to arrive, whatever befalls it. */
const ARRIVES_WITHIN = 30 * SECOND;
const USUAL_OCTETS = 48;

export class Chat {
  readonly #crowd: Crowd;
  readonly sent: Sent[] = [];

  constructor(crowd: Crowd) {
    this.#crowd = crowd;
  }

  async say(from: string, to: string, octets = USUAL_OCTETS, data?: Uint8Array): Promise<Sent> {
    const { world, scene } = this.#crowd;
    const hex = toHex(data ?? scene.random.octets(octets));
    const at = world.now;
    const ref = await world.call(from, 'send', { to, data: hex });
    const sent = { from, to, data: hex, ref, at };
    this.sent.push(sent);
    return sent;
  }

  /** So many, one every `every` microseconds, each way in turn. */
  async converse(one: string, other: string, count: number, every: number): Promise<void> {
    for (let said = 0; said < count; said += 1) {
      await (said % 2 === 0 ? this.say(one, other) : this.say(other, one));
      await this.#crowd.world.pass(every);
    }
  }

  /** Data that the application of `to` was given, from `from`, in order. */
  received(from: string, to: string): { at: number; data: string }[] {
    return this.#crowd.world
      .iut(to)
      .events.filter(({ event }) => event.event === 'message' && event.from === from)
      .map(({ at, event }) => ({ at, data: String(event.data) }));
  }

  sentBy(from: string, to: string): Sent[] {
    return this.sent.filter((each) => each.from === from && each.to === to);
  }

  /** The outcome that the sender was told, if any. */
  outcome({ from, ref }: Sent): string | undefined {
    const result = this.#crowd.world.iut(from).results.get(ref)?.result;
    if (result === undefined) return undefined;
    return result.ok ? String(result.outcome) : 'failed';
  }

  /** All that was sent is there, in order and once. @throws Unmet */
  async expectAll(within = ARRIVES_WITHIN): Promise<void> {
    const isThere = (): true | undefined =>
      this.sent.every((each) => this.received(each.from, each.to).some(({ data }) => data === each.data)) || undefined;
    const arrived = await this.#crowd.world.until(within, isThere);
    this.assertPrefix();
    if (arrived === undefined) {
      const lost = this.sent.filter(
        (each) => !this.received(each.from, each.to).some(({ data }) => data === each.data),
      );
      const actual = `${this.sent.length - lost.length}; the first that is missing was sent at ${lost[0]!.at} us`;
      throw new Unmet({ expected: [`all ${this.sent.length} messages`], actual, missing: true });
    }
  }

  /** @throws Inconclusive when nothing has come at all */
  assertSome(): void {
    const any = this.#pairs().some(([from, to]) => this.received(from, to).length > 0);
    if (!any) throw new Inconclusive('precondition', 'nothing has arrived');
  }

  /** What was delivered is the beginning of what was sent, in either direction. @throws Unmet */
  assertPrefix(): void {
    for (const [from, to] of this.#pairs()) {
      const sent = this.sentBy(from, to);
      const received = this.received(from, to);
      received.forEach(({ data }, at) => {
        if (data === sent[at]?.data) return;
        const place = sent.findIndex((each) => each.data === data);
        const actual = place < 0 ? 'one that nobody sent' : `message ${place + 1}`;
        throw new Unmet({ expected: [`message ${at + 1} of ${from} to ${to}`], actual });
      });
    }
  }

  #pairs(): [string, string][] {
    const pairs = new Map(this.sent.map(({ from, to }) => [`${from} ${to}`, [from, to] as [string, string]]));
    return [...pairs.values()];
  }

  /** @throws Unmet */
  async expectOutcome(sent: Sent, outcomes: readonly string[], within = ARRIVES_WITHIN): Promise<void> {
    const told = await this.#crowd.world.until(within, () => this.outcome(sent));
    if (told === undefined) throw missing(`the outcome of a message: ${outcomes.join(' or ')}`);
    if (!outcomes.includes(told)) throw new Unmet({ expected: outcomes, actual: told });
  }

  /** The last message of somebody. @throws Unmet */
  async expectLast(from: string, outcomes: readonly string[], within?: number): Promise<void> {
    await this.expectOutcome(this.#lastOf(from), outcomes, within);
  }

  /** @throws Unmet */
  async assertNotDelivered(from: string, within: number): Promise<void> {
    const sent = this.#lastOf(from);
    const told = await this.#crowd.world.until(within, () => this.outcome(sent));
    if (told === 'delivered') throw new Unmet({ expected: ['not told that it was delivered'], actual: told });
  }

  /** @throws Unmet */
  async assertNothing(from: string, to: string): Promise<void> {
    await this.#crowd.world.pass(ARRIVES_WITHIN);
    const count = this.received(from, to).length;
    if (count > 0) throw new Unmet({ expected: [`nothing of ${from} at ${to}`], actual: `${count} messages` });
  }

  /** @throws Unmet */
  assertLastNotGiven(from: string, to: string): void {
    const { data } = this.#lastOf(from);
    const given = this.received(from, to).some((each) => each.data === data);
    if (given) throw new Unmet({ expected: ['nothing of the old path'], actual: 'the message that was held back' });
  }

  #lastOf(from: string): Sent {
    const last = this.sent.findLast((each) => each.from === from);
    if (last === undefined) throw new TypeError(`${from} has said nothing`);
    return last;
  }

  /** The hosts that data of the last `since` microseconds came to `to` from: the peer itself, or a relay. */
  ways(from: string, to: string, since: number): Set<string> {
    return new Set(this.#crowd.arrivals(from, to, typeOf('DATA'), since).map(({ via }) => via));
  }

  plain(): Uint8Array[] {
    return this.sent.map(({ data }) => fromHex(data));
  }
}
