/** What the wire shows of conversations, and what a relay that cannot be trusted achieves: HPR/1 section 9.1. */
import { toHex } from '../../contract/hex.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Chat } from './chat.ts';
import { type Crowd, FRAME_PLACES } from './crowd.ts';
import { typeOf } from './frame.ts';
import { Mallory, type Meddling, type Onward } from './mallory.ts';
import { SECOND, type StationTalk } from './station-talk.ts';

const WINDOW = 16;
const MILLISECOND = 1000;
/** Kind and length of the attribute around. */
const SEALED_HEAD = 3;
const MALLORY = 'mallory';

export class SecrecyTalk {
  readonly #crowd: Crowd;
  readonly #chat: Chat;
  readonly #talk: StationTalk;
  #mallory: Mallory | undefined;
  /** Frames that the meddling has touched. */
  #touched = 0;

  constructor(crowd: Crowd, chat: Chat, talk: StationTalk) {
    this.#crowd = crowd;
    this.#chat = chat;
    this.#talk = talk;
  }

  get mallory(): Mallory {
    if (this.#mallory === undefined) throw new TypeError('mallory is not there');
    return this.#mallory;
  }

  /** Users whose only relay is the tester's, and who cannot reach each other. */
  async gatherAround(users: Parameters<Crowd['gather']>[0]['users']): Promise<void> {
    await this.#crowd.start();
    const station = await this.#talk.found(MALLORY);
    this.#talk.witness(station);
    this.#mallory = new Mallory(station);
    const { identity, endpoints } = station;
    await this.#crowd.gather({ relays: 0, users, known: [{ ...endpoints[0]!, key: identity.key }] });
    await this.#crowd.ready();
  }

  /** No octets of any message in a row, sixteen at a time, in anything that was sent. @throws Unmet */
  assertNoPlaintext(): void {
    const windows = new Set<string>();
    for (const plain of this.#chat.plain()) {
      for (const window of windowsOf(plain)) windows.add(window);
    }
    for (const { what, packet, from } of this.#crowd.world.trace) {
      if (what !== 'sent') continue;
      const at = windowsOf(packet.octets).findIndex((window) => windows.has(window));
      if (at < 0) continue;
      const found = toHex(packet.octets.subarray(at, at + WINDOW));
      throw new Unmet({ expected: ['no plaintext on the wire'], actual: `${found} from ${from}, octet ${at}` });
    }
  }

  /** All that was sealed differs, however equal what was said: not even a part of it is seen twice. @throws Unmet */
  assertNoTwins(from: string, to: string): void {
    const seen = new Set<string>();
    const ids = new Set<string>();
    for (const { octets } of this.#crowd.arrivals(from, to, typeOf('DATA'))) {
      const id = toHex(octets.subarray(FRAME_PLACES.id, FRAME_PLACES.id + 8));
      // The same frame may come twice, or over two hops.
      if (ids.has(id)) continue;
      ids.add(id);
      const blocks = blocksOf(octets.subarray(FRAME_PLACES.payload + SEALED_HEAD));
      const twin = blocks.find((block) => seen.has(block));
      if (twin !== undefined) throw new Unmet({ expected: ['ciphertexts that differ'], actual: `twice ${twin}` });
      for (const block of blocks) seen.add(block);
    }
    if (ids.size < 2) throw new Inconclusive('precondition', 'fewer than two messages were seen on the wire');
  }

  /** Inverts a bit of every frame of data that goes to `to`. */
  flip(to: string, what: string): void {
    const at = PLACES[what];
    if (at === undefined) throw new Inconclusive('precondition', `nobody knows of the place ${what}`);
    this.#meddle((_, onward) =>
      this.#isData(onward, to) ? [{ ...onward, octets: flipped(onward.octets, at) }] : [onward],
    );
  }

  /** Sends every frame of data so often, and all of them once more when asked. */
  repeat(to: string, times: number): void {
    this.#meddle((_, onward) => (this.#isData(onward, to) ? Array.from({ length: times }, () => onward) : [onward]));
  }

  readonly #kept: Onward[] = [];

