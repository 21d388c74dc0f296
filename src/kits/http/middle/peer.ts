/**
 * The tester on both sides of an intermediary, for one scenario: as a client it sends requests, as the origin it answers what
 * is forwarded. What came to the origin, and what came back to the client, is kept for whichever rule is judged.
 */
import { Inconclusive } from '../../../harness/outcome.ts';
import type { Scene } from '../../../harness/scene.ts';
import type { StreamsSurface } from '../../../harness/surface.ts';
import { KEPT } from '../conversation.ts';
import { HEAD_RESPONSE_LAYER, REQUEST_LAYER, RESPONSE_LAYER } from '../describe.ts';
import type { Observation, ObservedResponse } from '../observation.ts';
import { observeResponses } from '../observe-responses.ts';
import { joinOctets, textOf } from '../octet-text.ts';
import { type Answer, type Asked, type Moment, OriginSide } from '../origin-side.ts';
import { octetsOfText } from '../wire-text.ts';

/** Microseconds of silence after which the next piece of an answer is sent. */
const A_MOMENT = 100_000;

/** Requests for one of the client's after which nobody waits for its answer: many times what intermediaries repeat. */
const MOST_REQUESTS = 200;

/** One request of the client's, and all that came of it. */
export interface Passage {
  readonly asked: readonly Asked[];
  readonly moments: readonly Moment[];
  /** Those of the origin's answers. */
  readonly statuses: readonly number[];
  readonly octets: Uint8Array;
  readonly observation: Observation;
  /** How the client's connection ended, if it did. */
  readonly end: 'ended' | 'reset' | undefined;
  /** Index of what the client received in the evidence. */
  readonly received: number;
  /** The connection that the request was sent on. */
  readonly connection: number;
}

export class MiddlePeer {
  readonly scene: Scene;
  readonly #passages: Passage[] = [];
  #origin: OriginSide | undefined;
  #script: Answer[] = [];
  #otherwise: Answer | undefined;
  #patience: number | undefined;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  /** A proxy is asked for whole addresses, a gateway as if it were the server. */
  get isProxy(): boolean {
    const { scenario, parameters } = this.scene;
    return scenario.needs.includes('http.proxy') || parameters['http.intermediary'] === 'proxy';
  }

  answerWith(answer: Answer): void {
    this.#script.push(answer);
  }

  alwaysAnswer(answer: Answer): void {
    this.#otherwise = answer;
  }

  /** Seconds for which the next answer is waited for. */
  waitFor(seconds: number): void {
    this.#patience = seconds * 1_000_000;
  }

  get passages(): readonly Passage[] {
    return this.#passages;
  }

  /** @throws Inconclusive when nothing was sent yet. */
  get latest(): Passage {
    const latest = this.#passages.at(-1);
    if (latest === undefined) throw new Inconclusive('precondition', 'nothing was sent');
    return latest;
  }

  /** Where the tester's origin is. */
  async authority(): Promise<string> {
    return (await this.scene.surface('streams')).authority;
  }

  /** Sends a request, on a connection of its own or on one that is there, until it is answered or the connection ends. */
  async send(text: string, on?: number): Promise<Passage> {
    const streams = await this.scene.surface('streams');
    const origin = this.#prepared(streams);
    const connection = on ?? (await streams.connect());
    const octets = octetsOfText(this.#addressed(text, streams.authority));
    const method = textOf(octets).split(' ')[0] ?? 'GET';
    this.scene.evidence.sent(REQUEST_LAYER, octets, await streams.send(connection, octets));
    const heard = await this.#listen(streams, origin, connection, method);
    const observation = observeResponses(heard.octets, [method], heard.end !== undefined);
    const layer = method === 'HEAD' ? HEAD_RESPONSE_LAYER : RESPONSE_LAYER;
    const at = heard.at ?? { earliest: 0, latest: 0 };
    const received = this.scene.evidence.received(layer, heard.octets.subarray(0, KEPT), at);
    const { asked, moments } = origin;
    const statuses = origin.script.flatMap(({ pieces }) =>
      observeResponses(joinOctets(pieces), [method], true).responses.map(({ status }) => status),
    );
    const passage = { asked: [...asked], moments: [...moments], statuses, ...heard, observation, received, connection };
    this.#passages.push(passage);
    return passage;
  }

  /** The script goes to the origin; what was asked there before is of no interest any more. */
  #prepared(streams: StreamsSurface): OriginSide {
    this.#origin ??= new OriginSide(this.scene, streams);
    // An intermediary may ask again (RFC 9110 section 9.2.2), and is not answered better for that.
    this.#origin.repeatsItself = true;
    this.#origin.asked.length = 0;
    this.#origin.moments.length = 0;
    this.#origin.script.length = 0;
    this.#origin.script.push(...this.#script.splice(0));
    if (this.#otherwise !== undefined) this.#origin.otherwise = this.#otherwise;
    return this.#origin;
  }

  /**
   * `{/path}` is what is asked for, `{host}` the authority that goes with it, `{origin}` where the origin is. Each scenario
   * has paths of its own, of which caches keep nothing yet, though nobody said for how long they may (RFC 9111 section 4.2.2).
   */
  #addressed(text: string, origin: string): string {
    const isProxy = this.isProxy;
    const own = this.scene.scenario.id.replaceAll('/', '-');
    return text
      .replace(/\{(\/[^}]*)\}/g, (_, path: string) => `${isProxy ? `http://${origin}` : ''}${path}-${own}`)
      .replaceAll('{host}', isProxy ? origin : 'gateway.test')
      .replaceAll('{origin}', origin);
  }

