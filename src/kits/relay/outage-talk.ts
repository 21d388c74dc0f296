/**
 * A population in pairs that talk over relays, part of which vanish at one instant, as on a day in December 2010: who stays,
 * stays, and who talked talks again soon (HPR-ELECT-05). And how much each node of a population knows (HPR-VIEW-01).
 */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Chat } from './chat.ts';
import type { Crowd } from './crowd.ts';
import { placeFrom } from './places.ts';
import { missing, SECOND } from './station-talk.ts';

/** As many relays does a node of a large population begin with. */
const BEGIN_WITH = 8;

export class OutageTalk {
  readonly #crowd: Crowd;
  readonly #chat: Chat;
  #pairs: [string, string][] = [];
  #at = 0;
  #vanished = new Set<string>();

  constructor(crowd: Crowd, chat: Chat) {
    this.#crowd = crowd;
    this.#chat = chat;
  }

  /** Each user knows one other, and needs a relay to talk to. @throws Unmet */
  async gather(relays: number, pairs: number): Promise<void> {
    this.#pairs = Array.from({ length: pairs }, (_, index) => [`one-${index + 1}`, `other-${index + 1}`]);
    const all = this.#pairs.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]);
    const users = Object.fromEntries(all.map(([name]) => [name, placeFrom('APD/APD')]));
    const contacts = Object.fromEntries(all.map(([name, other]) => [name, [other]]));
    (await this.#crowd.start()).isTracing = false;
    await this.#crowd.gather({ relays, users, contacts, beginWith: BEGIN_WITH });
    await this.#crowd.ready();
  }

  /** Once a second each says something to the other. */
  async talk(seconds: number): Promise<void> {
    for (let said = 0; said < seconds; said += 1) {
      for (const [one, other] of this.#pairs) {
        await this.#chat.say(one, other);
        await this.#chat.say(other, one);
      }
      await this.#crowd.world.pass(SECOND);
    }
  }

  /** @throws Unmet */
  async haveTalked(seconds: number): Promise<void> {
    await this.talk(seconds);
    for (const [one, other] of this.#pairs) {
      const said = this.#chat.sentBy(one, other).length;
      const received = this.#chat.received(one, other).length;
      if (received === 0) throw missing(`one of ${said} messages of ${one} at ${other}`);
    }
  }

  /** So many in a hundred of the supernodes, without a word. */
  async vanish(percent: number): Promise<void> {
    const { relays, world, scene } = this.#crowd;
    const left = [...relays];
    this.#at = world.now;
    for (let gone = Math.round((relays.length * percent) / 100); gone > 0; gone -= 1) {
      const [name] = left.splice(scene.random.below(left.length), 1);
      await world.crash(name!);
      this.#vanished.add(name!);
    }
  }

  /** @throws Unmet */
  assertOthersServe(): void {
    const others = this.#crowd.relays.filter((name) => !this.#vanished.has(name));
    const fallen = others.filter((name) =>
      this.#crowd.world
        .iut(name)
        .events.some(({ at, event }) => at >= this.#at && event.event === 'role' && event.value !== 'supernode'),
    );
    if (fallen.length > 0) {
      throw new Unmet({
        expected: ['no other supernode that stops serving'],
        actual: `${fallen.length}: ${fallen[0]}`,
      });
    }
  }

  /** Something that was said since has come, in both directions of each pair. @throws Unmet */
  assertBackWithin(seconds: number): void {
    const limit = this.#at + seconds * SECOND;
    const silent = this.#pairs
      .flatMap(([one, other]) => [[one, other] as const, [other, one] as const])
      .filter(([from, to]) => !this.#isBack(from, to, limit));
    this.#chat.assertPrefix();
    if (silent.length === 0) return;
    const [[from, to] = []] = silent;
    const actual = `${silent.length} of ${2 * this.#pairs.length} ways are silent, that of ${from} to ${to} among them`;
    throw new Unmet({ expected: [`all talk again within ${seconds} s`], actual, missing: true });
  }

  #isBack(from: string, to: string, limit: number): boolean {
    const since = new Set(this.#chat.sentBy(from, to).flatMap(({ at, data }) => (at >= this.#at ? [data] : [])));
    return this.#chat.received(from, to).some(({ at, data }) => at <= limit && since.has(data));
  }

  /** What each says of its own tables. @throws Unmet, Inconclusive */
  async assertBounded(records: number, neighbours: number): Promise<void> {
    const { world, relays, users } = this.#crowd;
    for (const name of [...relays, ...users]) {
      const told = await world.result(name, await world.call(name, 'status'), SECOND);
      const [known, kept] = [told?.records, told?.neighbours];
      if (typeof known !== 'number' || typeof kept !== 'number') {
        throw new Inconclusive('precondition', `${name} does not say how many it knows`);
      }
      if (known <= records && kept <= neighbours) continue;
      const expected = `at most ${records} supernodes known and ${neighbours} neighbours`;
      throw new Unmet({ expected: [expected], actual: `${known} and ${kept} at ${name}` });
    }
  }
}
