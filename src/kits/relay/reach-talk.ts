/** What the implementation calls itself, whoever has reached it and wherever it stands: HPR/1 sections 5 and 6. */
import { parameters } from '../../generated/relay/parameters.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { Translator } from '../../net/nat/translator.ts';
import { attributeOf } from './frame.ts';
import { token } from './prober.ts';
import type { RecordTalk } from './record-talk.ts';
import type { ServingTalk } from './serving-talk.ts';
import { unable } from './station.ts';
import { missing, SECOND, type StationTalk } from './station-talk.ts';

interface RecordFields {
  readonly expires: number;
  readonly address: string;
}

/** Enough for two rounds of probes that are asked a minute apart. */
const VERDICT_WITHIN = 130 * SECOND;

export class ReachTalk {
  readonly #talk: StationTalk;
  readonly #serving: ServingTalk;
  #at = 0;

  constructor(talk: StationTalk, serving: ServingTalk) {
    this.#talk = talk;
    this.#serving = serving;
  }

  /** Whether its last record still holds. */
  #serves(now: number): boolean {
    const role = this.#serving.role();
    const record = role && attributeOf<RecordFields>(role.frame, 'Record');
    return record !== undefined && record.expires > Math.floor(now / SECOND);
  }

  /** @throws Unmet */
  async assertServes(): Promise<void> {
    const world = await this.#talk.world();
    const serves = await world.until(VERDICT_WITHIN, () => this.#serves(world.now) || undefined);
    if (serves === undefined) throw missing('ROLE with a record');
  }

  /** @throws Unmet */
  async assertDoesNotServe(): Promise<void> {
    const world = await this.#talk.world();
    this.#assertAsked();
    const serves = await world.until(VERDICT_WITHIN, () => this.#serves(world.now) || undefined);
    if (serves) throw new Unmet({ expected: ['no ROLE'], actual: 'ROLE with a record' });
    const { name } = this.#serving.known;
    const hasTried = world.trace.some(({ what, from }) => what === 'sent' && from === name);
    if (!hasTried)
      throw new Inconclusive('fence', 'it has sent nothing to anybody: who is silent becomes nothing at all');
  }

  /** It has neighbours at least, and so might have found out. @throws Inconclusive */
  #assertAsked(): void {
    if (this.#serving.neighbours.length === 0) throw new Inconclusive('precondition', 'it has no neighbours');
  }

  /** Probers stop. */
  stopProbing(): void {
    for (const { habits } of this.#serving.neighbours) habits.set('probing', unable);
  }

  /** A client that wants a reservation is not given one. @throws Unmet */
  async assertGrantsNothing(name: string): Promise<void> {
    const { station, session } = this.#serving.client(name);
    const answer = await this.#talk.ask(station, session, 'RESERVE', { attributes: [token(station)] });
    // Who does not serve need not say so.
    await this.#serving.fence(name);
    if (answer?.type === 'GRANT') throw new Unmet({ expected: ['a refusal'], actual: 'GRANT' });
  }

  async renumber(address: string): Promise<void> {
    const world = await this.#talk.world();
    const { gateway } = world.siteOf(this.#serving.known.name);
    if (!(gateway instanceof Translator)) throw new TypeError('there is no translator before it');
    this.#at = world.now;
    gateway.renumber([address]);
  }

  /** What it told its user, or its neighbours, takes back that it is public. @throws Unmet */
  async assertWithdrawn(within: number): Promise<void> {
    const world = await this.#talk.world();
    const { events } = world.iut(this.#serving.known.name);
    const isOver = (): true | undefined =>
      events.some(({ at, event }) => at > this.#at && event.event === 'verdict' && event.value !== 'public') ||
      undefined;
    const left = Math.max(0, this.#at + within * SECOND - world.now);
    if ((await world.until(left, isOver)) === undefined) {
      throw missing(`a verdict other than public within ${within} s of the new address`);
    }
  }

  /** Neighbours that it pings of itself, on and on. @throws Unmet */
  async assertNeighbours(most: number, within: number): Promise<void> {
    const world = await this.#talk.world();
    await world.pass(2 * within * SECOND);
    const since = world.now - within * SECOND;
    const kept = Math.floor(within / parameters.pingEvery) - 1;
    const pinged = this.#serving.neighbours.filter(
      ({ heard }) =>
        heard.filter(({ type, at, session }) => type === 'PING' && session !== undefined && at >= since).length >= kept,
    );
    if (pinged.length === 0) throw new Inconclusive('precondition', 'it pings nobody');
    if (pinged.length > most) throw new Unmet({ expected: [`at most ${most} neighbours`], actual: `${pinged.length}` });
  }

  inventEverywhere(records: RecordTalk): void {
    for (const { name } of this.#serving.neighbours) records.inventFor(name);
  }
}