  async #listen(streams: StreamsSurface, origin: OriginSide, connection: number, method: string) {
    const limit = this.#patience ?? this.scene.hangLimit;
    let octets = joinOctets([]);
    let at: { readonly earliest: number; readonly latest: number } | undefined;
    for (;;) {
      if (origin.asked.length >= MOST_REQUESTS)
        throw new Inconclusive('patience', 'the intermediary asks again and again');
      const event = await streams.next(origin.isHalfway ? A_MOMENT : limit);
      if (event === undefined && origin.isHalfway) await origin.goOn();
      if (event === undefined && !origin.isHalfway) return { octets, at, end: undefined };
      if (event === undefined || event.kind === 'done') continue;
      if (event.connection !== connection) {
        // What is left of connections of before ends quietly.
        if (event.connection % 2 === 1) await origin.take(event);
        continue;
      }
      at = event.at;
      if (event.kind === 'ended' || event.kind === 'reset') return { octets, at, end: event.kind };
      if (event.kind !== 'octets') continue;
      octets = joinOctets([octets, event.octets]);
      const { responses, unreadable } = observeResponses(octets, [method], false);
      const isIllegible = unreadable !== undefined && unreadable.kind !== 'truncated';
      if (responses[0]?.complete || isIllegible) return { octets, at, end: undefined };
    }
  }

  /** Waits for the end of a connection of the latest passage; whether it comes. */
  async awaitEnd(connection: number): Promise<boolean> {
    const { moments, end, connection: own } = this.latest;
    if (connection === own && end !== undefined) return true;
    if (moments.some((moment) => moment.connection === connection && isEnd(moment.kind))) return true;
    const streams = await this.scene.surface('streams');
    for (;;) {
      const event = await streams.next(this.scene.hangLimit);
      if (event === undefined) return false;
      if (event.kind !== 'done' && event.connection === connection && isEnd(event.kind)) return true;
    }
  }
}

function isEnd(kind: string): boolean {
  return kind === 'ended' || kind === 'reset';
}

/** @throws Inconclusive when there is none. */
export function responseTo(passage: Passage): ObservedResponse {
  const [response] = passage.observation.responses;
  if (response !== undefined) return response;
  throw new Inconclusive('precondition', `there is no response to judge: ${instead(passage)}`);
}

/**
 * The origin's response as it came back.
 *
 * @throws Inconclusive where another has come in its stead: whoever stands between may turn a response down
 */
export function returnedOf(passage: Passage): ObservedResponse {
  forwardedOf(passage);
  const response = responseTo(passage);
  if (response.status < 400 || passage.statuses.includes(response.status)) return response;
  throw new Inconclusive('precondition', `status ${response.status} came back in the stead of the origin's response`);
}

/** What came where a response should be, for a sentence. */
export function instead({ octets, end, observation }: Passage): string {
  if (octets.length > 0) return `${observation.unreadable?.actual ?? 'octets'} where a response should be`;
  if (end === undefined) return 'no answer, and the connection stays open';
  return end === 'reset' ? 'the connection was reset' : 'the connection was closed without an answer';
}

/** The request as it was forwarded. @throws Inconclusive when it was not. */
export function forwardedOf(passage: Passage): Asked {
  const [asked] = passage.asked;
  if (asked !== undefined) return asked;
  const [response] = passage.observation.responses;
  const what = response === undefined ? instead(passage) : `status ${response.status}`;
  throw new Inconclusive('precondition', `the request was not forwarded: ${what}`);
}
