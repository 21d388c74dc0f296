/**
 * Who has no session with the implementation: what it may be sent, and what it may leave behind (HPR-FRAME-04, HPR-HOP-06). A
 * stranger has an address of its own, which nobody else uses.
 */
import { Unmet } from '../../harness/outcome.ts';
import type { Endpoint } from '../../net/nat/packet.ts';
import { kindOf, typeOf, writeFrame } from './frame.ts';
import { helloAttributes } from './handshake.ts';
import { exchangePair } from './primitives.ts';
import type { ServingTalk } from './serving-talk.ts';
import type { Station } from './station.ts';
import { missing, SECOND, type StationTalk } from './station-talk.ts';

const STRANGER = 'stranger';
/** Frames with a session's types, one of each, that no session vouches for. */
const FORGED = ['PING', 'ERROR', 'BYE', 'LOGIN', 'PROBE-ME', 'ROLE', 'PEERS-ASK', 'RESERVE', 'OPEN', 'DATA', 'CLOSE'];
const MOST_OCTETS = 300;

export class StrangerTalk {
  readonly #talk: StationTalk;
  readonly #serving: ServingTalk;

  constructor(talk: StationTalk, serving: ServingTalk) {
    this.#talk = talk;
    this.#serving = serving;
  }

  /** A HELLO that is right draws a COOKIE: somebody is there. @throws Unmet */
  async greet(): Promise<void> {
    const station = await this.#stranger();
    this.#hello(station);
    await this.#talk.flush(station);
    if ((await this.#talk.hear(station, ({ type }) => type === 'COOKIE')) === undefined)
      throw missing('COOKIE for HELLO');
  }

  /** HELLOs that lack something, from the shortest on. */
  async sendHellos(): Promise<void> {
    const station = await this.#stranger();
    const { known } = this.#serving;
    const whole = helloAttributes(station.identity, exchangePair(station.random.octets(32)), known.id);
    for (let count = 0; count <= whole.length; count += 1) this.#hello(station, whole.slice(0, count));
    const cookie = { kind: kindOf('Cookie'), cookie: '00'.repeat(16) };
    this.#hello(station, [...whole, cookie]);
    await this.#talk.flush(station);
    await this.#talk.pass(1);
  }

  /** Octets by chance, and spoilt frames, so many. */
  async sendRubbish(count: number): Promise<void> {
    const station = await this.#stranger();
    const { random } = station;
    for (let sent = 0; sent < count; sent += 1) {
      const octets = random.octets(random.below(MOST_OCTETS));
      if (sent % 2 === 0) octets.set(Uint8Array.of(0xc5, 1, random.below(256), 8).subarray(0, octets.length));
      station.sendOctets(octets, this.#serving.known.endpoint);
    }
    await this.#talk.flush(station);
  }

  /** Frames of every kind that want something, with a MAC of zeros. */
  async sendForged(as?: string): Promise<void> {
    const station = await this.#stranger();
    const source = as ?? station.id;
    const { id, endpoint } = this.#serving.known;
    for (const type of FORGED) {
      const words = { source, destination: id, messageId: station.nextMessageId(), isRequest: true };
      station.sendOctets(writeFrame({ type: typeOf(type), ...words }), endpoint);
    }
    await this.#talk.flush(station);
    await this.#talk.pass(1);
  }

  /** No more octets to its address than came from there, in all. @throws Unmet */
  async assertNotAmplified(): Promise<void> {
    const [own] = this.#known().endpoints;
    const { trace } = await this.#talk.world();
    const octets = (way: 'from' | 'to'): number =>
      trace
        .filter(({ what, packet }) => what === 'sent' && isSame(packet[way], own!))
        .reduce((sum, { packet }) => sum + packet.octets.length, 0);
    const [came, went] = [octets('from'), octets('to')];
    if (went > came) throw new Unmet({ expected: [`at most ${came} octets to ${own!.address}`], actual: `${went}` });
  }

  /** Nothing of it is left: for a minute nothing goes to its address. @throws Unmet */
  async assertForgotten(): Promise<void> {
    const world = await this.#talk.world();
    const before = this.#sentTo(world.trace).length;
    await world.pass(60 * SECOND);
    const after = this.#sentTo(world.trace).length;
    if (after > before)
      throw new Unmet({ expected: ['nothing that it is sent unasked'], actual: `${after - before} packets` });
  }

  /** @throws Unmet */
  async assertUnanswered(): Promise<void> {
    const sent = this.#sentTo((await this.#talk.world()).trace).length;
    if (sent > 0) throw new Unmet({ expected: ['not a word'], actual: `${sent} packets` });
  }

  #sentTo(trace: readonly { what: string; packet: { to: Endpoint } }[]): readonly object[] {
    const [own] = this.#known().endpoints;
    return trace.filter(({ what, packet }) => what === 'sent' && isSame(packet.to, own!));
  }

  #known(): Station {
    return this.#talk.station(STRANGER);
  }

  async #stranger(): Promise<Station> {
    if (this.#talk.has(STRANGER)) return this.#known();
    const station = await this.#talk.found(STRANGER);
    this.#talk.witness(station);
    station.isKeeping = false;
    return station;
  }

  #hello(station: Station, attributes?: readonly object[]): void {
    const { id, endpoint } = this.#serving.known;
    const ephemeral = exchangePair(station.random.octets(32));
    station.sendOpenly('HELLO', endpoint, {
      destination: id,
      isRequest: true,
      attributes: attributes ?? helloAttributes(station.identity, ephemeral, id),
    });
  }
}

function isSame(one: Endpoint, other: Endpoint): boolean {
  return one.address === other.address && one.port === other.port;
}
