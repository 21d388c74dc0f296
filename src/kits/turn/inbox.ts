/**
 * What came to one of the tester's sockets in one scenario, kept until somebody asks for it, so that answers may arrive in
 * any order. Everything that passes is written to the evidence.
 */
import type { Interval } from '../../harness/interval.ts';
import type { Scene } from '../../harness/scene.ts';
import type { TesterSocket, TransportAddress } from '../../harness/surface.ts';
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
  readonly #scene: Pick<Scene, 'clock' | 'evidence'>;
  readonly #layer: string;
  readonly #isStream: boolean;
  readonly #unclaimed: Came[] = [];
  #rest: Uint8Array = new Uint8Array();

  constructor(scene: Pick<Scene, 'clock' | 'evidence'>, socket: TesterSocket, layer: string, isStream: boolean) {
    this.socket = socket;
    this.#scene = scene;
    this.#layer = layer;
    this.#isStream = isStream;
  }

  async send(octets: Uint8Array, to: TransportAddress): Promise<Interval> {
    const at = await this.socket.send(octets, to);
    this.#scene.evidence.sent(this.#layer, octets, at);
    return at;
  }

  /** What came and was not taken. */
  get unclaimed(): readonly Came[] {
    return this.#unclaimed;
  }

  /** The first that matches and was not taken before, which takes it; undefined after `within` microseconds without one. */
  async find(matches: (came: Came) => boolean, within: number): Promise<Came | undefined> {
    const began = performance.now();
    let waited = 0;
    for (;;) {
      const at = this.#unclaimed.findIndex(matches);
      if (at >= 0) return this.#unclaimed.splice(at, 1)[0];
      const delivery = await this.socket.receive(Math.max(0, within - waited));
      if (delivery === undefined) return undefined;
      // In virtual time what is read costs none; in real time the clock of this process has gone on.
      if (this.#scene.clock === 'real') waited = (performance.now() - began) * 1000;
      for (const octets of this.#isStream ? this.#cut(delivery.octets) : [delivery.octets]) {
        const exchange = this.#scene.evidence.received(this.#layer, octets, delivery.at);
        this.#unclaimed.push({ ...delivery, octets, exchange });
      }
    }
  }

  /** Whole messages of a stream. */
  #cut(chunk: Uint8Array): Uint8Array[] {
    const messages: Uint8Array[] = [];
    let octets = Uint8Array.from([...this.#rest, ...chunk]);
    for (;;) {
      const length = framedLength(octets);
      if (length === undefined || length > octets.length || length === 0) break;
      messages.push(octets.slice(0, length));
      octets = octets.slice(length);
    }
    this.#rest = octets;
    return messages;
  }
}
