/**
 * Circuits of the tester's clients through the implementation (HPR/1 sections 8 and 10). A relay reads nothing end to end, so
 * OPEN and ACCEPT bear what the clients please, and DATA carries octets by chance.
 */
import { toHex } from '../../contract/hex.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { attributeOf, HEADER_OCTETS, kindOf, lastingPart, nameOfType, withHopMac, withTimeToLive } from './frame.ts';
import { signedAttribute } from './identity.ts';
import type { ReservationTalk } from './reservation-talk.ts';
import { errorOf, type ServingTalk, said } from './serving-talk.ts';
import type { Heard, Said } from './station.ts';
import { missing, type StationTalk } from './station-talk.ts';

/** What is before the octets of a Sealed: kind and length. */
const SEALED_HEAD = 3;
const USUAL_OCTETS = 64;

interface Sent {
  readonly by: string;
  readonly to: string;
  readonly octets: Uint8Array;
  readonly messageId: string;
  readonly at: number;
}

export class CircuitTalk {
  readonly #talk: StationTalk;
  readonly #serving: ServingTalk;
  readonly #reservations: ReservationTalk;
  #sent: Sent | undefined;

  constructor(talk: StationTalk, serving: ServingTalk, reservations: ReservationTalk) {
    this.#talk = talk;
    this.#serving = serving;
    this.#reservations = reservations;
  }

