/**
 * The tester as a TURN server, for one errand of a client: answers each request as others do, but where the scenario says
 * otherwise, and sends back what the client sends to its peers, as if they did. Relays nothing.
 */
import { toHex } from '../../../contract/hex.ts';
import type { ServiceEvent, ServicesSurface, TransportAddress } from '../../../harness/surface.ts';
import { METHODS } from '../attribute-types.ts';
import type { ClientScene } from '../client.ts';
import { MESSAGE_LAYER } from '../describe.ts';
import { cutMessages } from '../inbox.ts';
import { channelDataOctets, padded } from '../message.ts';
import { addressIn, find, readMessage, type StunMessage, textIn } from '../read-message.ts';
import { Allocations } from './allocations.ts';
import { isAuthentic, isSigned } from './guest.ts';
import { type Challenge, dataIndication, type Reply, replyOctets } from './replies.ts';
import type { Ground, Replies, Turn } from './script.ts';
import { type Heard, idOf, isStun, type Said } from './visit.ts';

export interface HostPlan {
  readonly transport: 'udp' | 'tcp';
  readonly places: readonly TransportAddress[];
  /** The number of the first of them. */
  readonly first: number;
  readonly turns: readonly Turn[];
  readonly realm: string;
  /** What stands before the random part of each nonce. */
  readonly cookie: string;
  readonly algorithms: Uint8Array | undefined;
  readonly lifetime: number | undefined;
  /** Sent to the client before what peers send back. */
  readonly intrusions: readonly {
    readonly peer: TransportAddress | undefined;
    readonly data: Uint8Array | undefined;
  }[];
}

const NONCE_OCTETS = 8;

export class TurnHost {
  readonly heard: Heard[] = [];
  readonly said: Said[] = [];
  readonly #scene: ClientScene;
  readonly #surface: ServicesSurface;
  readonly #plan: HostPlan;
  readonly #nonces = new Set<string>();
  readonly #allocations = new Allocations();
  /** By transaction: what its copies are answered, and how many have come. */
  readonly #replies = new Map<string, { readonly replies: Replies; readonly usual: Reply; copies: number }>();
  readonly #rests = new Map<string, Uint8Array>();

  constructor(scene: ClientScene, surface: ServicesSurface, plan: HostPlan) {
    this.#scene = scene;
    this.#surface = surface;
    this.#plan = plan;
  }

  async take(event: Extract<ServiceEvent, { kind: 'came' }>): Promise<void> {
    for (const octets of this.#messagesIn(event)) {
      const exchange = this.#scene.evidence.received(MESSAGE_LAYER, octets, event.at);
      const { place, from, at } = event;
      const heard: Heard = { message: readMessage(octets), place, from, at, exchange };
      this.heard.push(heard);
      if (isStun(heard) && heard.message.of === 'request') await this.#answer(heard);
      else await this.#echo(heard);
    }
  }

  #messagesIn({ place, from, octets }: Extract<ServiceEvent, { kind: 'came' }>): readonly Uint8Array[] {
    if (this.#plan.transport === 'udp') return [octets];
    const key = whoOf({ place, from });
    const { messages, rest } = cutMessages(this.#rests.get(key) ?? new Uint8Array(), octets);
    this.#rests.set(key, rest);
    return messages;
  }

  async #answer(heard: Heard<StunMessage>): Promise<void> {
    const id = idOf(heard);
    const known = this.#replies.get(id) ?? { replies: this.#repliesTo(heard), usual: this.#usual(heard), copies: 0 };
    this.#replies.set(id, known);
    const { replies, usual } = known;
    const next = replies[Math.min(known.copies, replies.length - 1)];
    known.copies += 1;
    if (next === undefined) return;
    const reply = next === 'usual' ? usual : next;
    if (reply.code === 0 && (reply.seal ?? 'right') === 'right' && !reply.error) {
      this.#allocations.note(whoOf(heard), heard.message);
    }
    const sent = await this.#send(heard, replyOctets(heard, reply, this.#plan.realm));
    const code = reply.code === 0 ? 'success' : reply.code;
    this.said.push({ to: heard, code, nonce: reply.challenge?.nonce, ...sent, isUsual: next === 'usual' });
  }

  /** Decided when the first copy comes, so that all copies are answered alike. */
  #repliesTo({ message, place }: Heard<StunMessage>): Replies {
    const turn = this.#plan.turns.find(({ which, left }) => left > 0 && which(message));
    if (turn === undefined) return ['usual'];
    turn.left -= 1;
    const ground: Ground = {
      freshChallenge: () => this.#challenge(),
      alternate: this.#plan.places[1 - (place - this.#plan.first)]!,
    };
    return turn.replies(ground);
  }

  #usual(heard: Heard<StunMessage>): Reply {
    const { message } = heard;
    const { lifetime } = this.#plan;
    const success: Reply = { code: 0, ...(lifetime === undefined ? {} : { lifetime }) };
    if (message.method === METHODS.Binding) return success;
    if (!isSigned(message)) return { code: 401, challenge: this.#challenge() };
    if (!this.#nonces.has(textIn(message, 'NONCE') ?? '')) return { code: 438, challenge: this.#challenge() };
    if (!isAuthentic(message, this.#plan.realm)) return { code: 401, challenge: this.#challenge() };
    const isKnown = this.#allocations.has(whoOf(heard));
    return isKnown === (message.method === METHODS.Allocate) ? { code: 437 } : success;
  }

  #challenge(): Challenge {
    const { cookie, realm, algorithms } = this.#plan;
    const nonce = `${cookie}${toHex(this.#scene.random.octets(NONCE_OCTETS))}`;
    this.#nonces.add(nonce);
    return { realm, nonce, algorithms };
  }

  /** What a peer is sent it sends back. */
  async #echo(heard: Heard): Promise<void> {
    const who = whoOf(heard);
    const { message } = heard;
    if (message.kind === 'channel') {
      const peer = this.#allocations.peerAt(who, message.channel);
      if (peer !== undefined) await this.#sendBack(heard, peer, message.data);
    }
    if (message.kind !== 'stun' || message.method !== METHODS.Send) return;
    const [peer, data] = [addressIn(message, 'XOR-PEER-ADDRESS'), find(message, 'DATA')?.value];
    if (peer && data && this.#allocations.permits(who, peer)) await this.#sendBack(heard, peer, data);
  }

  async #sendBack(heard: Heard, peer: TransportAddress, data: Uint8Array): Promise<void> {
    const id = (): Uint8Array => this.#scene.random.octets(12);
    for (const { peer: from, data: other } of this.#plan.intrusions) {
      await this.#send(heard, dataIndication(id(), from, other));
    }
    const channel = this.#allocations.channelTo(whoOf(heard), peer);
    const pad = this.#plan.transport === 'udp' ? 0 : padded(data.length) - data.length;
    await this.#send(
      heard,
      channel === undefined ? dataIndication(id(), peer, data) : channelDataOctets(channel, data, { pad }),
    );
  }

  async #send({ place, from }: Heard, octets: Uint8Array) {
    const at = await this.#surface.send(place, octets, from);
    return { at, exchange: this.#scene.evidence.sent(MESSAGE_LAYER, octets, at) };
  }
}

function whoOf({ place, from }: Pick<Heard, 'place' | 'from'>): string {
  return `${place} ${from.address} ${from.port}`;
}
