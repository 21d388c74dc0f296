/**
 * A user of the implementation who opens connections: actively, toward the tester, or passively, and the tester comes.
 * Its port is the tester's choice, so that the tester knows whom a SYN is from.
 */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Wire } from '../ipv4/wire.ts';
import { describeSegment } from './describe.ts';
import { TcpEnd } from './end.ts';
import { type SegmentSeen, TCP } from './segment.ts';
import type { TcpTalk } from './talk.ts';
import type { TcpUser } from './user.ts';

/** Below those that are given to who names none (RFC 6335 section 6). */
const USER_PORTS = { first: 20_000, count: 10_000 };
const FIRST_DYNAMIC_PORT = 0xc000;
/** Microseconds: backing off doubles the first second or three (RFC 6298 section 5.5). */
const BETWEEN_SYNS = 60_000_000;

const FAILED = 'the user is told that the attempt has failed';
const OPEN = 'the user is told that the connection is open';

/** Who is meant, by the words of features: an address, and the interface at which it is reached. */
const PLACES = { tester: 0, beyond: 1 } as const;
export type Place = keyof typeof PLACES;

export class OpenTalk {
  readonly #wire: Wire;
  readonly #talk: TcpTalk;
  readonly #user: TcpUser;
  #opening: { readonly socket: number; readonly ref: number } | undefined;
  #invalid = '';
  #listening: { readonly socket: number; readonly port: number } | undefined;

  constructor(wire: Wire, talk: TcpTalk, user: TcpUser) {
    this.#wire = wire;
    this.#talk = talk;
    this.#user = user;
  }