  keep(to: string): void {
    this.#meddle((_, onward) => {
      if (this.#isData(onward, to)) this.#kept.push(onward);
      return [onward];
    });
  }

  async playAgain(): Promise<void> {
    if (this.#kept.length === 0) throw new Inconclusive('precondition', 'no frame was kept');
    for (const each of this.#kept) this.mallory.put(each);
    await this.#talk.flush(this.mallory.station);
    await this.#crowd.world.pass(SECOND);
  }

  /** Swallows data for `to`, and acknowledges in its name by what came from it before, and by octets by chance. */
  acknowledgeFor(to: string, from: string): void {
    const source = this.#crowd.ids.get(to)!;
    const acks = this.#crowd.arrivals(to, from, typeOf('ACK')).map(({ octets }) => octets);
    if (acks.length === 0) throw new Inconclusive('precondition', `${to} has acknowledged nothing yet`);
    const { random } = this.mallory.station;
    this.#meddle(({ frame }, onward) => {
      if (!this.#isData(onward, to)) return frame.source === source ? [] : [onward];
      const forged = acks.flatMap((ack) => {
        const other = ack.slice();
        other.set(random.octets(8), FRAME_PLACES.id);
        const noise = other.slice();
        noise.set(random.octets(noise.length - FRAME_PLACES.payload - 3), FRAME_PLACES.payload + 3);
        return [ack, other, noise];
      });
      return forged.map((octets) => ({ octets, to: frame.source }));
    });
  }

  /** Answers every OPEN to `to` itself, with a key and certificate of its own. */
  impersonate(to: string): void {
    this.#meddle((heard, onward) => {
      if (onward.to !== this.#crowd.ids.get(to)) return [onward];
      if (heard.type !== 'OPEN') return [];
      const answer = this.mallory.impersonate(heard.octets);
      return answer === undefined ? [] : [answer];
    });
  }

  /** What opens a conversation arrives when others have begun. */
  delayOpens(from: string, milliseconds: number): void {
    const { world } = this.#crowd;
    this.#meddle((heard, onward) => {
      if (heard.type !== 'OPEN' || heard.frame.source !== this.#crowd.ids.get(from)) return [onward];
      this.mallory.putLater(onward, world.now + milliseconds * MILLISECOND);
      return [];
    });
  }

  behave(): void {
    this.mallory.meddle = (_, onward) => [onward];
  }

  /** Frames of data from `from` that have come to mallory since it meddles. @throws Unmet */
  assertNothingEntrusted(from: string): void {
    const id = this.#crowd.ids.get(from);
    const { heard } = this.mallory.station;
    const entrusted = heard.filter(({ type, frame }) => type === 'DATA' && frame.source === id);
    const hasMet = heard.some(({ type, frame }) => type === 'ACCEPT' || (type === 'OPEN' && frame.source !== id));
    if (this.#touched === 0) throw new Inconclusive('precondition', 'no OPEN has come to mallory');
    // What is said in it is for the other alone, whoever passes it on.
    if (hasMet) throw new Inconclusive('precondition', 'they had a conversation already');
    if (entrusted.length > 0) throw new Unmet({ expected: ['no data'], actual: `${entrusted.length} frames of it` });
  }

  /** @throws Unmet, Inconclusive */
  assertNotDelivered(from: string, to: string, known: number): void {
    if (this.#touched === 0) throw new Inconclusive('precondition', 'no frame has come to mallory');
    const count = this.#chat.received(from, to).length;
    if (count > known) throw new Unmet({ expected: [`${known} messages at ${to}`], actual: `${count}` });
  }

  #meddle(meddling: Meddling): void {
    this.#touched = 0;
    this.mallory.meddle = (heard, onward) => {
      const onwards = meddling(heard, onward);
      if (onwards.length !== 1 || onwards[0] !== onward) this.#touched += 1;
      return onwards;
    };
  }

  #isData({ octets, to }: Onward, name: string): boolean {
    return octets[FRAME_PLACES.type] === typeOf('DATA') && to === this.#crowd.ids.get(name);
  }
}

/** Octets of a frame that a relay could change, by what they are; the payload behind kind and length. */
const PLACES: Readonly<Record<string, number>> = {
  type: FRAME_PLACES.type,
  'reserved bits': FRAME_PLACES.reserved,
  'message id': FRAME_PLACES.id + 7,
  source: FRAME_PLACES.source + 15,
  destination: FRAME_PLACES.destination + 15,
  'first octet of the payload': FRAME_PLACES.payload + 3,
  'later octet of the payload': FRAME_PLACES.payload + 30,
};

/** Every sixteen octets in a row, a character each. */
function windowsOf(octets: Uint8Array): string[] {
  const text = Buffer.from(octets).toString('latin1');
  return Array.from({ length: Math.max(0, octets.length - WINDOW + 1) }, (_, at) => text.slice(at, at + WINDOW));
}

/** Blocks of a sealed content: what one key stream has made of the same words at the same place is the same. */
function blocksOf(sealed: Uint8Array): string[] {
  const blocks: string[] = [];
  for (let at = 0; at + WINDOW <= sealed.length; at += WINDOW) blocks.push(toHex(sealed.subarray(at, at + WINDOW)));
  return blocks;
}

function flipped(octets: Uint8Array, at: number): Uint8Array {
  const copy = octets.slice();
  copy[at] = copy[at]! ^ 1;
  return copy;
}
