/**
 * What a user of the TURN client does on one errand: has a relayed address allocated, lets its peers in, sends them a text,
 * waits, sends once more, and gives back what it holds. What has come from peers is handed out; the first failure ends it.
 */
import type { ClientCall, ClientEvent, Datagram, Endpoint, TurnClient } from '../../reference/turn/index.ts';
import { hostAndPortOf, listOf, type Members, textOf } from '../params.ts';

const SECOND = 1_000_000;
/** For which answers of peers are waited when nothing was said of waiting. */
const A_MOMENT = SECOND / 2;

export interface TurnErrand {
  readonly peers: readonly Endpoint[];
  readonly way: 'send' | 'channel';
  readonly text: Uint8Array;
  readonly seconds: number;
  readonly allocate: Extract<ClientCall, { call: 'allocate' }>;
}

export interface ErrandEnd {
  readonly ok: boolean;
  readonly fate: string;
}

export function readTurnErrand(errand: Members): TurnErrand {
  const { peers = [], way = 'send', text = '', seconds = '0', family = '', parity = '' } = errand;
  return {
    peers: listOf(peers, 'errand.peers').map((each, index) => placeOf(each, `errand.peers[${index}]`)),
    way: way === 'channel' ? 'channel' : 'send',
    text: new TextEncoder().encode(textOf(text, 'errand.text')),
    seconds: Number(textOf(seconds, 'errand.seconds')),
    allocate: {
      call: 'allocate',
      ...(family === '' ? {} : { family: family === 'IPv6' ? 2 : 1 }),
      ...(parity === 'even' ? { evenPort: true } : {}),
    },
  };
}

function placeOf(value: unknown, member: string): Endpoint {
  const { host, port } = hostAndPortOf(textOf(value, member), member);
  return { address: host, port };
}

export class ClientErrand {
  readonly #client: TurnClient;
  readonly #errand: TurnErrand;
  readonly heard: Uint8Array[] = [];
  end: ErrandEnd | undefined;
  #missing = 0;
  /** The next thing to do, and when. */
  #next: { readonly at: number; readonly calls: readonly ClientCall[]; readonly then?: number } | undefined;
  #failure: string | undefined;

  constructor(client: TurnClient, errand: TurnErrand) {
    this.#client = client;
    this.#errand = errand;
    this.#next = { at: 0, calls: [errand.allocate] };
  }

  step(now: number, arrived: readonly Datagram[]) {
    const sent: Datagram[] = [];
    let inputs: readonly (Datagram | ClientCall)[] = arrived;
    for (;;) {
      const { outputs, wakeAt } = this.#client.step(now, inputs);
      sent.push(...outputs.filter((output): output is Datagram => 'octets' in output && 'to' in output));
      for (const output of outputs) if ('event' in output) this.#hear(output, now);
      inputs = this.#due(now);
      if (inputs.length > 0) continue;
      const wakes = [wakeAt, this.#next?.at].filter((at): at is number => at !== undefined);
      return { sent, wakeAt: wakes.length === 0 || this.end ? undefined : Math.min(...wakes) };
    }
  }

  #due(now: number): readonly ClientCall[] {
    const next = this.#next;
    if (next === undefined || next.at > now || this.end !== undefined) return [];
    this.#next = next.then === undefined ? undefined : { at: next.then, calls: this.#last() };
    return next.calls;
  }

  #hear(event: ClientEvent, now: number): void {
    if (event.event === 'data') this.heard.push(event.octets);
    else if (event.event === 'allocated') this.#letIn(now);
    else if (event.event === 'permitted' || event.event === 'bound') this.#letOneIn(now);
    else if (event.event === 'deleted') this.end ??= this.#outcome();
    else if (event.event === 'lost') this.end ??= { ok: false, fate: 'failed: the server has no allocation any more' };
    else if (event.event === 'failed' && event.call !== 'refresh') this.#fail(event, now);
  }

  #letIn(now: number): void {
    const { peers, way } = this.#errand;
    const calls: readonly ClientCall[] =
      way === 'channel'
        ? peers.map((peer) => ({ call: 'bind', peer }))
        : peers.map(({ address }) => ({ call: 'permit', addresses: [address] }));
    this.#missing = calls.length;
    if (calls.length === 0) this.#stay(now);
    else this.#next = { at: now, calls };
  }

  #letOneIn(now: number): void {
    this.#missing -= 1;
    if (this.#missing === 0) this.#stay(now);
  }

  #stay(now: number): void {
    const { seconds, peers } = this.#errand;
    const wait = seconds > 0 ? seconds * SECOND : peers.length > 0 ? A_MOMENT : 0;
    this.#next = { at: now, calls: this.#texts(), then: now + wait };
  }

  #texts(): readonly ClientCall[] {
    const { peers, text } = this.#errand;
    return peers.map((peer) => ({ call: 'send', peer, octets: text }));
  }

  #last(): readonly ClientCall[] {
    return [...(this.#errand.seconds > 0 ? this.#texts() : []), { call: 'delete' }];
  }

  #fail({ call, why }: Extract<ClientEvent, { event: 'failed' }>, now: number): void {
    this.#failure ??= `failed: ${call} (${why})`;
    // What was never had, or cannot be given back, is let be.
    if (call === 'allocate' || call === 'delete') this.end ??= this.#outcome();
    else this.#next = { at: now, calls: [{ call: 'delete' }] };
  }

  #outcome(): ErrandEnd {
    return this.#failure === undefined ? { ok: true, fate: 'did its errand' } : { ok: false, fate: this.#failure };
  }
}