  /** The user opens toward the tester; nothing is waited for. `local`: the address that it names, if any. */
  async open(place: Place = 'tester', local?: 'iut' | 'iutBeyond'): Promise<void> {
    const { addresses } = await this.#wire.link();
    const { random } = this.#wire.scene;
    const into = PLACES[place];
    const destination = addresses[local ?? (into === 0 ? 'iut' : 'iutBeyond')];
    const ends = {
      source: addresses[place],
      destination,
      sourcePort: FIRST_DYNAMIC_PORT + random.below(0x10000 - FIRST_DYNAMIC_PORT),
      destinationPort: this.#newPort(),
    };
    this.#talk.adopt(new TcpEnd(this.#wire, ends, { into }));
    await this.#start(
      { port: ends.destinationPort, ...(local && { address: destination }) },
      { address: ends.source, port: ends.sourcePort },
    );
  }

  /** Toward an address where nobody can be. */
  async openInvalid(address: string): Promise<void> {
    this.#invalid = address;
    await this.#start({ port: this.#newPort() }, { address, port: FIRST_DYNAMIC_PORT });
  }

  /** The SYN of an active OPEN. @throws Unmet */
  async expectSyn(): Promise<void> {
    await this.#talk.end.expect(({ fields: { syn, ack } }) => syn === true && ack !== true, 'a SYN');
  }

  /** It comes again and again, since nobody answers. @throws Unmet */
  async expectSyns(count: number): Promise<void> {
    const isSyn = ({ fields: { syn, ack } }: SegmentSeen): boolean => syn === true && ack !== true;
    for (let index = 0; index < count; index += 1) await this.#talk.end.expect(isSyn, 'the SYN again', BETWEEN_SYNS);
  }

  /** Nothing was sent to the address where nobody can be. @throws Unmet */
  async assertNothingToNobody(): Promise<void> {
    await this.#wire.settle();
    const address = this.#invalid;
    const seen = this.#wire.already(({ header }) => header.protocol === TCP && header.destination === address);
    if (seen !== undefined) throw new Unmet({ expected: ['no segment'], actual: describeSegment(seen.octets) });
  }

  /** The user waits for connections; at one address, if it names that. @throws Unmet */
  async listen(local?: 'iut' | 'iutBeyond'): Promise<void> {
    const { addresses } = await this.#wire.link();
    const listening = { socket: this.#user.newSocket(), port: this.#newPort() };
    await this.#user.call('open', {
      socket: listening.socket,
      protocol: 'tcp',
      local: { port: listening.port, ...(local && { address: addresses[local] }) },
    });
    this.#listening = listening;
  }

  /** The user asks to wait at that port once more, whatever it is told. */
  async listenAgain(socket: number = this.#user.newSocket()): Promise<void> {
    const { port } = this.#listeningOne;
    const parameters = { socket, protocol: 'tcp', local: { port } };
    await this.#user.result(await this.#user.start('open', parameters));
  }

  /** The tester comes to a port of which nobody has heard yet. */
  async approachNew(): Promise<void> {
    await this.#approach(this.#newPort());
  }

  /** The tester comes to the port that the user listens at, by another port of its own than before. */
  async approach(to: 'iut' | 'iutBeyond' = 'iut'): Promise<void> {
    await this.#approach(this.#listeningOne.port, to);
  }

  /** The tester comes to the port that the user has opened from. */
  async approachOpener(): Promise<void> {
    await this.#approach(this.#talk.end.ends.destinationPort);
  }

  /** The user asks to wait at the port of the connection that was spoken of last, whatever it is told. */
  async listenThere(): Promise<void> {
    this.#listening = { socket: this.#user.newSocket(), port: this.#talk.end.ends.destinationPort };
    await this.listenAgain(this.#listening.socket);
  }

  async close(): Promise<void> {
    const socket = (this.#opening ?? this.#listeningOne).socket;
    await this.#user.call('close', { socket });
  }

  /** @throws Unmet */
  async assertOpened(): Promise<void> {
    const result = await this.#user.result(this.#openingOne.ref);
    if (result?.ok === true) return;
    const actual = result === undefined ? 'nothing' : `the user is told: ${String(result.error)}`;
    const expected = ['the user is told that the connection is open'];
    throw new Unmet({ expected, actual, ...(result === undefined && { missing: true }) });
  }

  /** @throws Unmet */
  async assertFailed(): Promise<void> {
    const result = await this.#user.result(this.#openingOne.ref);
    if (result?.ok === false) return;
    const actual = result === undefined ? 'the user is told nothing' : OPEN;
    throw new Unmet({ expected: [FAILED], actual, ...(result === undefined && { missing: true }) });
  }

  /** However long it takes. @throws Unmet, Inconclusive */
  async assertFailedAtLast(): Promise<void> {
    const result = await this.#user.result(this.#openingOne.ref, this.#wire.longest);
    if (result === undefined) this.#wire.missingAfterPatience(FAILED);
    if (result.ok) throw new Unmet({ expected: [FAILED], actual: OPEN });
  }

  /** Not before so many microseconds have passed. @throws Unmet */
  async assertWaiting(within: number): Promise<void> {
    const { socket, ref } = this.#openingOne;
    const before = (await this.#wire.link()).now();
    const result = await this.#user.result(ref, within);
    if (result === undefined) return;
    const now = (await this.#wire.link()).now();
    const seconds = Math.round((now.latest - before.earliest) / 1_000_000);
    throw new Unmet({
      expected: [`the user of socket ${socket} is told nothing for ${within / 1_000_000} s`],
      actual: `after ${seconds} s the user is told: ${String(result.ok ? 'open' : result.error)}`,
    });
  }

  /** The socket of the connection, once the user has it. @throws Unmet */
  async socket(): Promise<number> {
    if (this.#opening !== undefined) {
      await this.assertOpened();
      return this.#opening.socket;
    }
    const as = this.#user.newSocket();
    await this.#user.call('accept', { socket: this.#listeningOne.socket, as });
    return as;
  }

  async #start(local: object, remote: object): Promise<void> {
    const socket = this.#user.newSocket();
    this.#opening = { socket, ref: await this.#user.start('open', { socket, protocol: 'tcp', local, remote }) };
  }

  async #approach(destinationPort: number, to: 'iut' | 'iutBeyond' = 'iut'): Promise<void> {
    const { addresses } = await this.#wire.link();
    const sourcePort = FIRST_DYNAMIC_PORT + this.#wire.scene.random.below(0x10000 - FIRST_DYNAMIC_PORT);
    const ends = { source: addresses.tester, destination: addresses[to], sourcePort, destinationPort };
    this.#talk.adopt(new TcpEnd(this.#wire, ends));
  }

  #newPort(): number {
    return USER_PORTS.first + this.#wire.scene.random.below(USER_PORTS.count);
  }

  get #openingOne() {
    if (this.#opening === undefined) throw new TypeError('the user has opened no connection');
    return this.#opening;
  }

  get #listeningOne() {
    if (this.#listening === undefined) throw new Inconclusive('precondition', 'the user listens nowhere');
    return this.#listening;
  }
}
