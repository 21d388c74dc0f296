/** Echo requests in fragments: sent in any order, or never whole, so that a host has to give up. */
import { elapsed, type Interval, within } from '../../harness/interval.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { type Echo, fragments, joined, type Probe, probe, UDP } from './datagram.ts';
import { describeDatagram } from './describe.ts';
import { compareFields } from './difference.ts';
import type { EchoTalk } from './echo-talk.ts';
import { assertSilence, passEcho } from './fence.ts';
import { isReplyTo, isReportAbout, type Seen } from './seen.ts';
import type { Wire } from './wire.ts';
import type { HeaderFields } from './words.ts';

/** 544 octets of data make a datagram of 572: each host must take one of 576 (RFC 1122 section 3.3.2). */
const DATA_OCTETS = 544;
const PIECES = 3;
const TIME_EXCEEDED = 11;
const REASSEMBLY = 1;

export class FragmentTalk {
  readonly #wire: Wire;
  readonly #echoes: EchoTalk;
  #waiting: { readonly request: Echo; readonly pieces: readonly Probe[]; readonly since: Interval } | undefined;
  #orphan: Probe | undefined;
  #report: Seen | undefined;

  constructor(wire: Wire, echoes: EchoTalk) {
    this.#wire = wire;
    this.#echoes = echoes;
  }

