/**
 * Path MTU discovery (RFC 1191): the implementation answers with large datagrams, and the tester plays a router on the
 * path that could not hand them on. What matters is which datagrams come that such a router would have to refuse again.
 */
import { toHex } from '../../contract/hex.ts';
import { ipv4Header } from '../../generated/ipv4/header.ts';
import { icmpMessage } from '../../generated/ipv4/icmp.ts';
import { elapsed, type Interval, point, within } from '../../harness/interval.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { ICMP, probe } from '../ipv4/datagram.ts';
import { describeDatagram } from '../ipv4/describe.ts';
import { locate } from '../ipv4/difference.ts';
import type { Seen } from '../ipv4/seen.ts';
import type { Wire } from '../ipv4/wire.ts';
import type { UdpEchoTalk } from './echo-talk.ts';
import { passUdpEcho } from './fence.ts';

const [UNREACHABLE, FRAGMENTATION_NEEDED] = [3, 4];
/** As much of the datagram as RFC 1812 section 4.3.2.3 has a router quote. */
const MOST_QUOTED = 548;
/** Halving or stepping down a table of usual sizes takes fewer messages; more, and nothing converges. */
const MESSAGES = 16;
const MINUTE = 60;
const SECOND = 1_000_000;
/** Microseconds: RFC 1191 section 3. */
const NO_TRIAL_WITHIN = 5 * MINUTE * SECOND;

export class PathTalk {
  readonly #wire: Wire;
  readonly #echoes: UdpEchoTalk;
  /** The answer that the next message is about. */
  #refused: Seen | undefined;
  /** When the last message was sent. */
  #told: Interval | undefined;

  constructor(wire: Wire, echoes: UdpEchoTalk) {
    this.#wire = wire;
    this.#echoes = echoes;
  }

  /** An answer that no router may cut. @throws Unmet */
  async converseWhole(octets: number): Promise<void> {
    const before = this.#wire.came.length;
    await this.#echoes.converse(octets);
    this.#refused = this.#wire.came.slice(before).find(mayNotBeCut);
    if (this.#refused !== undefined) return;
    throw new Unmet({ expected: ['an answer that may not be fragmented'], actual: 'one that may' });
  }

  /** The router says that its next link carries `mtu` octets; 0: as routers did that did not say. */
  async report(mtu: number): Promise<void> {
    if (this.#refused === undefined) throw new TypeError('nothing was too big yet');
    const { tester: source, iut: destination } = (await this.#wire.link()).addresses;
    const data = toHex(this.#refused.octets.subarray(0, MOST_QUOTED));
    const message = { type: UNREACHABLE, code: FRAGMENTATION_NEEDED, nextHopMtu: mtu, data } as const;
    const identification = 1 + this.#wire.scene.random.below(0xffff);
    const header = { protocol: ICMP, identification, source, destination };
    this.#told = await this.#wire.send(probe(header, icmpMessage.encode(message)).octets);
  }

  /** Answers of that size come so that a link of `mtu` octets can carry them, or none comes. @throws Unmet, Inconclusive */
  async assertFits(octets: number, mtu: number): Promise<void> {
    const tooBig = await this.#askForTooBig(octets, mtu);
    if (tooBig !== undefined) throw new Unmet(refusal(tooBig, mtu));
  }

  /** Asks every minute, and accuses nobody once a machine's load has drawn it out too long. @throws Unmet, Inconclusive */
  async assertFitsFor(seconds: number, octets: number, mtu: number): Promise<void> {
    for (let left = seconds; left > 0; left -= MINUTE) {
      await this.#wire.find(() => false, Math.min(left, MINUTE) * SECOND);
      const tooBig = await this.#askForTooBig(octets, mtu);
      if (tooBig === undefined) continue;
      const waited = elapsed(this.#told ?? point(0), (await this.#wire.link()).now());
      if (within(waited, 0, NO_TRIAL_WITHIN) === 'inside') throw new Unmet(refusal(tooBig, mtu));
      throw new Inconclusive('precondition', 'five minutes had passed before it was asked again');
    }
  }

  /** Tells the sender after each answer that was too big, and never of what size it may be. @throws Unmet, Inconclusive */
  async assertConverges(octets: number, mtu: number): Promise<void> {
    for (let told = 0; told < MESSAGES; told += 1) {
      const tooBig = await this.#askForTooBig(octets, mtu);
      if (tooBig === undefined) return;
      this.#refused = tooBig;
      await this.report(0);
    }
    await this.assertFits(octets, mtu);
  }

  /** @throws Unmet */
  async expectWhole(octets: number): Promise<void> {
    const before = this.#wire.came.length;
    await this.#echoes.askFromSamePort(octets);
    await this.#echoes.expectReply();
    const piece = this.#wire.came.slice(before).find(isPiece);
    if (piece === undefined) return;
    const actual = describeDatagram(piece.octets);
    const difference = { ...locate('moreFragments', 'no fragment', 'a fragment', located(piece)) };
    throw new Unmet({ expected: ['the answer in one datagram'], actual, difference });
  }

  /** Asks, and looks for what a router before a link of `mtu` octets had to refuse. @throws Inconclusive */
  async #askForTooBig(octets: number, mtu: number): Promise<Seen | undefined> {
    const before = this.#wire.came.length;
    await this.#echoes.askFromSamePort(octets);
    await passUdpEcho(this.#wire);
    const came = this.#wire.came.slice(before);
    const tooBig = came.find((each) => mayNotBeCut(each) && lengthOf(each) > mtu);
    if (tooBig === undefined) {
      this.#wire.scene.took({ outcome: outcomeOf(came, mtu), clause: 'RFC 1191 section 3', level: 'MUST' });
    }
    return tooBig;
  }
}

function mayNotBeCut({ octets }: Seen): boolean {
  const { dontFragment, protocol } = ipv4Header.observe(octets).value;
  return dontFragment === true && protocol !== ICMP;
}

function isPiece({ octets }: Seen): boolean {
  const { moreFragments, fragmentOffset = 0 } = ipv4Header.observe(octets).value;
  return moreFragments === true || fragmentOffset > 0;
}

function lengthOf({ octets }: Seen): number {
  return ipv4Header.observe(octets).value.totalLength ?? octets.length;
}

function located({ octets, exchange }: Seen) {
  return { exchange, where: ipv4Header.observe(octets).where };
}

function refusal(came: Seen, mtu: number): ConstructorParameters<typeof Unmet>[0] {
  const [expected, actual] = [`at most ${mtu}`, String(lengthOf(came))];
  return {
    expected: [`datagrams of at most ${mtu} octets`, 'datagrams that may be fragmented', 'none'],
    actual: describeDatagram(came.octets),
    difference: locate('totalLength', expected, actual, located(came)),
  };
}

function outcomeOf(came: readonly Seen[], mtu: number): string {
  if (came.some((each) => lengthOf(each) > mtu)) return 'lets routers fragment its datagrams';
  return came.some(isPiece) ? 'fragments its datagrams itself' : 'sends none of that size';
}
