/** What a relay does under load: credit, limits, and work that it has no room for (HPR/1 sections 6.3 and 10). */
import { parameters } from '../../generated/relay/parameters.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { CircuitTalk } from './circuit-talk.ts';
import { attributeOf } from './frame.ts';
import { LIMIT_NAMES } from './limits.ts';
import type { ReservationTalk } from './reservation-talk.ts';
import { errorOf, type ServingTalk } from './serving-talk.ts';
import { missing, SECOND, type StationTalk } from './station-talk.ts';

/** Of a frame of DATA with as much as it can hold. */
const FRAME_OCTETS = 1256;
const PAYLOAD_OCTETS = 1200;
/** HPR-QUOTA-03: over ten seconds a tenth more than the bandwidth, which may go at once. */
const BURST_SECONDS = 10 * 0.1;

export class LoadTalk {
  readonly #talk: StationTalk;
  readonly #serving: ServingTalk;
  readonly #reservations: ReservationTalk;
  readonly #circuits: CircuitTalk;
  /** Octets a second. */
  bandwidth = 0;
  #from = 0;
  #sender = '';

  constructor(talk: StationTalk, serving: ServingTalk, reservations: ReservationTalk, circuits: CircuitTalk) {
    this.#talk = talk;
    this.#serving = serving;
    this.#reservations = reservations;
    this.#circuits = circuits;
  }

  /** So many full frames at one instant. */
  async burst(from: string, to: string, count: number): Promise<void> {
    this.#from = this.#talk.station(to).heard.length;
    this.#sender = from;
    for (let sent = 0; sent < count; sent += 1) await this.#circuits.data(from, to, PAYLOAD_OCTETS);
  }

  /** What has come of the burst once the line is empty. */
  async #arrived(to: string, within: number): Promise<number> {
    await this.#talk.pass(within);
    return this.#talk
      .station(to)
      .heard.slice(this.#from)
      .filter(({ type }) => type === 'DATA').length;
  }

  /** What the relay has granted the sender; nothing said is what the rule says. */
  #granted(credit: number): number {
    const told = this.#talk.station(this.#sender).heard.filter(({ type }) => type === 'CREDIT');
    const granted = told.flatMap(({ frame }) => attributeOf<{ credit: number }>(frame, 'Credit')?.credit ?? []);
    return Math.min(credit, ...granted);
  }

  /**
   * The credit may be queued, counted with headers or without, and one frame be on the line behind those that went at once.
   * @throws Unmet
   */
  async assertWithinCredit(to: string, credit: number, within: number): Promise<void> {
    const arrived = await this.#arrived(to, within);
    const most = Math.floor((credit + BURST_SECONDS * this.bandwidth) / PAYLOAD_OCTETS) + 1;
    if (arrived === 0) throw new Inconclusive('twin', 'nothing of the burst has come');
    if (arrived > most) throw new Unmet({ expected: [`at most ${most} frames of the burst`], actual: `${arrived}` });
  }

  /** @throws Unmet, Inconclusive */
  async assertAllArrive(to: string, count: number, within: number): Promise<void> {
    const arrived = await this.#arrived(to, within);
    const granted = this.#granted(parameters.credit);
    if (granted < count * FRAME_OCTETS) throw new Inconclusive('precondition', `it grants ${granted} octets of credit`);
    if (arrived < count) throw new Unmet({ expected: [`${count} frames`], actual: `${arrived}`, missing: true });
  }

  /** What GRANT says of a limit. @throws Unmet */
  assertLimit(name: string, limit: string, value: number): void {
    const { answer } = this.#reservations;
    const limits = answer && attributeOf<Record<string, number>>(answer.frame, 'Limits');
    const field = LIMIT_NAMES[limit];
    if (field === undefined) throw new Inconclusive('precondition', `nobody knows of the limit ${limit}`);
    const told = limits?.[field];
    if (told !== value)
      throw new Unmet({ expected: [`${value} ${limit} for ${name}`], actual: `${told ?? 'nothing'}` });
  }

  /** CLOSE with that reason. @throws Unmet */
  async expectClosed(name: string, code: number, within?: number): Promise<void> {
    const limit = within === undefined ? undefined : within * SECOND;
    const closed = await this.#talk.hear(this.#talk.station(name), ({ type }) => type === 'CLOSE', limit);
    if (closed === undefined) throw missing(`CLOSE ${code} at ${name}`);
    const actual = errorOf(closed)?.code;
    if (actual !== code)
      throw new Unmet({ expected: [`CLOSE ${code}`], actual: `CLOSE ${actual ?? 'without a reason'}` });
  }

  async assertStillOpen(name: string): Promise<void> {
    await this.#serving.fence(name);
    const closed = this.#talk.station(name).heard.some(({ type }) => type === 'CLOSE');
    if (closed) throw new Unmet({ expected: ['a circuit that stays'], actual: 'CLOSE' });
  }
}
