/** What ICMP says of segments on their way, and what becomes of the connections that sent them. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { ReportTalk } from '../ipv4/report-talk.ts';
import type { Wire } from '../ipv4/wire.ts';
import type { SegmentSeen } from './segment.ts';
import type { Reached } from './state-reach.ts';
import type { StateTalk } from './state-talk.ts';
import type { TcpUser } from './user.ts';
import { hasData, type WindowTalk } from './window-talk.ts';

const UNREACHABLE = 3;
const SOURCE_QUENCH = 4;

export class IcmpTalk {
  readonly #wire: Wire;
  readonly #windows: WindowTalk;
  readonly #user: TcpUser;
  readonly #states: StateTalk;
  readonly #reports: ReportTalk;
  readonly #attempts: Reached[] = [];
  #burst = 0;

  constructor(wire: Wire, windows: WindowTalk, user: TcpUser, states: StateTalk) {
    this.#wire = wire;
    this.#windows = windows;
    this.#user = user;
    this.#states = states;
    this.#reports = new ReportTalk(wire);
  }

  /** About the segment that the implementation sent last on the connection that is spoken of. */
  async report(type: number, code: number): Promise<void> {
    await this.#reports.sendAbout(type, code, lastOf(this.#states.there).datagram);
  }

  /** A user asks for one more connection, whose SYN has come. @throws Unmet */
  async attempt(): Promise<void> {
    const reached = await this.#states.reach.openActively();
    this.#states.adopt('SYN-SENT', reached);
    this.#attempts.push(reached);
  }

  /** Unreachable, about the SYN of the `nth` attempt, from 1. */
  async refuse(nth: number, code: number): Promise<void> {
    await this.#reports.sendAbout(UNREACHABLE, code, lastOf(this.#attempts[nth - 1]!).datagram);
  }

  /** To end an attempt is one way to act on what ICMP says: where it goes on nothing is to be seen. @throws Inconclusive */
  async mustHaveFailed(nth: number): Promise<void> {
    const result = await this.#user.result(this.#attempts[nth - 1]!.opening!);
    if (result?.ok !== false) throw new Inconclusive('precondition', 'the attempt that ICMP spoke of goes on');
  }

  /** It fails, or its user is told of trouble. @throws Unmet */
  async assertActedOn(nth: number): Promise<void> {
    const result = await this.#user.result(this.#attempts[nth - 1]!.opening!);
    if (result?.ok === false || (await this.#user.isTold('trouble'))) return;
    const expected = ['the attempt fails', 'the user is told of trouble'];
    throw new Unmet({ expected, actual: 'neither', missing: true });
  }

  /** @throws Unmet */
  async assertFailed(nth: number): Promise<void> {
    const result = await this.#user.result(this.#attempts[nth - 1]!.opening!);
    if (result?.ok === false) return;
    const actual = result === undefined ? 'the user is told nothing' : 'the user is told that the connection is open';
    throw new Unmet({ expected: ['the user is told that the attempt has failed'], actual });
  }

  /** It still opens. @throws Unmet */
  async assertOpens(nth: number): Promise<void> {
    const { end, opening } = this.#attempts[nth - 1]!;
    await end.sendRow({ flags: 'SYN,ACK' });
    const result = await this.#user.result(opening!);
    if (result?.ok) return;
    const actual = result === undefined ? 'the user is told nothing' : `it has failed: ${String(result.error)}`;
    throw new Unmet({ expected: ['the other attempt opens'], actual });
  }

  /** The user's data comes, and is not acknowledged. @throws Unmet */
  async userSends(octets: number): Promise<void> {
    const { end, socket } = this.#states.there;
    const data = [...this.#wire.scene.random.octets(octets)].map((each) => each.toString(16).padStart(2, '0')).join('');
    await this.#user.start('send', { socket, data });
    await end.expect(hasData, "the user's data");
  }

  /** Data that is never acknowledged is trouble. @throws Unmet, Inconclusive */
  async assertToldOfTrouble(): Promise<void> {
    await this.#user.assertToldOfTrouble(this.#states.there.socket!, this.#wire.patience);
  }

  /** As much as the service sends at once, none of it acknowledged, is quenched segment by segment. @throws Unmet */
  async quench(window: number): Promise<void> {
    await this.#windows.fill(window);
    const { end } = this.#windows;
    const sent = end.came.filter(hasData);
    this.#burst = sent.length;
    for (const { datagram } of sent) await this.#reports.sendAbout(SOURCE_QUENCH, 0, datagram);
  }

  async acknowledge(): Promise<void> {
    await this.#windows.offer(this.#windows.end.window);
  }

  /**
   * At least as many segments come as before. Of a service that runs beside others in real time only
   * that something comes can be asked.
   *
   * @throws Unmet, Inconclusive
   */
  async assertUnquenched(): Promise<void> {
    const { end } = this.#windows;
    const before = end.came.length;
    await this.#windows.takeAll();
    const next = end.came.slice(before).filter(hasData).length;
    if (this.#wire.scene.clock === 'real' || next >= this.#burst) return;
    throw new Unmet({ expected: [`${this.#burst} segments or more`], actual: `${next} segments` });
  }
}

function lastOf({ end }: Reached): SegmentSeen {
  const last = end.came.at(-1);
  if (last === undefined) throw new Inconclusive('precondition', 'nothing has come yet');
  return last;
}