  /**
   * `order`: a letter for the datagram and a number for the piece each, `a1 b2 a3`. `unlike`: all hold the same message,
   * and every datagram differs from the first in that field alone.
   */
  async send(order: string, unlike?: 'identification' | 'protocol'): Promise<void> {
    const requests = new Map<string, Echo>();
    for (const [letter = '', number = ''] of order.split(' ')) {
      const [first] = requests.values();
      const request = requests.get(letter) ?? (unlike && first ? this.#unlike(first, unlike) : await this.#request());
      requests.set(letter, request);
      await this.#wire.send(fragments(request, PIECES)[Number(number) - 1]!.octets);
    }
    this.#echoes.note([...requests.values()]);
  }

  async sendFirst(header: HeaderFields = {}): Promise<void> {
    const request = await this.#request(header);
    const pieces = fragments(request, PIECES);
    this.#waiting = { request, pieces, since: await this.#wire.send(pieces[0]!.octets) };
  }

  async sendMissing(): Promise<void> {
    for (const piece of this.#given.pieces.slice(1)) await this.#wire.send(piece.octets);
  }

  /** The last fragment of a datagram of which nothing else is ever sent. */
  async sendOrphan(): Promise<void> {
    this.#orphan = fragments(await this.#request(), PIECES).at(-1)!;
    await this.#wire.send(this.#orphan.octets);
  }

  /** The first fragment of an ICMP error about an echo reply of the host, of which nothing else is ever sent. */
  async sendOrphanedError(type: number): Promise<void> {
    const { header, octets } = this.#echoes.reply;
    const about = octets.subarray(0, 4 * (header.ihl ?? 0) + 8);
    const payload = joined(Uint8Array.of(type, 0, 0, 0, 0, 0, 0, 0), about, new Uint8Array(PIECES * 8));
    [this.#orphan] = fragments(probe((await this.#request()).header, payload), 2);
    await this.#wire.send(this.#orphan!.octets);
  }

  /** All fragments but the first, of which the host cannot tell anybody. */
  async sendAllButFirst(): Promise<void> {
    const request = await this.#request();
    const pieces = fragments(request, PIECES);
    const since = await this.#wire.send(pieces[1]!.octets);
    await this.#wire.send(pieces[2]!.octets);
    this.#waiting = { request, pieces, since };
  }

  /** After the longest wait for what has no limit of its own. */
  async sendFirstAtLast(): Promise<void> {
    await this.#wire.find(() => false, this.#wire.patience);
    await this.#wire.send(this.first.octets);
  }

  /** Fragments of another message that have the identification of those that were given up. */
  async sendSuccessor(order: string): Promise<void> {
    const { identification } = this.#given.request.header;
    const request = await this.#request({ identification: identification! });
    const pieces = fragments(request, PIECES);
    for (const number of order.split(' ')) await this.#wire.send(pieces[Number(number) - 1]!.octets);
    this.#echoes.note([request]);
  }

  /** @throws Unmet, Inconclusive */
  async expectReport(): Promise<void> {
    const first = this.#given.pieces[0]!;
    const isReport = isReportAbout(first);
    const wanted = (seen: Seen): boolean => isReport(seen) && seen.icmp?.type === TIME_EXCEEDED;
    const report = await this.#wire.find(wanted, this.#wire.patience);
    if (report === undefined) this.#wire.missingAfterPatience('time exceeded, code 1, about the first fragment');
    const mismatch = compareFields([['code', REASSEMBLY]], report.icmp ?? {}, report);
    if (mismatch !== undefined) throw new Unmet(mismatch);
    this.#report = report;
  }

  /** @throws Unmet, Inconclusive when the interval straddles a limit */
  assertWaited(fewest: number, most: number): void {
    const waited = elapsed(this.#given.since, this.report.at);
    const verdict = within(waited, fewest * 1_000_000, most * 1_000_000);
    const seconds = [waited.earliest, waited.latest].map((time) => (time / 1_000_000).toFixed(2));
    const actual = `${[...new Set(seconds)].join(' to ')} seconds`;
    if (verdict === 'unsure') throw new Inconclusive('unsure', `${actual} lies across a limit`);
    if (verdict === 'outside') throw new Unmet({ expected: [`${fewest} to ${most} seconds`], actual });
  }

  /** The request whose fragments were given up is not answered. @throws Unmet, Inconclusive */
  async assertGivenUp(): Promise<void> {
    await passEcho(this.#wire);
    const { request } = this.#given;
    assertSilence(this.#wire, isReplyTo(request), 'no echo reply to', request);
  }

  /** As `assertGivenUp`, where no clause says how long a host may wait: in real time nobody is accused. @throws Unmet, Inconclusive */
  async assertGivenUpInTime(): Promise<void> {
    try {
      await this.assertGivenUp();
    } catch (thrown) {
      if (!(thrown instanceof Unmet) || this.#wire.scene.clock === 'virtual') throw thrown;
      throw new Inconclusive(
        'patience',
        `fragments were still kept after ${this.#wire.scene.scenario.patience} seconds`,
      );
    }
  }

  /** @throws Unmet */
  async assertOrphanUnreported(): Promise<void> {
    if (this.#orphan === undefined) throw new TypeError('no fragment was sent alone');
    const virtual = this.#wire.scene.clock === 'virtual';
    const report = await this.#wire.find(isReportAbout(this.#orphan), virtual ? this.#wire.patience : undefined);
    if (report === undefined) return;
    const actual = describeDatagram(report.octets);
    const difference = { field: 'datagram', expected: 'none', actual, exchange: report.exchange };
    throw new Unmet({ expected: ['no report about that fragment'], actual, difference });
  }

  get report(): Seen {
    if (this.#report === undefined) throw new TypeError('no report was waited for');
    return this.#report;
  }

  get first(): Probe {
    return this.#given.pieces[0]!;
  }

  async #request(header: HeaderFields = {}): Promise<Echo> {
    return this.#echoes.like(header, this.#wire.scene.random.octets(DATA_OCTETS));
  }

  #unlike({ header, ...message }: Echo, field: 'identification' | 'protocol'): Echo {
    if (field === 'protocol') return { ...message, header: { ...header, protocol: UDP } };
    // From 1 to 65535, like the first one, and another.
    const other = ((header.identification ?? 0) + this.#wire.scene.random.below(0xfffe)) % 0xffff;
    return { ...message, header: { ...header, identification: 1 + other } };
  }

  get #given() {
    if (this.#waiting === undefined) throw new TypeError('no first fragment was sent');
    return this.#waiting;
  }
}
