/** The same scene twice: whoever lives in virtual time can be run again, octet for octet (HPR-DET-01). */
import { toHex } from '../../contract/hex.ts';
import { Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { NodeWorld } from '../../harness/world/world.ts';
import type { PacketEvent } from '../../net/nat/internet.ts';
import { random } from '../../net/random.ts';
import { Chat } from './chat.ts';
import { Crowd } from './crowd.ts';

const USERS = {
  alice: { mapping: 'address-and-port-dependent', filtering: 'endpoint-independent' },
  bob: 'public',
} as const;
const CHANCE = 7;

export class AgainTalk {
  readonly #scene: Scene;
  readonly #traces: (readonly PacketEvent[])[] = [];

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Two worlds of one seed, in which the same happens. */
  async runTwice(): Promise<void> {
    const surface = await this.#scene.surface('nodes');
    for (const world of [surface.world, surface.again()]) this.#traces.push(await this.#run(world));
  }

  async #run(world: NodeWorld): Promise<readonly PacketEvent[]> {
    const scene = { ...this.#scene, random: random(CHANCE) };
    const crowd = new Crowd(scene, world);
    const chat = new Chat(crowd);
    await crowd.gather({ relays: 4, users: USERS });
    await crowd.ready();
    await chat.converse('alice', 'bob', 6, 300_000);
    return world.trace;
  }

  /** @throws Unmet */
  assertSame(): void {
    const [one = [], other = []] = this.#traces;
    const at = one.findIndex((event, index) => inWords(event) !== inWords(other[index]));
    if (at < 0 && one.length === other.length) return;
    const place = at < 0 ? Math.min(one.length, other.length) : at;
    throw new Unmet({ expected: [inWords(one[place])], actual: inWords(other[place]) });
  }
}

function inWords(event: PacketEvent | undefined): string {
  if (event === undefined) return 'nothing';
  const { at, from, to, what, packet } = event;
  return `${at} us: ${from} > ${to ?? packet.to.address}, ${what}, ${toHex(packet.octets)}`;
}
