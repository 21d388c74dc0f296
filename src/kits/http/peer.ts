/**
 * The tester as a client, for one scenario: sends requests, a connection each time, reads what comes back, and keeps it
 * as evidence. The last request on a connection carries the connection option close, so that the server's close, and no
 * passing of time, ends it.
 */
import { Inconclusive } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import { type Conversation, KEPT } from './conversation.ts';
import { DecoderBench } from './decoder-bench.ts';
import { HEAD_RESPONSE_LAYER, REQUEST_LAYER, RESPONSE_LAYER } from './describe.ts';
import { Dialogue } from './dialogue.ts';
import type { Observation } from './observation.ts';
import { observeResponses } from './observe-responses.ts';
import { joinOctets, textOf } from './octet-text.ts';
import { type Request, request, requestOctets } from './request.ts';

/**
 * `answered`: content with one whole response for each request. `closed`: reads to the end of the connection. `spoken`:
 * content with one header section, be it of an interim response.
 */
export type Until = 'answered' | 'closed' | 'spoken';

export class HttpPeer {
  readonly scene: Scene;
  readonly decoder: DecoderBench;
  readonly dialogue: Dialogue;
  /** The connection on which what is at issue was not there, once it was. */
  twin: Conversation | undefined;
  /** Octets that were sent were made from the twin's response. */
  leansOnTwin = false;
  readonly #conversations: Conversation[] = [];
  readonly #sendings = new Map<Conversation, Parameters<HttpPeer['transmit']>>();

  constructor(scene: Scene) {
    this.scene = scene;
    this.decoder = new DecoderBench(scene);
    this.dialogue = new Dialogue(scene);
  }

  /** A path at which the implementation serves something. */
  get resource(): string {
    return this.parameter('http.resource') ?? '/';
  }

  /** A path at which there is nothing: declared, or made up and then only likely. */
  get absent(): { readonly path: string; readonly declared: boolean } {
    const path = this.parameter('http.absent');
    return { path: path ?? `/nothing-${this.scene.scenario.id.replace(/\//g, '-')}`, declared: path !== undefined };
  }

  /** The field that every request of HTTP/1.1 has. */
  get host(): readonly [string, string] {
    return ['Host', this.parameter('http.host') ?? 'localhost'];
  }

  /** All connections so far. */
  get conversations(): readonly Conversation[] {
    return this.#conversations;
  }

  /** @throws Inconclusive when nothing was sent yet. */
  get latest(): Conversation {
    const latest = this.#conversations.at(-1);
    if (latest === undefined) throw new Inconclusive('precondition', 'nothing was sent');
    return latest;
  }

  parameter(name: string): string | undefined {
    const value = this.scene.parameters[name];
    return value === undefined ? undefined : String(value);
  }

  /** One ordinary request on a connection of its own. */
  ask(method: string, path: string, until: Until = 'answered'): Promise<Conversation> {
    return this.send([request(method, path, { fields: [this.host, CLOSE] })], until);
  }

  /** All requests at once on one connection. */
  send(requests: readonly Request[], until: Until = 'answered'): Promise<Conversation> {
    return this.transmit(
      joinOctets(requests.map(requestOctets)),
      requests.map(({ method }) => method),
      until,
    );
  }

  /** The same octets once more, on a connection of their own. */
  again(conversation: Conversation): Promise<Conversation> {
    const sending = this.#sendings.get(conversation);
    if (sending === undefined) throw new RangeError('that was never sent here');
    return this.transmit(...sending);
  }

  /**
   * Any octets on one connection. `methods` of the requests that they are meant as say where a response ends; what asks
   * for the close is read until then. `finish` ends our side behind them:
   * a server that waits for more all the same is left earlier, since its silence is no fault.
   */
  async transmit(
    sent: Uint8Array,
    methods: readonly string[],
    until: Until = asksForClose(sent) ? 'closed' : 'answered',
    finish = false,
  ): Promise<Conversation> {
    const { evidence, hangLimit } = this.scene;
    const surface = await this.scene.surface('exchange');
    const enough = (soFar: Uint8Array): boolean =>
      until === 'spoken' ? hasSpoken(soFar) : isAnswered(observeResponses(soFar, methods, false), methods.length);
    const options = { limit: finish ? hangLimit / 4 : hangLimit, finish, ...(until === 'closed' ? {} : { enough }) };
    const exchanged = await surface.exchange(sent, options);
    const { octets, end, sentAt, endedAt } = exchanged;
    evidence.sent(REQUEST_LAYER, sent, sentAt);
    const layer = methods[0] === 'HEAD' ? HEAD_RESPONSE_LAYER : RESPONSE_LAYER;
    const received = evidence.received(layer, octets.subarray(0, KEPT), endedAt);
    const observation = observeAll(octets, methods, end === 'closed');
    const conversation: Conversation = { octets, end, finished: finish, observation, received };
    this.#conversations.push(conversation);
    this.#sendings.set(conversation, [sent, methods, until, finish]);
    return conversation;
  }
}

/** The option by which a client says that this request is its last one (RFC 9112 section 9.6). */
export const CLOSE: readonly [string, string] = ['Connection', 'close'];

const ASKS_FOR_CLOSE = /\nconnection:[ \t]*close\r?\n(?![\s\S]*\nhost:)/i;

/** Whether the last request that can be seen in these octets does. */
function asksForClose(octets: Uint8Array): boolean {
  return ASKS_FOR_CLOSE.test(textOf(octets));
}

/** Whether or not they were asked for, whole responses are responses: a server may have read more requests than were sent. */
function observeAll(octets: Uint8Array, methods: readonly string[], ended: boolean): Observation {
  const observation = observeResponses(octets, methods, ended);
  const last = observation.responses.at(-1);
  if (last?.complete !== true || observation.responses.length < methods.length) return observation;
  if (!/^HTTP\/[0-9]/.test(textOf(octets, last.end, Math.min(octets.length, last.end + 6)))) return observation;
  return observeAll(octets, [...methods, 'GET'], ended);
}

function hasSpoken(octets: Uint8Array): boolean {
  return /\r?\n\r?\n/.test(textOf(octets));
}

function isAnswered({ responses, unreadable }: Observation, requests: number): boolean {
  if (unreadable !== undefined) return unreadable.kind !== 'truncated';
  return responses.length === requests && responses.every(({ complete }) => complete);
}
