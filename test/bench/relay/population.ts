/** A directory, ten supernodes and any number of users in virtual time, their cryptography a model that only counts. */
import { EventQueue } from '../../../src/net/event-queue.ts';
import { random } from '../../../src/net/random.ts';
import {
  countingModel,
  type Datagram,
  type Endpoint,
  type NodeConfig,
  openNode,
  type RelayNode,
} from '../../../src/reference/relay/index.ts';

const SUPERNODES = 10;
const DELAY = 10_000;
const PORT = 4000;

interface Member {
  readonly node: RelayNode;
  wakeAt: number | undefined;
}

type Occurrence = { readonly datagram: Datagram } | { readonly member: Member; readonly at: number };

export class Population {
  readonly #crypto = countingModel();
  readonly #members = new Map<string, Member>();
  readonly #queue = new EventQueue<Occurrence>();
  readonly #draw = random(6);
  readonly #users: number;
  #now = 0;

  constructor(users: number) {
    this.#users = users;
    const accounts = Array.from({ length: users }, (_, at) => ({
      name: `u${at}`,
      password: 'p',
      contacts: [`u${at ^ 1}`],
    }));
    const directory = this.#join('198.18.0.1', { role: 'directory', accounts, settings: { scryptCost: 4 } });
    const bootstrap: { readonly endpoint: Endpoint; readonly key: string }[] = [];
    for (let at = 0; at < SUPERNODES; at += 1) {
      const endpoint = placeAt(`198.18.1.${at + 1}`);
      bootstrap.push({ endpoint, key: this.#join(endpoint.address, { role: 'relay', bootstrap: [...bootstrap] }).key });
    }
    const known = { directory: { endpoint: placeAt('198.18.0.1'), key: directory.key }, bootstrap };
    for (let at = 0; at < users; at += 1) {
      const words = {
        role: 'node',
        name: `u${at}`,
        password: 'p',
        contacts: [`u${at ^ 1}`],
        isWilling: false,
      } as const;
      this.#join(`198.19.${at >> 8}.${at & 255}`, { ...words, ...known });
    }
  }

  /** How many of them there are, with those who serve them. */
  get size(): number {
    return this.#members.size;
  }

  /** Lives on; how many datagrams went. */
  run(seconds: number): number {
    const until = this.#now + seconds * 1_000_000;
    let datagrams = 0;
    for (let next = this.#queue.first; next && next.at <= until; next = this.#queue.first) {
      const { at, event } = next;
      this.#queue.pop();
      this.#now = at;
      if ('datagram' in event) {
        datagrams += 1;
        const member = this.#members.get(event.datagram.to.address);
        if (member) this.#step(member, [event.datagram]);
      } else if (event.member.wakeAt === at) this.#step(event.member, []);
    }
    this.#now = until;
    return datagrams;
  }

  /** Every other user says something to its contact. */
  talk(): void {
    for (let at = 0; at < this.#users; at += 2) {
      const member = this.#members.get(`198.19.${at >> 8}.${at & 255}`)!;
      this.#put(member, member.node.step(this.#now, [{ call: 'send', ref: at, to: `u${at ^ 1}`, data: '68656c6c6f' }]));
    }
  }

  #join(address: string, config: Partial<NodeConfig> & Pick<NodeConfig, 'role'>): RelayNode {
    const node = openNode({
      crypto: this.#crypto,
      chance: random(this.#draw.uint32()),
      endpoints: [placeAt(address)],
      ...config,
    });
    const member: Member = { node, wakeAt: 0 };
    this.#members.set(address, member);
    this.#queue.push(this.#draw.below(1_000_000), {
      datagram: { octets: new Uint8Array(0), from: placeAt(address), to: placeAt(address) },
    });
    return node;
  }

  #step(member: Member, inputs: readonly Datagram[]): void {
    this.#put(member, member.node.step(this.#now, inputs));
  }

  #put(member: Member, { outputs, wakeAt }: ReturnType<RelayNode['step']>): void {
    for (const output of outputs) {
      if ('octets' in output) this.#queue.push(this.#now + DELAY, { datagram: output as Datagram });
    }
    member.wakeAt = wakeAt;
    if (wakeAt !== undefined)
      this.#queue.push(Math.max(wakeAt, this.#now), { member, at: Math.max(wakeAt, this.#now) });
    if (wakeAt !== undefined) member.wakeAt = Math.max(wakeAt, this.#now);
  }
}

function placeAt(address: string): Endpoint {
  return { address, port: PORT, transport: 'udp' };
}
