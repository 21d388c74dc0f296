/** Datagrams from the tester to the far side of a router: forwarded, discarded, or reported about. */
import { Unmet } from '../../harness/outcome.ts';
import { type Probe, udp } from './datagram.ts';
import { describeDatagram } from './describe.ts';
import { compareFields, type Expected, fieldsOf, locate } from './difference.ts';
import { assertChecksum } from './echo-talk.ts';
import { assertSilence, passForward } from './fence.ts';
import { isCopyOf, isForwarded, isReportAbout, type Seen } from './seen.ts';
import type { Wire } from './wire.ts';
import type { HeaderFields } from './words.ts';

const DATA_OCTETS = 32;
const TIME_EXCEEDED = 11;
const IN_TRANSIT = 0;
const PARAMETER_PROBLEM = 12;

export class RouterTalk {
  readonly #wire: Wire;
  #sent: Probe | undefined;
  #copy: Seen | undefined;
  #report: Seen | undefined;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  async send(header: HeaderFields = {}, octets: number = DATA_OCTETS): Promise<void> {
    const { tester: source, beyond: destination } = (await this.#wire.link()).addresses;
    this.#sent = udp({ source, destination, ...header }, octets, this.#wire.scene.random);
    await this.#wire.send(this.#sent.octets);
  }

  /** @throws Unmet */
  async expectForwarded(): Promise<void> {
    this.#copy = await this.#wire.expect(isForwarded(this.sent), 'the datagram on the far side', (seen) =>
      isCopyOf(this.sent)(seen)
        ? { expected: ['the data as it was sent'], actual: describeDatagram(seen.octets) }
        : undefined,
    );
  }

  /** @throws Unmet, Inconclusive */
  async assertNotForwarded(): Promise<void> {
    await passForward(this.#wire);
    assertSilence(this.#wire, isCopyOf(this.sent), 'not forwarded', this.sent);
  }

  /**
   * Not forwarded, and no report but, where `pointer` allows it, a parameter problem at that octet or the next.
   *
   * @throws Unmet, Inconclusive
   */
  async assertDiscarded(pointer?: number): Promise<void> {
    await this.assertNotForwarded();
    const { scene } = this.#wire;
    const report = this.#wire.already(isReportAbout(this.sent));
    if (report === undefined) {
      scene.took({ outcome: 'discarded without a word', clause: 'RFC 1812 section 5.2.2', level: 'MUST' });
      return;
    }
    const { type, code, pointer: named } = report.icmp ?? {};
    // The field at fault is two octets long, and a pointer to either points at it.
    if (
      pointer !== undefined &&
      type === PARAMETER_PROBLEM &&
      code === 0 &&
      (named === pointer || named === pointer + 1)
    ) {
      scene.took({ outcome: 'discarded, with a parameter problem', clause: 'RFC 1812 section 5.2.2', level: 'MAY' });
      return;
    }
    const also = pointer === undefined ? [] : [`a parameter problem that points at octet ${pointer}`];
    const actual = describeDatagram(report.octets);
    const difference = locate('type', 'no message', `type ${type}`, report);
    throw new Unmet({ expected: ['silence', ...also], actual, difference });
  }

  /** @throws Unmet */
  async expectTimeExceeded(): Promise<void> {
    const isReport = isReportAbout(this.sent);
    const expected = [
      ['type', TIME_EXCEEDED],
      ['code', IN_TRANSIT],
    ] as const;
    const report = await this.#wire.expect(
      (seen) => isReport(seen) && seen.icmp?.type === TIME_EXCEEDED,
      'time exceeded in transit',
      (seen) => (isReport(seen) ? compareFields(expected, fieldsOf(seen), seen) : undefined),
    );
    const mismatch = compareFields(expected, fieldsOf(report), report);
    if (mismatch !== undefined) throw new Unmet(mismatch);
    this.#report = report;
  }

  /** @throws Unmet */
  assertHolds(expected: Expected): void {
    const mismatch = compareFields(expected, this.copy.header, this.copy);
    if (mismatch !== undefined) throw new Unmet(mismatch);
  }

  /** @throws Unmet */
  assertTimeToLiveBelow(limit: number): void {
    const { timeToLive = 0 } = this.copy.header;
    if (timeToLive < limit) return;
    const [expected, actual] = [`below ${limit}`, String(timeToLive)];
    throw new Unmet({
      expected: [`timeToLive ${expected}`],
      actual: `timeToLive ${actual}`,
      difference: locate('timeToLive', expected, actual, this.copy),
    });
  }

  /** @throws Unmet */
  assertChecksum(): void {
    assertChecksum(this.copy, 'headerChecksum');
  }

  get sent(): Probe {
    if (this.#sent === undefined) throw new TypeError('no datagram was sent to the far side');
    return this.#sent;
  }

  get report(): Seen {
    if (this.#report === undefined) throw new TypeError('no report was waited for');
    return this.#report;
  }

  get copy(): Seen {
    if (this.#copy === undefined) throw new TypeError('no datagram was waited for on the far side');
    return this.#copy;
  }
}
