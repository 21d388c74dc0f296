/**
 * The tester as the origin of a client, for one scenario: what the client is to do and what it is answered are set out first;
 * then it is sent on the errand, and all that it asked, and how it ended, is kept for whichever rule is judged.
 */
import { Inconclusive, Unsupported } from '../../../harness/outcome.ts';
import type { Scene } from '../../../harness/scene.ts';
import type { Errand, StreamEvent } from '../../../harness/surface.ts';
import { type Answer, type Asked, type Moment, ORDINARY, OriginSide } from '../origin-side.ts';

/** Microseconds of silence after which the next piece of an answer is sent. */
const A_MOMENT = 150_000;

/** Microseconds: a quarter of an hour. */
const A_LONG_TIME = 900_000_000;

/** Requests of one errand after which nobody waits for its end: many times what clients do by themselves. */
const MOST_REQUESTS = 200;

type Done = Extract<StreamEvent, { kind: 'done' }>;

/** One errand, and all that came of it. */
export interface Visit {
  readonly urls: readonly string[];
  readonly authority: string;
  /** As the client was told. */
  readonly method: string;
  readonly asked: readonly Asked[];
  readonly moments: readonly Moment[];
  /** Undefined when the client was still under way after the hang limit. */
  readonly done: Done | undefined;
  /** By connection: what came on it that is no whole request. */
  readonly leftOver: ReadonlyMap<number, Uint8Array>;
}

export class ClientPeer {
  readonly scene: Scene;
  readonly #visits: Visit[] = [];
  readonly #script: Answer[] = [];
  #otherwise = ORDINARY;
  #errand: Errand = {};
  #usesProxy = false;
  #givesContinue = true;
  #limit: number;

  constructor(scene: Scene) {
    this.scene = scene;
    this.#limit = scene.hangLimit;
  }

  /** The answer to the next request that none is foreseen for yet. */
  answerWith(answer: Answer): void {
    this.#script.push(answer);
  }

  /** The answer to every request that none is foreseen for. */
  alwaysAnswer(answer: Answer): void {
    this.#otherwise = answer;
  }

  /** Nobody says how long a client may wait for it; where time costs nothing, it is given a long one. */
  withholdContinue(): void {
    this.#givesContinue = false;
    if (this.scene.clock === 'virtual') this.#limit = Math.max(this.#limit, A_LONG_TIME);
  }

  /** Says more of what is to be done. */
  tell(items: Errand): void {
    this.#errand = { ...this.#errand, ...items };
  }

  useProxy(): void {
    this.#usesProxy = true;
  }

  get visits(): readonly Visit[] {
    return this.#visits;
  }

  /** @throws Inconclusive when it was sent nowhere yet. */
  get latest(): Visit {
    const latest = this.#visits.at(-1);
    if (latest === undefined) throw new Inconclusive('precondition', 'the client was not sent anywhere');
    return latest;
  }

  /**
   * Sends the client for all that `addresses` name, given the tester's authority, in one errand. What was told and foreseen
   * is used up.
   */
  async send(addresses: (authority: string) => readonly string[]): Promise<Visit> {
    const streams = await this.scene.surface('streams');
    const origin = new OriginSide(this.scene, streams);
    const [first, ...more] = this.#script.splice(0);
    origin.otherwise = this.#otherwise;
    origin.givesContinue = this.#givesContinue;
    const { authority } = streams;
    const urls = addresses(authority);
    if (first !== undefined) origin.script.push(urls.length > 1 ? afterAMoment(first) : first, ...more);
    const method = String(this.#errand.method ?? 'GET');
    const errand = { ...this.#errand, urls, ...(this.#usesProxy ? { proxy: `http://${authority}` } : {}) };
    this.#errand = {};
    await streams.start(errand);
    let done: Done | undefined;
    while (origin.asked.length < MOST_REQUESTS) {
      const event = await streams.next(origin.isHalfway ? A_MOMENT : this.#limit);
      if (event === undefined && origin.isHalfway) await origin.goOn();
      else if (event === undefined) break;
      else if (event.kind === 'done') {
        done = event;
        break;
      } else await origin.take(event);
      // Who has begun to speak in a tunnel has shown that there is one; nobody speaks back.
      const tunnelled = origin.moments.at(-1);
      if (tunnelled?.kind === 'tunnelled') await streams.reset(tunnelled.connection);
    }
    const leftOver = new Map(origin.connections.map((connection) => [connection, origin.leftOver(connection)]));
    const { asked, moments } = origin;
    // A client that cannot or will not do this has told so, and has done nothing wrong.
    if (asked.length === 0 && done?.ok === false && moments.length === 0) throw new Unsupported(nameOf(errand));
    const visit: Visit = { urls, authority, method, asked, moments, done, leftOver };
    this.#visits.push(visit);
    return visit;
  }
}

/** Who pipelines has asked for all before the first answer comes, and is known by it. */
function afterAMoment(answer: Answer): Answer {
  return { ...answer, pieces: [new Uint8Array(), ...answer.pieces] };
}

function nameOf({ urls, method = 'GET', field, file, proxy }: Errand): string {
  const more = [field && `with ${field}`, file && 'with content', proxy && 'by way of a proxy'];
  return [`${method} for ${String(urls)}`, ...more.filter(Boolean)].join(' ');
}

/** The request of an errand. @throws Inconclusive when it asked for nothing that can be read. */
export function requestOf(visit: Visit, index = 0): Asked {
  const asked = visit.asked[index];
  if (asked !== undefined) return asked;
  const how = visit.done === undefined ? 'is still under way' : visit.done.fate;
  throw new Inconclusive('precondition', `there is no request ${index + 1} to judge: the client ${how}`);
}