  get sent(): Sent {
    if (this.#sent === undefined) throw new TypeError('nothing was sent over a circuit');
    return this.#sent;
  }

  /** One that stands: OPEN with the voucher, ACCEPT back. @throws Unmet */
  async stand(from: string, to: string): Promise<void> {
    await this.open(from, to, this.#reservations.of(to).voucher);
    await this.expectArrival(to);
    await this.accept(to, from);
  }

  /** `over`: the client whose session it goes over, when that is a relay for `from`. */
  async open(from: string, to: string, voucher?: object, words: Said = {}, over = from): Promise<void> {
    const attributes = [...this.#introduction(from), ...(voucher === undefined ? [] : [voucher])];
    await this.send(over, 'OPEN', to, { isRequest: true, attributes, ...this.#source(from, over), ...words });
  }

  /** `over`: the client that it reaches `to` through. */
  async accept(by: string, to: string, over = to): Promise<void> {
    await this.send(by, 'ACCEPT', to, { attributes: this.#introduction(by) });
    await this.expectArrival(over);
  }

  async data(from: string, to: string, octets = USUAL_OCTETS, words: Said = {}, over = from): Promise<void> {
    const sealed = toHex(this.#talk.scene.random.octets(Math.max(0, octets - SEALED_HEAD)));
    const attributes = octets === 0 ? [] : [{ kind: kindOf('Sealed'), sealed }];
    await this.send(over, 'DATA', to, { attributes, ...this.#source(from, over), ...words });
  }

  async send(by: string, type: string, to: string, words: Said): Promise<void> {
    const { station, session } = this.#serving.client(by);
    const octets = station.write(session, type, { destination: this.#talk.station(to).id, ...words });
    await this.#put(by, to, octets);
  }

  /** The last one once more, as it was, but for a MAC that fits. */
  async repeat(over = this.sent.by): Promise<void> {
    const { session } = this.#serving.client(over);
    const { to, octets, at } = this.sent;
    await this.#put(over, to, withHopMac(octets, session.sendKey), at);
  }

  /** What a client got is put back to the relay, as though it came round in a circle. */
  async turnBack(name: string): Promise<void> {
    const { station, session } = this.#serving.client(name);
    const got = station.heard.find(this.#isSent);
    if (got === undefined) throw new Inconclusive('precondition', 'there is nothing to turn back');
    // What came a moment ago is not what comes of this.
    const { now } = await this.#talk.world();
    await this.#put(name, this.sent.to, withHopMac(got.octets, session.sendKey), now + 1);
  }

  /** `since`: from when on arrivals are counted. */
  async #put(by: string, to: string, octets: Uint8Array, since?: number): Promise<void> {
    const { station, session } = this.#serving.client(by);
    const messageId = toHex(octets.subarray(40, 48));
    this.#sent = { by, to, octets, messageId, at: since ?? (await this.#talk.world()).now };
    station.put(octets, session);
    await this.#talk.flush(station);
  }

  /** @throws Unmet */
  async expectArrival(name: string): Promise<Heard> {
    const arrived = await this.#talk.hear(this.#talk.station(name), this.#isSent);
    if (arrived === undefined) {
      const refusal = this.#refusal();
      const what = `${nameOfType(this.sent.octets[2]!)} at ${name}`;
      if (refusal === undefined) throw missing(what);
      throw new Unmet({ expected: [what], actual: said(refusal) });
    }
    return arrived;
  }

  /** Only time to live, one less, and the hop MAC may differ. @throws Unmet */
  async assertUnchanged(name: string): Promise<void> {
    const { octets, frame } = await this.expectArrival(name);
    const sent = this.sent.octets;
    if (lastingPart(octets) !== lastingPart(sent)) {
      const at = firstDifference(withTimeToLive(octets, 0), withTimeToLive(sent, 0));
      const where = at < HEADER_OCTETS ? `header octet ${at}` : `payload octet ${at - HEADER_OCTETS}`;
      throw new Unmet({ expected: ['the frame as it was sent'], actual: `another ${where}` });
    }
    if (frame.timeToLive === 0) throw new Unmet({ expected: ['hops left'], actual: 'a time to live of 0' });
  }

  async assertTimeToLive(name: string, timeToLive: number): Promise<void> {
    const { frame } = await this.expectArrival(name);
    if (frame.timeToLive === timeToLive) return;
    throw new Unmet({ expected: [`a time to live of ${timeToLive}`], actual: `one of ${frame.timeToLive}` });
  }

  /** How often the last one has come; proved by a fence. @throws Unmet, Inconclusive */
  async assertArrivals(name: string, most: number): Promise<void> {
    await this.#fences(name);
    const arrivals = this.#talk.station(name).heard.filter(this.#isSent).length;
    if (arrivals <= most) return;
    const expected = most === 0 ? 'nothing of it' : `it ${most === 1 ? 'once' : `${most} times`}`;
    throw new Unmet({ expected: [`${expected} at ${name}`], actual: `${arrivals} of it` });
  }

  /** @throws Unmet */
  async expectError(codes: readonly number[]): Promise<void> {
    const station = this.#talk.station(this.sent.by);
    await this.#talk.hear(station, (heard) => this.#isAboutSent(heard));
    const refusal = this.#refusal();
    const code = refusal && errorOf(refusal)?.code;
    if (code !== undefined && codes.includes(code)) return;
    const actual = refusal === undefined ? 'nothing' : said(refusal);
    const expected = codes.map((each) => `ERROR ${each}`);
    throw new Unmet({ expected, actual, ...(refusal === undefined ? { missing: true } : {}) });
  }

  /** Neither forwarded nor answered. @throws Unmet, Inconclusive */
  async assertSilence(name: string): Promise<void> {
    await this.assertArrivals(name, 0);
    const refusal = this.#refusal();
    if (refusal !== undefined) throw new Unmet({ expected: ['not a word'], actual: said(refusal) });
  }

  #refusal(): Heard | undefined {
    return this.#talk
      .station(this.sent.by)
      .heard.find((heard) => errorOf(heard) !== undefined && this.#isAboutSent(heard));
  }

  #isAboutSent({ frame }: Heard): boolean {
    return attributeOf<{ messageId: string }>(frame, 'Request')?.messageId === this.sent.messageId;
  }

  /** What came first at the sender is dealt with, and what went on from there has arrived. */
  async #fences(name: string): Promise<void> {
    await this.#serving.fence(this.sent.by);
    await this.#serving.fence(name);
  }

  readonly #isSent = ({ frame, at }: Heard): boolean =>
    frame.messageId === this.sent.messageId && frame.type === this.sent.octets[2] && at >= this.sent.at;

  #source(from: string, over: string): Said {
    return from === over ? {} : { source: this.#talk.station(from).id };
  }

  /** Certificate, Conversation, Ephemeral, Signature: of their form, for eyes that a relay does not have. */
  #introduction(name: string): object[] {
    const { identity, random, now } = this.#talk.station(name);
    const issued = Math.floor(now / 1_000_000);
    const fields = {
      serial: 1,
      issued,
      expires: issued + 3600,
      publicKey: identity.key,
      name: toHex(Buffer.from(name)),
    };
    return [
      signedAttribute('Certificate', fields, identity),
      { kind: kindOf('Conversation'), conversation: toHex(random.octets(8)) },
      { kind: kindOf('Ephemeral'), publicKey: toHex(random.octets(32)) },
      { kind: kindOf('Signature'), signature: toHex(random.octets(64)) },
    ];
  }
}

function firstDifference(one: Uint8Array, other: Uint8Array): number {
  return one.findIndex((octet, at) => octet !== other[at] && !(at >= 48 && at < HEADER_OCTETS));
}
