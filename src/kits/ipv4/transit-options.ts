/**
 * Options of datagrams on their way through a router. Dropping what has options at all is what BCP 186 (RFC 7126)
 * advises or lets a manager choose; a router that drops them has taken a legal outcome, and the report says so.
 */
import type { Mismatch } from '../../harness/outcome.ts';
import { compareFields, throwIf } from './difference.ts';
import { passForward } from './fence.ts';
import { RECORD_ROUTE } from './option-octets.ts';
import { optionOctets } from './option-words.ts';
import { genericOf } from './options-talk.ts';
import type { RouterTalk } from './router-talk.ts';
import { isCopyOf, isForwarded, isReportAbout, type Seen } from './seen.ts';
import type { Wire } from './wire.ts';
import type { HeaderFields } from './words.ts';

export type Options = NonNullable<HeaderFields['options']>;
type Clause = `RFC ${number} section ${string}`;

/** By an administrator: RFC 1812 section 5.2.7.1. */
const [UNREACHABLE, PROHIBITED] = [3, 13];
const ADDRESS_OCTETS = 4;
/** Octets of a header with a route that has no slot. */
const SMALLEST = 20 + 3;
/** End of the list and no operation: anybody may put them in or leave them out (RFC 791 section 3.1). */
const FILLERS: ReadonlySet<number> = new Set([0, 1]);

export class TransitOptions {
  readonly #wire: Wire;
  readonly #router: RouterTalk;

  constructor(wire: Wire, router: RouterTalk) {
    this.#wire = wire;
    this.#router = router;
  }

  /** With room for so many addresses. */
  async sendRecordRoute(slots: number): Promise<void> {
    await this.#router.send({ options: [await this.#route(RECORD_ROUTE, ['>>', ...Array(slots).fill('free')])] });
  }

  /** To the router, by whom it is to go on to the far side. */
  async sendSourceRoute(type: number): Promise<void> {
    const { iut } = (await this.#wire.link()).addresses;
    await this.#router.send({ destination: iut, options: [await this.#route(type, ['>>', 'beyond'])] });
  }

  /** @throws Unmet, Inconclusive */
  async assertUnchangedOrDropped(): Promise<void> {
    const copy = await this.#passed('RFC 7126 section 4.23.4');
    if (copy === undefined) return;
    throwIf(compareOptions(this.#sentOptions, copy));
    this.#took('passed on unchanged', 'RFC 1812 section 5.3.13.1', 'MUST');
  }

  /** The address of the interface that it leaves by in the first slot. @throws Unmet, Inconclusive */
  async assertRecorded(): Promise<void> {
    const copy = await this.#passed('RFC 7126 section 4.5.5');
    if (copy === undefined) return;
    if (compareOptions(this.#sentOptions, copy) === undefined) {
      return this.#took('ignored', 'RFC 1812 section 5.3.13.5', 'MAY');
    }
    throwIf(compareOptions(await this.#recorded(), copy));
    this.#took('recorded', 'RFC 1812 section 5.3.13.5', 'MUST');
  }

  /** No less. @throws Unmet */
  async expectRecorded(): Promise<void> {
    const copy = await this.#wire.expect(isForwarded(this.#router.sent), 'the datagram on the far side');
    throwIf(compareOptions(await this.#recorded(), copy));
  }

  /** To the next stop, the router's own address in that one's place. @throws Unmet */
  async assertRouteFollowed(type: number): Promise<void> {
    const { beyond } = (await this.#wire.link()).addresses;
    const { sent } = this.#router;
    const onward = { ...sent, header: { ...sent.header, destination: beyond } };
    const copy = await this.#wire.expect(isForwarded(onward), 'the datagram at the next stop of its route');
    throwIf(compareOptions([await this.#route(type, ['outlet', '>>'])], copy));
  }

  /**
   * What came through; undefined when it was dropped. No report goes with that, but one about a filter.
   *
   * @throws Unmet, Inconclusive
   */
  async #passed(clause: Clause): Promise<Seen | undefined> {
    const { sent } = this.#router;
    await passForward(this.#wire);
    const copy = this.#wire.already(isCopyOf(sent));
    if (copy !== undefined) return copy;
    const report = this.#wire.already(isReportAbout(sent));
    if (report !== undefined) {
      const expected = [
        ['type', UNREACHABLE],
        ['code', PROHIBITED],
      ] as const;
      throwIf(compareFields(expected, report.icmp ?? {}, report));
    }
    this.#took('dropped', clause, 'SHOULD');
    return undefined;
  }

  async #recorded(): Promise<Options> {
    const slots = Math.floor((this.#router.sent.headerLength - SMALLEST) / ADDRESS_OCTETS);
    return [await this.#route(RECORD_ROUTE, ['outlet', '>>', ...Array(slots - 1).fill('free')])];
  }

  /** In the words of option-words.ts. */
  async #route(type: number, words: readonly string[]): Promise<Options[number]> {
    return genericOf(optionOctets(type, words.join(' '), (await this.#wire.link()).addresses));
  }

  #took(outcome: string, clause: string, level: 'MUST' | 'SHOULD' | 'MAY'): void {
    this.#wire.scene.took({ outcome, clause, level });
  }

  get #sentOptions(): Options {
    return this.#router.sent.header.options ?? [];
  }
}

/** Fillers do not count. */
export function compareOptions(expected: Options, seen: Seen): Mismatch | undefined {
  const meant = (options: Options): Options => options.filter(({ type }) => !FILLERS.has(type));
  return compareFields([['options', meant(expected)]], { options: meant(seen.header.options ?? []) }, seen);
}
