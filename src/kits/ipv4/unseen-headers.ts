/**
 * Headers that nobody has written down: drawn from the scenario's seed, each legal in every field, with or without
 * options. Who knows all fixtures by heart still has to read these.
 */
import { ipv4Header } from '../../generated/ipv4/header.ts';
import { Inconclusive } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { Random } from '../../net/random.ts';
import type { CodecBench } from './codec-bench.ts';
import { withChecksumBitInverted } from './datagram.ts';
import { type HeaderFields, readOptions } from './words.ts';

const MOST_DATA = 1400;
const CHECKSUM_BITS = 16;
/** Without options twice as often as with any of them; all others are sound as they stand. */
const OPTIONS = ['none', 'none', '1, 1, 1', '148 0000', '136 1234', '7 040000000000000000', '68 050000000000', '222'];

export class UnseenHeaders {
  readonly #scene: Scene;
  readonly #codec: CodecBench;
  #made: readonly Uint8Array[] = [];

  constructor(scene: Scene, codec: CodecBench) {
    this.#scene = scene;
    this.#codec = codec;
  }

  make(count: number): void {
    this.#make(count, () => 'none');
  }

  makeWithOptions(count: number): void {
    this.#make(count, optionWords);
  }

  /** @throws Inconclusive when one is refused */
  async accept(): Promise<void> {
    for (const octets of this.#made) {
      const { ok } = await this.#codec.decode(octets);
      if (!ok) throw new Inconclusive('twin', 'a header without a fault is refused too');
    }
  }

  /** @throws Unmet */
  async assertRead(): Promise<void> {
    for (const octets of this.#made) {
      await this.#codec.decode(octets);
      this.#codec.assertReads(Object.entries(ipv4Header.observe(octets).value));
    }
  }

  /** @throws Unmet */
  async assertRefusedWithWrongChecksum(): Promise<void> {
    for (const octets of this.#made) {
      await this.#codec.decode(withChecksumBitInverted(octets, this.#scene.random.below(CHECKSUM_BITS)));
      this.#codec.assertRefused();
    }
  }

  #make(count: number, options: (random: Random) => string): void {
    const { random } = this.#scene;
    this.#made = Array.from({ length: count }, () => ipv4Header.encode(unseen(random, readOptions(options(random)))));
  }
}

type Sound = HeaderFields & Pick<Required<HeaderFields>, 'protocol' | 'source' | 'destination'>;

function unseen(random: Random, options: ReturnType<typeof readOptions>): Sound {
  const isCut = random.below(2) === 1;
  const fields = {
    dscp: random.below(64),
    ecn: random.below(4),
    identification: random.below(0x10000),
    timeToLive: 1 + random.below(255),
    protocol: random.below(256),
    source: address(random),
    destination: address(random),
    // RFC 791 section 3.2: all pieces but the last are whole eights; who forbids cutting is not cut.
    dontFragment: !isCut && random.below(2) === 1,
    moreFragments: isCut && random.below(2) === 1,
    fragmentOffset: isCut ? random.below(4000) : 0,
    options,
  };
  return { ...fields, totalLength: ipv4Header.encode(fields).length + 8 * random.below(MOST_DATA / 8) };
}

function optionWords(random: Random): string {
  return OPTIONS[random.below(OPTIONS.length + 1)] ?? unknownOption(random);
}

function unknownOption(random: Random): string {
  const data = Array.from(random.octets(1 + random.below(10)), (octet) => octet.toString(16).padStart(2, '0'));
  return `222 ${data.join('')}`;
}

/** Of a host: neither loopback nor of a class that is no host's. */
function address(random: Random): string {
  const [, second, third, last] = random.octets(4);
  return `${128 + random.below(64)}.${second}.${third}.${last}`;
}
