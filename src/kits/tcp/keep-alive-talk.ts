/**
 * Connections on which nothing goes back or forth, for hours. A keep-alive is known by its number, one below the next:
 * that is what makes the peer answer (RFC 9293 section 3.8.4).
 */
import { elapsed, type Interval, within } from '../../harness/interval.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import { describeSegment } from './describe.ts';
import type { TcpEnd } from './end.ts';
import { passOn } from './fence.ts';
import type { SegmentSeen } from './segment.ts';
import type { Reached } from './state-reach.ts';
import type { StateTalk } from './state-talk.ts';
import type { TcpUser } from './user.ts';

const SECOND = 1_000_000;
const HOUR = 3600 * SECOND;
/** RFC 9293 section 3.8.4: the interval is two hours by default, or more; nobody waits for one of days. */
const VIRTUAL_PATIENCE = 48 * HOUR;

export class KeepAliveTalk {
  readonly #scene: Scene;
  readonly #user: TcpUser;
  readonly #states: StateTalk;
  readonly #connections: Reached[] = [];
  #since: Interval | undefined;
  #probe: SegmentSeen | undefined;

  constructor(scene: Scene, user: TcpUser, states: StateTalk) {
    this.#scene = scene;
    this.#user = user;
    this.#states = states;
  }

  /** One more connection of a user. @throws Unmet */
  async accept(): Promise<void> {
    const reached = await this.#states.reach.acceptedByUser();
    this.#states.adopt('ESTABLISHED', reached);
    this.#connections.push(reached);
    await this.begin();
  }

  /** On the connection that was made last. @throws Unmet */
  async set(keepAlive: boolean): Promise<void> {
    await this.#user.call('set', { socket: this.#there.socket, keepAlive });
  }

  /** From now on nothing is heard of the tester. */
  async begin(): Promise<void> {
    this.#since = (await this.#there.end.wire.link()).now();
  }

  /** The tester acknowledges what it has heard; from now on nothing is heard of it. */
  async hear(): Promise<void> {
    await this.#there.end.sendRow({ flags: 'ACK' });
    await this.begin();
  }

  /** Answers nothing that comes meanwhile. @throws Unmet where a keep-alive comes */
  async assertNoneFor(seconds: number, end: TcpEnd = this.#there.end): Promise<void> {
    const probe = await end.find(isKeepAlive(end), seconds * SECOND);
    if (probe === undefined) return;
    const waited = elapsed(this.#since!, probe.datagram.at);
    const verdict = within(waited, seconds * SECOND, Number.POSITIVE_INFINITY);
    if (verdict === 'inside') return;
    const actual = `${describeSegment(probe.datagram.octets)}, after ${(waited.latest / SECOND).toFixed(0)} seconds`;
    if (verdict === 'unsure') throw new Inconclusive('unsure', actual);
    throw new Unmet({ expected: [`no keep-alive for ${seconds} seconds`], actual });
  }

  /** Lets time pass; what comes meanwhile is not looked at. */
  async wait(seconds: number): Promise<void> {
    await this.#there.end.find(() => false, seconds * SECOND);
  }

  /** The first keep-alive of the connection that was made as the `nth`, from 1. @throws Unmet */
  async expect(nth: number): Promise<SegmentSeen> {
    const { end } = this.#connections[nth - 1]!;
    this.#probe = await end.expect(isKeepAlive(end), 'a keep-alive', this.#patience);
    return this.#probe;
  }

  /** Nothing has come on it, although another has had its keep-alive. @throws Unmet */
  async assertNone(nth: number): Promise<void> {
    const { end } = this.#connections[nth - 1]!;
    await end.wire.settle();
    const probe = end.already(isKeepAlive(end));
    if (probe === undefined) return;
    throw new Unmet({ expected: ['no keep-alive'], actual: describeSegment(probe.datagram.octets) });
  }

  /** @throws Unmet */
  assertBare(): void {
    const { datagram, dataLength } = this.#probe!;
    if (dataLength === 0) return;
    throw new Unmet({ expected: ['no data'], actual: describeSegment(datagram.octets) });
  }

  /** After one keep-alive without an answer there is another, or all stays quiet; no end. @throws Unmet, Inconclusive */
  async assertSurvives(): Promise<void> {
    const { end } = this.#there;
    const since = this.#probe!.datagram.exchange;
    const next = await end.find(({ datagram }) => datagram.exchange > since, this.#patience);
    if (next?.fields.rst) {
      throw new Unmet({ expected: ['the connection stays'], actual: describeSegment(next.datagram.octets) });
    }
    if (next === undefined) await passOn(end);
  }

  get #patience(): number {
    return this.#scene.clock === 'virtual' ? VIRTUAL_PATIENCE : this.#scene.scenario.patience * SECOND;
  }

  get #there(): Reached {
    return this.#states.there;
  }
}

function isKeepAlive(end: TcpEnd): (segment: SegmentSeen) => boolean {
  const before = (end.expected - 1) >>> 0;
  return ({ fields }) => fields.sequenceNumber === before && !fields.rst && !fields.syn;
}
