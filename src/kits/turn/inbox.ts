/**
 * What came to one of the tester's sockets in one scenario, kept until somebody asks for it, so that answers may arrive in
 * any order. Everything that passes is written to the evidence.
 */
import type { EvidenceLog } from '../../harness/evidence.ts';
import type { Interval } from '../../harness/interval.ts';
import type { SocketsSurface, TesterSocket, TransportAddress } from '../../harness/surface.ts';
import { framedLength } from './read-message.ts';

export interface Came {
  readonly octets: Uint8Array;
  readonly from: TransportAddress;
  readonly at: Interval;
  /** Its index in the evidence. */
  readonly exchange: number;
}

export class SocketLog {
  readonly socket: TesterSocket;
  readonly #evidence: EvidenceLog;
  readonly #now: () => number;
  readonly #layer: string;
  readonly #isStream: boolean;
  readonly #unclaimed: Came[] = [];
  #rest: Uint8Array = new Uint8Array();
  #unsent: Uint8Array = new Uint8Array();

  /** `surface` gave the socket, and knows the time. */
  constructor(evidence: EvidenceLog, surface: SocketsSurface, socket: TesterSocket, layer: string, isStream = false) {
    this.#evidence = evidence;
    this.#now = () => surface.now().latest;
    this.socket = socket;
    this.#layer = layer;
    this.#isStream = isStream;
  }

  async send(octets: Uint8Array, to: TransportAddress): Promise<Interval> {
    if (this.socket.carriesFrames) return this.#sendFrames(octets, to);
    const at = await this.socket.send(octets, to);
    this.#evidence.sent(this.#layer, octets, at);
    return at;
  }

  /** Whatever parts they are written in. */
  async #sendFrames(octets: Uint8Array, to: TransportAddress): Promise<Interval> {
    const { messages, rest } = cutMessages(this.#unsent, octets);
    this.#unsent = rest;
    const ats: Interval[] = [];
    for (const message of messages) {
      ats.push(await this.socket.send(message, to));
      this.#evidence.sent(this.#layer, message, ats.at(-1)!);
    }
    return ats[0] ?? { earliest: 0, latest: 0 };
  }

  /** What came and was not taken. */
  get unclaimed(): readonly Came[] {
    return this.#unclaimed;
  }

  /** The first that matches and was not taken before, which takes it; undefined after `within` microseconds without one. */
  async find(matches: (came: Came) => boolean, within: number): Promise<Came | undefined> {
    const deadline = this.#now() + within;
    for (;;) {
      const at = this.#unclaimed.findIndex(matches);
      if (at >= 0) return this.#unclaimed.splice(at, 1)[0];
      const delivery = await this.socket.receive(Math.max(0, deadline - this.#now()));
      if (delivery === undefined) return undefined;
      for (const octets of this.#isStream ? this.#cut(delivery.octets) : [delivery.octets]) {
        const exchange = this.#evidence.received(this.#layer, octets, delivery.at);
        this.#unclaimed.push({ ...delivery, octets, exchange });
      }
    }
  }

  /** Whole messages of a stream. */
  #cut(chunk: Uint8Array): readonly Uint8Array[] {
    const { messages, rest } = cutMessages(this.#rest, chunk);
    this.#rest = rest;
    return messages;
  }
}

export function cutMessages(
  before: Uint8Array,
  chunk: Uint8Array,
): { messages: readonly Uint8Array[]; rest: Uint8Array } {
  const messages: Uint8Array[] = [];
  let rest = new Uint8Array(before.length + chunk.length);
  rest.set(before);
  rest.set(chunk, before.length);
  for (;;) {
    const length = framedLength(rest);
    if (length === undefined || length > rest.length || length === 0) return { messages, rest };
    messages.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
}
