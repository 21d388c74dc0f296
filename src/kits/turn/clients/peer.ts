/**
 * The tester as the server of a TURN client, for one scenario: what the server does otherwise than others is set out first;
 * then the client is sent on an errand, and all that it sends, and how it ends, is kept for whichever rule is judged.
 */
import { Inconclusive } from '../../../harness/outcome.ts';
import type { Scene } from '../../../harness/scene.ts';
import type { ServicesSurface, TransportAddress } from '../../../harness/surface.ts';
import { USER } from './guest.ts';
import { type HostPlan, TurnHost } from './host.ts';
import type { Turn } from './script.ts';
import type { Done, Visit } from './visit.ts';

/** Peers that nobody is: addresses for documentation (RFC 5737). */
export const PEERS: Readonly<Record<string, TransportAddress>> = {
  P: { address: '192.0.2.7', port: 7001 },
  Q: { address: '192.0.2.8', port: 7002 },
};
/** What the client sends to its peers, as far as it can be told. */
export const TEXT = 'A word to a peer.';
const REALM = 'assay.example';
/** Messages of one errand after which nobody waits for its end: many times what clients send by themselves. */
const MOST_MESSAGES = 300;
/** Microseconds of virtual time in which a client that has anything left to do does it. */
const VIRTUAL_QUIET = 700_000_000;

export interface TurnTask {
  /** By their names. */
  readonly peers?: readonly string[];
  readonly way?: 'send' | 'channel';
  readonly seconds?: number;
  readonly more?: Readonly<Record<string, string>>;
  /** Seconds for which the client is watched while it says nothing, in real time; else the hang limit. */
  readonly watched?: number;
}

type Told = Pick<HostPlan, 'cookie' | 'algorithms' | 'lifetime' | 'intrusions' | 'realm' | 'transport'>;

/** As much of a scene as it needs. */
export interface JudgeScene extends Pick<Scene, 'clock' | 'evidence' | 'hangLimit' | 'parameters' | 'random'> {
  services(): Promise<ServicesSurface>;
}

export class TurnClientJudge {
  readonly scene: JudgeScene;
  readonly #visits: Visit[] = [];
  readonly #turns: Turn[] = [];
  #told: Told = {
    cookie: '',
    algorithms: undefined,
    lifetime: undefined,
    intrusions: [],
    realm: REALM,
    transport: 'udp',
  };
  #settings: Readonly<Record<string, unknown>> = {};

  constructor(scene: JudgeScene) {
    this.scene = scene;
  }

  /** The server's answer to some requests; the first that fits counts. */
  foresee(turn: Turn): void {
    this.#turns.push(turn);
  }

  tell(told: Partial<Told>): void {
    this.#told = { ...this.#told, ...told };
  }

  /** Of the client, where it is made for the scenario. */
  set(settings: Readonly<Record<string, unknown>>): void {
    this.#settings = settings;
  }

  get realm(): string {
    return this.#told.realm;
  }

  get visits(): readonly Visit[] {
    return this.#visits;
  }

  /** @throws Inconclusive when it was sent nowhere yet */
  get latest(): Visit {
    const latest = this.#visits.at(-1);
    if (latest === undefined) throw new Inconclusive('precondition', 'the client was not sent anywhere');
    return latest;
  }

  /** What was foreseen is used up. */
  async send(task: TurnTask = {}): Promise<Visit> {
    const surface = await this.scene.services();
    if (this.#visits.length === 0) await surface.configure?.({ role: 'turn-client', settings: this.#settings });
    const { transport } = this.#told;
    const places = [await surface.serve(transport), await surface.serve(transport)];
    const first = 2 * this.#visits.length;
    const turns = this.#turns.splice(0);
    const host = new TurnHost(this.scene, surface, { ...this.#told, places, turns, first });
    const peers = (task.peers ?? []).map((name) => PEERS[name]!);
    await surface.start(errandFor(places[0]!, transport, peers, task));
    const done = await this.#follow(surface, host, task);
    const { heard, said } = host;
    const visit: Visit = { heard, said, peers, done, endedAt: surface.now() };
    this.#visits.push(visit);
    return visit;
  }

  async #follow(
    surface: ServicesSurface,
    host: TurnHost,
    { seconds = 0, watched = 0 }: TurnTask,
  ): Promise<Done | undefined> {
    const quiet = this.scene.clock === 'virtual' ? VIRTUAL_QUIET : this.scene.hangLimit;
    const until = surface.now().latest + Math.max(seconds * 1_000_000 + quiet, watched * 1_000_000);
    while (host.heard.length < MOST_MESSAGES) {
      const event = await surface.next(Math.max(quiet, until - surface.now().latest));
      if (event === undefined) return undefined;
      if (event.kind === 'done') return event;
      await host.take(event);
    }
    return undefined;
  }
}

function errandFor(
  { address, port }: TransportAddress,
  transport: 'udp' | 'tcp',
  peers: readonly TransportAddress[],
  { way = 'send', seconds = 0, more = {} }: TurnTask,
) {
  return {
    url: `turn:${address}:${port}?transport=${transport}`,
    host: address,
    port: String(port),
    transport,
    user: USER.username,
    pass: USER.password,
    ...(peers.length === 0 ? {} : { peers: peers.map((peer) => `${peer.address}:${peer.port}`) }),
    way,
    text: TEXT,
    seconds: String(seconds),
    ...more,
  };
}
