/** Datagrams and messages to a host that it reports about, must not report about, or is told something by. */
import { toHex } from '../../contract/hex.ts';
import { icmpMessage } from '../../generated/ipv4/icmp.ts';
import { Unmet } from '../../harness/outcome.ts';
import { ICMP, type Probe, probe } from './datagram.ts';
import { describeDatagram } from './describe.ts';
import { compareFields, fieldsOf, locate } from './difference.ts';
import { assertSilence, passEcho } from './fence.ts';
import { addressAt } from './places.ts';
import { isReportAbout, type Matches, type Seen } from './seen.ts';
import type { Wire } from './wire.ts';
import type { HeaderFields } from './words.ts';

/** For experiments (RFC 3692): nobody speaks it unless told to. */
const EXPERIMENT = 253;
const DATA_OCTETS = 32;
const UNREACHABLE = 3;
const PROTOCOL = 2;
const REDIRECT = 5;
const SOURCE_QUENCH = 4;
/** Header and 8 octets of data: what every error quotes. */
const QUOTED_DATA = 8;

export class ReportTalk {
  readonly #wire: Wire;
  #sent: Probe | undefined;
  #report: Seen | undefined;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** A datagram of a protocol that nobody speaks. */
  async send(header: HeaderFields = {}): Promise<void> {
    await this.#send({ protocol: EXPERIMENT, ...header }, this.#wire.scene.random.octets(DATA_OCTETS));
  }

  async sendTo(end: 'source' | 'destination', place: string): Promise<void> {
    await this.send({ [end]: addressAt(place, (await this.#wire.link()).addresses) });
  }

  /** An ICMP message of any type with 32 octets of data. */
  async sendMessage(type: number): Promise<void> {
    await this.#sendIcmp(type, 0, this.#wire.scene.random.octets(DATA_OCTETS));
  }

  /** Who has sent `about` is told that it did not arrive. */
  async sendUnreachable(code: number, about: Seen): Promise<void> {
    await this.#sendIcmp(UNREACHABLE, code, quotable(about));
  }

  /** Any error about what was sent; of a parameter problem the pointer is 0. */
  async sendAbout(type: number, code: number, about: Seen): Promise<void> {
    await this.#sendIcmp(type, code, quotable(about));
  }

  async sendSourceQuench(about: Seen): Promise<void> {
    await this.#sendIcmp(SOURCE_QUENCH, 0, quotable(about));
  }

  /** Destination unreachable, code 2. @throws Unmet */
  async expectReport(): Promise<void> {
    const expected = [
      ['type', UNREACHABLE],
      ['code', PROTOCOL],
    ] as const;
    const isReport = isReportAbout(this.sent);
    const compare = (seen: Seen) => compareFields(expected, fieldsOf(seen), seen);
    const report = await this.#wire.expect(isReport, 'destination unreachable, code 2', compare);
    const mismatch = compare(report);
    if (mismatch !== undefined) throw new Unmet(mismatch);
    this.#report = report;
  }

  /** No ICMP error about it; proved by a fence. @throws Unmet, Inconclusive */
  async assertUnreported(): Promise<void> {
    await passEcho(this.#wire);
    assertSilence(this.#wire, isReportAbout(this.sent), 'no report about', this.sent);
  }

  /** @throws Unmet, Inconclusive */
  async assertNoRedirect(): Promise<void> {
    await passEcho(this.#wire);
    const isReport = isReportAbout(this.sent);
    const isRedirect: Matches = (seen) => isReport(seen) && seen.icmp?.type === REDIRECT;
    assertSilence(this.#wire, isRedirect, 'no redirect about', this.sent);
  }

  /** Precedence, the upper three bits of DSCP, is no part of it. @throws Unmet */
  assertNormalService(): void {
    const { dscp = 0, ecn = 0 } = this.report.header;
    if ((dscp & 7) === 0 && ecn === 0) return;
    const field = ecn === 0 ? 'dscp' : 'ecn';
    const expected = ecn === 0 ? 'a multiple of 8' : '0';
    const value = String(ecn === 0 ? dscp : ecn);
    throw new Unmet({
      expected: [`${field} ${expected}`],
      actual: `${field} ${value}`,
      difference: locate(field, expected, value, this.report),
    });
  }

  /** @throws Unmet */
  async assertFrom(place: string): Promise<void> {
    const expected = [['source', addressAt(place, (await this.#wire.link()).addresses)]] as const;
    const mismatch = compareFields(expected, fieldsOf(this.report), this.report);
    if (mismatch !== undefined) throw new Unmet(mismatch);
  }

  /** No source quench whatsoever has come. @throws Unmet, Inconclusive */
  async assertNoSourceQuench(): Promise<void> {
    await passEcho(this.#wire);
    const seen = this.#wire.already(({ icmp }) => icmp?.type === SOURCE_QUENCH);
    if (seen === undefined) return;
    const actual = describeDatagram(seen.octets);
    throw new Unmet({ expected: ['no source quench'], actual, difference: locate('type', 'not 4', '4', seen) });
  }

  async #sendIcmp(type: number, code: number, data: Uint8Array): Promise<void> {
    await this.#send({ protocol: ICMP }, icmpMessage.encode({ type, code, data: toHex(data) }));
  }

  async #send(header: HeaderFields, payload: Uint8Array): Promise<void> {
    const { tester: source, iut: destination } = (await this.#wire.link()).addresses;
    const identification = 1 + this.#wire.scene.random.below(0xffff);
    this.#sent = probe({ source, destination, identification, ...header }, payload);
    await this.#wire.send(this.#sent.octets);
  }

  get sent(): Probe {
    if (this.#sent === undefined) throw new TypeError('no datagram was sent');
    return this.#sent;
  }

  get report(): Seen {
    if (this.#report === undefined) throw new TypeError('no report was waited for');
    return this.#report;
  }
}

function quotable({ octets, data }: Seen): Uint8Array {
  return octets.subarray(0, octets.length - data.length + QUOTED_DATA);
}

/** @throws Unmet */
export function assertHasTimeToLive(seen: Seen): void {
  const { timeToLive = 0 } = seen.header;
  if (timeToLive > 0) return;
  const difference = locate('timeToLive', 'above 0', String(timeToLive), seen);
  throw new Unmet({ expected: ['timeToLive above 0'], actual: `timeToLive ${timeToLive}`, difference });
}
