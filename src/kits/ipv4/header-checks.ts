/** Datagrams to the far side whose header is wrong in one way, and what a router may do with them (RFC 1812 section 5.2.2). */
import { Unmet } from '../../harness/outcome.ts';
import { type Probe, withChecksumBitInverted, withChecksumOf, withHeaderOctet } from './datagram.ts';
import { describeDatagram } from './describe.ts';
import { locate } from './difference.ts';
import { assertSilence, passForward } from './fence.ts';
import type { RouterTalk } from './router-talk.ts';
import { isReportAbout, quoteOf, type Seen } from './seen.ts';
import type { Wire } from './wire.ts';

const PARAMETER_PROBLEM = 12;

export class HeaderChecks {
  readonly #wire: Wire;
  readonly #router: RouterTalk;

  constructor(wire: Wire, router: RouterTalk) {
    this.#wire = wire;
    this.#router = router;
  }

  async sendWithOctet(at: number, value: number): Promise<void> {
    await this.#sendAs((datagram) => withHeaderOctet(datagram, at, value));
  }

  async sendWithChecksumBitInverted(bit: number): Promise<void> {
    await this.#sendAs(({ octets }) => withChecksumBitInverted(octets, bit));
  }

  /** Its header claims another length, and the checksum is right for the first `covered` octets. */
  async sendWithLength(ihl: number, covered: number): Promise<void> {
    await this.#sendAs((datagram) => withChecksumOf(withHeaderOctet(datagram, 0, 0x40 | ihl), covered));
  }

  async sendWithout(last: number): Promise<void> {
    await this.#sendAs(({ octets }) => octets.subarray(0, octets.length - last));
  }

  /** All but the last octet of a header, which is right for one who takes that for zero. */
  async sendCut(): Promise<void> {
    const { destination = '' } = (await this.#router.like()).header;
    const whole = await this.#router.like({ destination: destination.replace(/\d+$/, '0') });
    await this.#router.put({ ...whole, octets: whole.octets.subarray(0, whole.headerLength - 1) });
  }

  /** Wherever it may have gone: nothing that has its identification and source. @throws Unmet, Inconclusive */
  async assertNothingCame(): Promise<void> {
    const { sent } = this.#router;
    const { identification, source } = sent.header;
    const isCopy = ({ header }: Seen): boolean => header.identification === identification && header.source === source;
    const isReport = ({ icmp }: Seen): boolean => quoteOf(icmp).length > 0 && startsLike(quoteOf(icmp), sent);
    await passForward(this.#wire);
    assertSilence(this.#wire, (seen) => isCopy(seen) || isReport(seen), 'nothing about', sent);
  }

  /**
   * Not forwarded, and no report but, where `pointer` allows it, a parameter problem at that octet or the next.
   *
   * @throws Unmet, Inconclusive
   */
  async assertDiscarded(pointer?: number): Promise<void> {
    await this.#router.assertNotForwarded();
    const { scene } = this.#wire;
    const report = this.#wire.already(isReportAbout(this.#router.sent));
    if (report === undefined) {
      scene.took({ outcome: 'discarded without a word', clause: 'RFC 1812 section 5.2.2', level: 'MUST' });
      return;
    }
    const { type, code, pointer: named } = report.icmp ?? {};
    // The field at fault may be two octets long, and a pointer to either points at it.
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

  /** One like the last, spoilt. */
  async #sendAs(spoil: (datagram: Probe) => Uint8Array): Promise<void> {
    const datagram = await this.#router.like();
    await this.#router.put({ ...datagram, octets: spoil(datagram) });
  }
}

/** As far as the source address. */
function startsLike(quote: Uint8Array, { octets }: Probe): boolean {
  return [4, 5, 12, 13, 14, 15].every((at) => quote[at] === octets[at]);
}
