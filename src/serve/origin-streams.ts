/** The reference's origin server under connections that the tester opens: octets as they come, and time as it passes. */
import { toHex } from '../contract/hex.ts';
import { OriginConnection, Site } from '../reference/http/index.ts';
import type { StreamInput, StreamProgram } from './streams.ts';

/** The origin counts milliseconds since 1970, the contract microseconds from the beginning of a seat. */
const MILLISECOND = 1_000;
/** Octets of one output. */
const ROOM = 65_536;

export class OriginStreams implements StreamProgram {
  readonly #site = new Site();
  readonly #beginning: number;
  readonly #connections = new Map<number, OriginConnection>();
  /** Connections whose end has been told. */
  readonly #ended = new Set<number>();

  /** @param beginning of its time, in milliseconds since 1970 */
  constructor(beginning: number) {
    this.#beginning = beginning;
  }

  step(now: number, inputs: readonly StreamInput[]) {
    const time = this.#beginning + now / MILLISECOND;
    for (const input of inputs) this.#take(input, time);
    for (const connection of this.#connections.values()) connection.wake(time);
    const outputs = [...this.#connections].flatMap(([number, connection]) => this.#tell(number, connection, time));
    const wakes = [...this.#connections.values()].flatMap(({ wakeAt }) => wakeAt ?? []);
    return {
      outputs,
      ...(wakes.length > 0 && { wakeAt: Math.ceil((Math.min(...wakes) - this.#beginning) * MILLISECOND) }),
    };
  }

  /** An errand is for clients, and nothing to an origin. */
  #take(input: StreamInput, time: number): void {
    if ('errand' in input) return;
    const open = this.#connections.get(input.connection);
    if ('octets' in input) open?.receive(input.octets, time);
    else if (input.event === 'opened') this.#connections.set(input.connection, new OriginConnection(this.#site, time));
    else if (input.event === 'ended') open?.finish(time);
    else open?.abandon();
  }

  #tell(number: number, connection: OriginConnection, time: number): readonly object[] {
    const outputs: object[] = [];
    for (let octets = connection.take(ROOM, time); octets.length > 0; octets = connection.take(ROOM, time))
      outputs.push({ connection: number, octets: toHex(octets) });
    const { phase } = connection;
    if ((phase === 'sent' || phase === 'closed') && !this.#ended.has(number)) {
      this.#ended.add(number);
      outputs.push({ connection: number, event: 'ended' });
    }
    if (phase === 'closed') this.#connections.delete(number);
    return outputs;
  }
}
