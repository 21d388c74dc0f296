/**
 * Who lives in a world: a node of the implementation, stepped through the contract, or one of the tester's, stepped in
 * process. Both take packets and the time, and say what they send and when they want to be woken.
 */
import { toHex } from '../../contract/hex.ts';
import type { Packet } from '../../net/nat/packet.ts';
import type { CallEvent, CallResult } from '../surface.ts';
import { type NodeAnswer, type OpenedNode, readNodeOpened, readNodeStep } from '../targets/answers.ts';
import { type Asked, ask } from '../targets/port-surfaces.ts';

/** A node of the tester's. */
export interface Actor {
  /** `now` in microseconds, never less than before. */
  step(
    now: number,
    packets: readonly Packet[],
  ): { readonly packets: readonly Packet[]; readonly wakeAt: number | undefined };
}

export type Input = Packet | { readonly call: string; readonly ref: number };

export interface Member {
  readonly name: string;
  wakeAt: number | undefined;
  isGone: boolean;
  step(now: number, inputs: readonly Input[]): Promise<readonly Packet[]>;
  end(): Promise<void>;
}

export class ActorMember implements Member {
  readonly name: string;
  wakeAt: number | undefined = 0;
  isGone = false;
  readonly #actor: Actor;

  constructor(name: string, actor: Actor) {
    this.name = name;
    this.#actor = actor;
  }

  async step(now: number, inputs: readonly Input[]): Promise<readonly Packet[]> {
    const { packets, wakeAt } = this.#actor.step(now, inputs.filter(isPacket));
    this.wakeAt = wakeAt;
    return packets;
  }

  async end(): Promise<void> {
    this.isGone = true;
  }
}

export interface ToldEvent {
  readonly at: number;
  readonly event: CallEvent;
}

export class IutMember implements Member {
  readonly name: string;
  readonly opened: OpenedNode;
  wakeAt: number | undefined = 0;
  isGone = false;
  /** Everything that its user was told unasked. */
  readonly events: ToldEvent[] = [];
  readonly results = new Map<number, { readonly at: number; readonly result: CallResult }>();
  readonly #port: Asked;
  readonly #id: number;

  private constructor(name: string, port: Asked, id: number, opened: OpenedNode) {
    this.name = name;
    this.#port = port;
    this.#id = id;
    this.opened = opened;
  }

  /** @throws Unsupported, IutFault */
  static async open(name: string, port: Asked, id: number, params: object): Promise<IutMember> {
    return new IutMember(name, port, id, readNodeOpened(await ask(port, 'node/open', { id, ...params })));
  }

  async step(now: number, inputs: readonly Input[]): Promise<readonly Packet[]> {
    const answer = readNodeStep(await ask(this.#port, 'node/step', { id: this.#id, now, inputs: inputs.map(written) }));
    this.#take(now, answer);
    return answer.packets;
  }

  async end(): Promise<void> {
    if (this.isGone) return;
    this.isGone = true;
    await ask(this.#port, 'node/close', { id: this.#id });
  }

  #take(at: number, { results, events, wakeAt }: NodeAnswer): void {
    this.wakeAt = wakeAt;
    for (const { ref, result } of results) this.results.set(ref, { at, result });
    for (const event of events) this.events.push({ at, event });
  }
}

function isPacket(input: Input): input is Packet {
  return 'octets' in input;
}

function written(input: Input): object {
  if (!isPacket(input)) return input;
  const { octets, from, to, transport } = input;
  return { datagram: toHex(octets), from, to, ...(transport === 'udp' ? {} : { transport }) };
}
