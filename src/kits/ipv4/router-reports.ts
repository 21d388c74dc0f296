/** What a router tells the sender of a datagram that goes no further, and what it may tell nobody. */
import { toHex } from '../../contract/hex.ts';
import { icmpMessage } from '../../generated/ipv4/icmp.ts';
import { Unmet } from '../../harness/outcome.ts';
import { ICMP, probe } from './datagram.ts';
import { describeDatagram } from './describe.ts';
import { compareFields, type Expected, fieldsOf, locate, throwIf } from './difference.ts';
import { assertSilence, passForward } from './fence.ts';
import type { RouterTalk } from './router-talk.ts';
import { isReportAbout, quoteOf, type Seen } from './seen.ts';
import type { Wire } from './wire.ts';
import type { HeaderFields } from './words.ts';

const problems = {
  'time exceeded in transit': [11, 0],
  'network unreachable': [3, 0],
  'fragmentation needed': [3, 4],
  'parameter problem': [12, 0],
} as const;

const ICMP_HEADER_OCTETS = 8;
/** RFC 1812 section 4.3.2.3. */
const LONGEST = 576;
const SOURCE_QUENCH = 4;

export class RouterReports {
  readonly #wire: Wire;
  readonly #router: RouterTalk;
  readonly #reports: { readonly report: Seen; readonly timeToLive: number }[] = [];

  constructor(wire: Wire, router: RouterTalk) {
    this.#wire = wire;
    this.#router = router;
  }

  /** An ICMP error of somebody else's, on its way to the far side. */
  async sendError(type: number, header: HeaderFields): Promise<void> {
    const { tester: source, beyond: destination } = (await this.#wire.link()).addresses;
    const quoted = await this.#router.like({ source: destination, destination: source });
    const message = icmpMessage.encode({ type, code: 0, data: toHex(quoted.octets) } as never);
    const identification = 1 + this.#wire.scene.random.below(0xffff);
    await this.#router.put(probe({ source, destination, protocol: ICMP, identification, ...header }, message));
  }

  /** @throws Unmet */
  async expect(problem: keyof typeof problems): Promise<void> {
    const isReport = isReportAbout(this.#router.sent);
    const [type, code] = problems[problem];
    const expected: Expected = Object.entries({ type, code });
    const report = await this.#wire.expect(
      (seen) => isReport(seen) && seen.icmp?.type === type,
      problem,
      (seen) => (isReport(seen) ? compareFields(expected, fieldsOf(seen), seen) : undefined),
    );
    throwIf(compareFields(expected, fieldsOf(report), report));
    this.#reports.push({ report, timeToLive: this.#router.sent.octets[8]! });
  }

  /** @throws Unmet */
  assertPointsInto(from: number, to: number): void {
    const { pointer = 0 } = this.report.icmp ?? {};
    if (pointer >= from && pointer <= to) return;
    const expected = from === to ? `${from}` : `${from} to ${to}`;
    const difference = locate('pointer', expected, String(pointer), this.report);
    throw new Unmet({ expected: [`pointer ${expected}`], actual: `pointer ${pointer}`, difference });
  }

  #assertHolds(expected: Expected): void {
    throwIf(compareFields(expected, fieldsOf(this.report), this.report));
  }

  /**
   * What the next link carries, and zeros before it, but for the length of a quote with an extension behind it.
   *
   * @throws Unmet
   */
  assertNextHopMtu(mtu: number): void {
    const { unusedBeforeMtu: words = 0 } = this.report.icmp ?? {};
    const hasExtension = words >= 32 && words <= 0xff && quoteOf(this.report.icmp).length > 4 * words;
    if (hasExtension) {
      this.#wire.scene.took({ outcome: 'with an extension', clause: 'RFC 4884 section 4.1', level: 'MAY' });
    }
    this.#assertHolds([['nextHopMtu', mtu], ...(hasExtension ? [] : [['unusedBeforeMtu', 0] as const])]);
  }

  /** The address of the interface that the report came by. @throws Unmet */
  async assertSource(): Promise<void> {
    this.#assertHolds([['source', (await this.#wire.link()).addresses.iut]]);
  }

  /** @throws Unmet */
  assertTimeToLiveAbove(limit: number): void {
    const { timeToLive = 0 } = this.report.header;
    if (timeToLive > limit) return;
    const difference = locate('timeToLive', `above ${limit}`, String(timeToLive), this.report);
    throw new Unmet({ expected: [`timeToLive above ${limit}`], actual: `timeToLive ${timeToLive}`, difference });
  }

  /** The times to live of two reports do not lie as far apart as those of what they are about. @throws Unmet */
  assertOwnTimesToLive(): void {
    const [one, other] = this.#reports.slice(-2);
    if (one === undefined || other === undefined) throw new TypeError('two reports are needed');
    const [first = 0, second = 0] = [one.report.header.timeToLive, other.report.header.timeToLive];
    if (first - second !== one.timeToLive - other.timeToLive) return;
    const difference = locate('timeToLive', 'one of its own', String(second), other.report);
    const sent = `${one.timeToLive} and ${other.timeToLive}`;
    throw new Unmet({
      expected: [`not those of what was sent, ${sent}`],
      actual: `${first} and ${second}`,
      difference,
    });
  }

  /** The three bits behind the precedence. @throws Unmet */
  assertTypeOfService(): void {
    const [expected, actual] = [(this.#router.sent.octets[1]! >> 2) & 7, (this.report.header.dscp ?? 0) & 7];
    if (expected === actual) return;
    const difference = locate('dscp', `${expected} in its last three bits`, String(actual), this.report);
    throw new Unmet({ expected: [`type of service ${expected}`], actual: `type of service ${actual}`, difference });
  }

  /** All of the datagram, or as much as a message of 576 octets holds. @throws Unmet */
  assertQuotesAll(): void {
    const { octets, icmp, data } = this.report;
    const words = ((icmp?.unused ?? 0) >>> 16) & 0xff;
    const behind = words === 0 ? 0 : quoteOf(icmp).length - 4 * words;
    const room = LONGEST - (octets.length - data.length) - ICMP_HEADER_OCTETS - Math.max(0, behind);
    const least = Math.min(this.#router.sent.octets.length, words === 0 ? room : room - (room % 4));
    const quoted = quoteOf(icmp).length - Math.max(0, behind);
    if (quoted >= least && octets.length <= LONGEST) return;
    const expected = `${least} octets of the datagram, in a message of ${LONGEST} at most`;
    throw new Unmet({ expected: [expected], actual: `${quoted} octets, in a message of ${octets.length}` });
  }

  /** @throws Unmet, Inconclusive */
  async assertUnreported(): Promise<void> {
    await passForward(this.#wire);
    assertSilence(this.#wire, isReportAbout(this.#router.sent), 'no report about', this.#router.sent);
  }

  /** So many datagrams at once. */
  async flood(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) await this.#router.send({}, { octets: 1000, side: 'narrow' });
  }

  /** @throws Unmet, Inconclusive */
  async assertNoSourceQuench(): Promise<void> {
    await passForward(this.#wire);
    const quench = this.#wire.already(({ icmp }) => icmp?.type === SOURCE_QUENCH);
    if (quench === undefined) return;
    throw new Unmet({ expected: ['no source quench'], actual: describeDatagram(quench.octets) });
  }

  get report(): Seen {
    const last = this.#reports.at(-1);
    if (last === undefined) throw new TypeError('no report was waited for');
    return last.report;
  }
}
