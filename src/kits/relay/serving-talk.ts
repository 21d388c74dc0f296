/**
 * The implementation as a supernode: it has proved to four stations that it can be reached, and clients of the tester's have
 * sessions with it.
 */
import { Unmet, Unsupported } from '../../harness/outcome.ts';
import { hasOwnAddress, type Place } from '../../net/nat/place.ts';
import { attributeOf } from './frame.ts';
import { probing } from './prober.ts';
import { type Heard, PING_PADDING, type Said, type Session, type Station } from './station.ts';
import { type Known, missing, PORT, SECOND, type StationTalk } from './station-talk.ts';

const IUT = 'iut';
/** More than the four that a node asks are only of use to who looks at its neighbours. */
const USUAL_PROBERS = 4;
/** Long enough for sessions, probes and proofs, and for a first round that is lost. */
const SERVES_WITHIN = 60 * SECOND;

type Settings = Readonly<Record<string, number | boolean>>;

export interface Company {
  /** Where the implementation stands. */
  readonly place?: Place;
  /** Stations that it is told of; four when left out. */
  readonly neighbours?: number;
  /** How many of them probe; all when left out. */
  readonly probers?: number;
}

export class ServingTalk {
  readonly #talk: StationTalk;
  readonly #neighbours: Station[] = [];
  #known: Known | undefined;

  constructor(talk: StationTalk) {
    this.#talk = talk;
  }

  /** A node of the implementation whose neighbours are stations, of which some or all probe. */
  async start(settings: Settings = {}, { place = 'public', neighbours, probers }: Company = {}): Promise<void> {
    const talk = this.#talk;
    if (await this.#meets(settings, place, neighbours ?? probers)) return;
    const names = Array.from({ length: neighbours ?? USUAL_PROBERS }, (_, index) => `prober-${index + 1}`);
    for (const [index, name] of names.entries()) {
      const station = await talk.found(name, 'public', 2);
      if (index < (probers ?? names.length)) station.habits.set('probing', probing());
      this.#neighbours.push(station);
    }
    const bootstrap = this.#neighbours.map(({ identity, endpoints }) => ({ ...endpoints[0]!, key: identity.key }));
    await this.open({ role: 'node', bootstrap, settings }, place);
  }

  /** Whether there is one that runs: it is taken as it is. @throws Unsupported where it should be another */
  async #meets(settings: Settings, place: Place, company: number | undefined): Promise<boolean> {
    const { running } = await this.#talk.world();
    if (running === undefined) return false;
    if (Object.keys(settings).length > 0) throw new Unsupported('a node with settings of the tester');
    if (place !== 'public' || company !== undefined) throw new Unsupported('a node among neighbours of the tester');
    this.#known = { ...running, id: running.node };
    return true;
  }

  /** A node of the implementation, public, with a second address for probes. `params` as `node/open` has them. */
  async open(params: Readonly<Record<string, unknown>>, place: Place = 'public'): Promise<void> {
    const world = await this.#talk.world();
    const { gateway } = world.site(IUT, place, hasOwnAddress(place) ? 2 : 1);
    const { opened } = await world.open(IUT, PORT, params);
    const endpoint = { address: gateway.addresses[0]!, port: PORT };
    this.#known = { name: IUT, id: opened.node, key: opened.key, endpoint };
  }

  /** It says itself that it is a supernode, with its proofs. @throws Unmet */
  async serve(settings: Settings = {}): Promise<void> {
    await this.start(settings);
    const world = await this.#talk.world();
    // One that runs was asked before anything is judged.
    if (world.running !== undefined) return;
    const role = await world.until(SERVES_WITHIN, () => this.role());
    if (role === undefined) throw missing('ROLE with a record, once three probers have reached it');
  }

  /** What it has told a neighbour of its role last. */
  role(): Heard | undefined {
    const told = this.#neighbours.flatMap(({ heard }) =>
      heard.filter(({ type, session }) => type === 'ROLE' && session !== undefined),
    );
    return told.sort((one, other) => one.at - other.at).at(-1);
  }

  get known(): Known {
    if (this.#known === undefined) throw new TypeError('no node of the implementation was started');
    return this.#known;
  }

  get neighbours(): readonly Station[] {
    return this.#neighbours;
  }

  /** Clients that have a session with it. @throws Unmet */
  async admit(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      const station = await this.#talk.found(name);
      this.#talk.witness(station);
      await this.#talk.session(station, this.known);
    }
  }

  client(name: string): { readonly station: Station; readonly session: Session } {
    const station = this.#talk.station(name);
    const session = station.sessions.get(this.known.id);
    if (session === undefined) throw new TypeError(`${name} has no session with the implementation`);
    return { station, session };
  }

  /** A request of a client; what answers it. @throws Unmet when nothing does */
  async ask(name: string, type: string | number, said: Said = {}): Promise<Heard> {
    const { station, session } = this.client(name);
    const answer = await this.#talk.ask(station, session, type, said);
    if (answer === undefined) throw missing(`an answer to ${type} of ${name}`);
    return answer;
  }

  /** @throws Unmet */
  async expectPong(name: string): Promise<void> {
    assertType(await this.ask(name, 'PING', { attributes: [PING_PADDING] }), 'PONG', `for PING of ${name}`);
  }

  async fence(name: string): Promise<void> {
    const { station, session } = this.client(name);
    await this.#talk.fence(station, session);
  }
}

interface ErrorFields {
  readonly code: number;
  readonly about: number;
}

export function errorOf({ frame, type }: Heard): ErrorFields | undefined {
  return type === 'ERROR' || type === 'CLOSE' ? attributeOf<ErrorFields>(frame, 'ErrorCode') : undefined;
}

/** In words, for what was not expected. */
export function said(heard: Heard | undefined): string {
  if (heard === undefined) return 'nothing';
  const error = errorOf(heard);
  return error === undefined ? heard.type : `${heard.type} ${error.code}`;
}

/** @throws Unmet */
export function assertType(heard: Heard | undefined, type: string, about: string): Heard {
  if (heard?.type === type) return heard;
  throw new Unmet({ expected: [`${type} ${about}`], actual: said(heard), ...(heard ? {} : { missing: true }) });
}

/** @throws Unmet */
export function assertError(heard: Heard | undefined, codes: readonly number[]): void {
  const code = heard && errorOf(heard)?.code;
  if (code !== undefined && codes.includes(code)) return;
  const expected = codes.map((each) => `ERROR ${each}`);
  throw new Unmet({ expected, actual: said(heard), ...(heard ? {} : { missing: true }) });
}
