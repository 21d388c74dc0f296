/** Records of supernodes that do not exist, as the tester tells them, and what the implementation tells on: section 6.4. */
import { Inconclusive, Unmet, Unsupported } from '../../harness/outcome.ts';
import { random } from '../../net/random.ts';
import { attributesOf, kindOf, mapped } from './frame.ts';
import { type Identity, identity, signedAttribute } from './identity.ts';
import type { ServingTalk } from './serving-talk.ts';
import { type Habit, knowingNobody, requestOf, type Station } from './station.ts';
import { SECOND, type StationTalk } from './station-talk.ts';

/** Records with three proofs each that a frame holds. */
const IN_A_FRAME = 2;
/** What a node asks for at a time is not more than it takes. */
const FRAMES_AN_ANSWER = 10;
/** Seconds that a record is good for, and that it can be counted on to be. */
const [LIFE, ALIVE] = [290, 280];
const INVENTED_WITHIN = 1800 * SECOND;
/** Seconds since the end of one that nobody's clock takes for live (section 1). */
const EXPIRED = 10;
const ADDRESS = '198.19.77.1';

interface Wrong {
  readonly signature?: 'inverted';
  readonly expires?: number;
  readonly proofs?: readonly ('right' | 'same' | 'another node')[];
  readonly address?: string;
}

const RIGHT = ['right', 'right', 'right'] as const;
const WRONGS: Readonly<Record<string, Wrong>> = {
  'that is right': {},
  'with a bit of its signature inverted': { signature: 'inverted' },
  'that has expired': { expires: -EXPIRED },
  'with two proofs': { proofs: ['right', 'right'] },
  'without a proof': { proofs: [] },
  'with three proofs of one prober': { proofs: ['right', 'same', 'same'] },
  'with proofs of another node': { proofs: ['another node', 'another node', 'another node'] },
};

export class RecordTalk {
  readonly #talk: StationTalk;
  readonly #serving: ServingTalk;
  readonly #told = new Set<string>();
  /** When each record that was invented was told. */
  readonly #inventedAt: number[] = [];

  constructor(talk: StationTalk, serving: ServingTalk) {
    this.#talk = talk;
    this.#serving = serving;
  }

  /** A client calls itself a supernode. */
  async tell(name: string, how: string): Promise<void> {
    const wrong = WRONGS[how];
    if (wrong === undefined) throw new Inconclusive('precondition', `nobody knows of a record ${how}`);
    const { station, session } = this.#serving.client(name);
    // The time of a world begins at 0.
    if (wrong.expires !== undefined) await this.#talk.pass(EXPIRED);
    this.#told.add(station.identity.key);
    station.send(session, 'ROLE', { attributes: recordOf(station, station.identity, wrong) });
    await this.#talk.flush(station);
    await this.#serving.fence(name);
  }

