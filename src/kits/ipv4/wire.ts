/**
 * The tester's side of a link for one scenario: sends, receives, and keeps what came until somebody asks for it, so that
 * answers may arrive in any order. Everything that passes is written to the evidence.
 */

import type { Interval } from '../../harness/interval.ts';
import { Inconclusive, type Mismatch, Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { Arrival, LinkSurface } from '../../harness/surface.ts';
import { DATAGRAM, describeDatagram } from './describe.ts';
import { Gatherer } from './reassemble.ts';
import { isFragment, type Matches, type Seen, see } from './seen.ts';

/** Virtual microseconds after which even a reassembly timer has run out: above the 255 s of RFC 791 section 3.2. */
const VIRTUAL_PATIENCE = 600_000_000;
/** A day, where no clause sets an end to how long something may take. */
const VIRTUAL_DAY = 86_400_000_000;

export class Wire {
  readonly scene: Scene;
  readonly #layer: string;
  readonly #gatherer = new Gatherer();
  /** All that came, as it came. */
  readonly #came: Seen[] = [];
  readonly #unclaimed: Seen[] = [];
  #strays: Arrival[] = [];
  #link: LinkSurface | undefined;

  /** `layer`: as what its datagrams are described. */
  constructor(scene: Scene, layer: string = DATAGRAM) {
    this.scene = scene;
    this.#layer = layer;
  }

  /** @throws Unsupported */
  async link(): Promise<LinkSurface> {
    this.#link ??= await this.scene.surface('link');
    return this.#link;
  }

  /** Hands octets to an interface of the implementation; when. */
  async send(octets: Uint8Array, into = 0): Promise<Interval> {
    const link = await this.link();
    const at = await link.send(octets, into);
    this.scene.evidence.sent(this.#layer, octets, at);
    return at;
  }

  /** The first datagram that matches and was not found before; undefined when none came within `within` microseconds. */
  async find(matches: Matches, within: number = this.scene.hangLimit): Promise<Seen | undefined> {
    return this.#await(matches, within, () => {
      const at = this.#unclaimed.findIndex(matches);
      return at < 0 ? undefined : this.#unclaimed.splice(at, 1)[0];
    });
  }

  /** The first fragment that matches, as it came. It may be found again. */
  async findPiece(matches: Matches): Promise<Seen | undefined> {
    return this.#await(matches, this.scene.hangLimit, () => this.pieces(matches)[0]);
  }

  /**
   * As `find`, but something must come. `near` is what an implementation may have sent instead, and how that differs.
   *
   * @throws Unmet
   */
  async expect(matches: Matches, expected: string, near?: (seen: Seen) => Mismatch | undefined): Promise<Seen> {
    const found = await this.find(matches);
    if (found !== undefined) return found;
    for (const seen of this.#unclaimed) {
      const mismatch = near?.(seen);
      if (mismatch !== undefined) throw new Unmet(mismatch);
    }
    throw new Unmet({ expected: [expected], actual: this.instead(), missing: true });
  }

  /** What came already and matches; waits for nothing. */
  already(matches: Matches): Seen | undefined {
    this.#claim(matches);
    return this.#unclaimed.find(matches);
  }

  /** Fragments that came already and match, each as it came. */
  pieces(matches: Matches): readonly Seen[] {
    return this.#came.filter((seen) => isFragment(seen) && matches(seen));
  }

  /** In virtual time all that will come within the hang limit has come afterwards; in real time nothing is waited for. */
  async settle(): Promise<void> {
    if (this.scene.clock === 'virtual') await this.find(() => false);
  }

  /** All datagrams that have come, in the pieces that they came in. */
  get came(): readonly Seen[] {
    return this.#came;
  }

  /** Microseconds to wait for what has a timer of minutes. */
  get patience(): number {
    const seconds = this.scene.clock === 'virtual' ? VIRTUAL_PATIENCE : this.scene.scenario.patience * 1_000_000;
    return Math.max(seconds, this.scene.hangLimit);
  }

  /** As `patience`, for what is to come at last, however long it takes. */
  get longest(): number {
    return this.scene.clock === 'virtual' ? VIRTUAL_DAY : this.patience;
  }

  /**
   * Proves that a wait has been long enough for those with a timer of minutes. In real time, where only so much patience
   * can be had, nobody is accused.
   *
   * @throws Unmet, Inconclusive
   */
  missingAfterPatience(expected: string): never {
    if (this.scene.clock === 'virtual') {
      throw new Unmet({ expected: [expected], actual: this.instead(), missing: true });
    }
    throw new Inconclusive(
      'unsure',
      `nothing came within ${this.scene.scenario.patience} seconds, and no clause says when it must`,
    );
  }

  /** Takes what comes until `look` finds something. */
  async #await(matches: Matches, within: number, look: () => Seen | undefined): Promise<Seen | undefined> {
    const link = await this.link();
    const deadline = link.now().latest + within;
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      const arrival = await link.receive(Math.max(0, deadline - link.now().latest));
      if (arrival === undefined) return undefined;
      if (arrival.isStray) this.#strays.push(arrival);
      else this.#take(arrival);
      this.#claim(matches);
    }
  }

  #take(arrival: Arrival): void {
    const exchange = this.scene.evidence.received(this.#layer, arrival.datagram, arrival.at);
    const seen = see(arrival, exchange);
    this.#came.push(seen);
    const whole = this.#gatherer.take(arrival);
    if (whole !== undefined) this.#unclaimed.push(whole === arrival ? seen : see(whole, exchange));
  }

  /** What was for no scenario's address may be another one's: only what matches belongs here. */
  #claim(matches: Matches): void {
    const NOT_LOGGED = -1;
    const ours = this.#strays.filter((stray) => matches(see(stray, NOT_LOGGED)));
    this.#strays = this.#strays.filter((stray) => !ours.includes(stray));
    for (const stray of ours) this.#take(stray);
  }

  /** What came in the stead of what was expected, in words. */
  instead(): string {
    if (this.#unclaimed.length === 0) return 'nothing';
    return `only ${this.#unclaimed.map(({ octets }) => describeDatagram(octets)).join('; ')}`;
  }
}