  /** Whether `asker` is told of it. @throws Unmet */
  async assertTold(asker: string, name: string, isTold: boolean): Promise<void> {
    const { key } = this.#talk.station(name).identity;
    const has = (await this.#ask(asker)).has(key);
    if (has === isTold) return;
    const words = (yes: boolean): string => (yes ? `the record of ${name}` : 'no such record');
    throw new Unmet({ expected: [words(isTold)], actual: words(has) });
  }

  /** All of a client's answers to PEERS-ASK are supernodes that nobody else knows of. */
  inventFor(name: string): void {
    if (!this.#talk.has(name)) throw new Unsupported('a node among neighbours of the tester');
    const invented = this.#told;
    const times = this.#inventedAt;
    // Three for all of them: who made up the proofs is all the same to who counts what one informer told.
    const probers = madeUpProbers(this.#talk.station(name));
    const answer: Habit = (station, { type, frame, session }) => {
      if (type !== 'PEERS-ASK' || session === undefined) return;
      for (let each = 0; each < FRAMES_AN_ANSWER; each += 1) {
        const attributes = Array.from({ length: IN_A_FRAME }, () => {
          const made = identity(station.random);
          invented.add(made.key);
          times.push(station.now);
          return recordOf(station, made, {}, probers);
        }).flat();
        station.send(session, 'PEERS', { attributes: [requestOf(frame), ...attributes] });
      }
    };
    this.#talk.station(name).habits.set('peers', answer);
  }

  /** Lets time pass until so many of the records that were invented are alive at once, or surely enough of it. */
  async untilInvented(count: number): Promise<void> {
    const world = await this.#talk.world();
    const areAlive = (): true | undefined => {
      const since = world.now - ALIVE * SECOND;
      return this.#inventedAt.filter((at) => at > since).length >= count || undefined;
    };
    await world.until(INVENTED_WITHIN, areAlive);
  }

  /** How many of the records that were invented it has told on, in so many answers. @throws Unmet */
  async assertShare(asker: string, most: number): Promise<void> {
    // What is told anew would take the place of what was told on already.
    for (const { habits } of this.#talk.stations) habits.set('peers', knowingNobody);
    await this.#talk.pass(1);
    const { told, asked } = await this.#askOften(asker);
    if (told.size === 0 && !this.#wasAsked()) {
      return this.#talk.scene.took({ outcome: 'asks nobody for records', clause: 'HPR/1 section 6.4', level: 'MAY' });
    }
    if (told.size === 0)
      throw new Inconclusive('twin', `none of ${this.#told.size} records was told on in ${asked} answers`);
    if (told.size > most) throw new Unmet({ expected: [`at most ${most} of one informer`], actual: `${told.size}` });
  }

  #wasAsked(): boolean {
    return this.#talk.stations.some(({ heard }) => heard.some(({ type }) => type === 'PEERS-ASK'));
  }

  async #askOften(asker: string): Promise<{ told: Set<string>; asked: number }> {
    const told = new Set<string>();
    const ROUNDS = 25;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const key of await this.#ask(asker)) if (this.#told.has(key)) told.add(key);
    }
    return { told, asked: ROUNDS };
  }

  /** Keys of the records in all frames that answer one PEERS-ASK. */
  async #ask(asker: string): Promise<Set<string>> {
    const { station, session } = this.#serving.client(asker);
    const from = station.heard.length;
    const attributes = [{ kind: kindOf('Count'), count: 255 }];
    await this.#talk.ask(station, session, 'PEERS-ASK', { attributes });
    await this.#serving.fence(asker);
    const answers = station.heard.slice(from).filter(({ type }) => type === 'PEERS');
    const records = answers.flatMap(({ frame }) => attributesOf<{ publicKey: string }>(frame, 'Record'));
    return new Set(records.map(({ publicKey }) => publicKey));
  }
}

function madeUpProbers(station: Station): Identity[] {
  return Array.from({ length: 3 }, () => identity(random(station.random.uint32())));
}

/** A record, and its proofs by probers that do not exist. */
function recordOf(station: Station, by: Identity, wrong: Wrong, probers = madeUpProbers(station)): object[] {
  const now = Math.floor(station.now / SECOND);
  const place = { port: 7000, address: mapped(wrong.address ?? ADDRESS) };
  const fields = {
    sequence: now + 1,
    expires: Math.max(0, now + (wrong.expires ?? LIFE)),
    slots: 8,
    free: 8,
    publicKey: by.key,
  };
  const record = signedAttribute('Record', { ...fields, ...place }, by) as { signature: string };
  const spoilt = wrong.signature === undefined ? record : { ...record, signature: inverted(record.signature) };
  const proofs = (wrong.proofs ?? RIGHT).map((how, index) => {
    const prober = probers[how === 'same' ? 0 : index]!;
    const subject = how === 'another node' ? probers[2 - index]!.id : by.id;
    const claim = { ...place, issued: Math.max(0, now - index), subject, prober: prober.key };
    return signedAttribute('ReachProof', claim, prober);
  });
  return [spoilt, ...proofs];
}

function inverted(hex: string): string {
  return hex.slice(0, -1) + (Number.parseInt(hex.at(-1)!, 16) ^ 1).toString(16);
}
