/**
 * A decoder and an encoder of IPv4 headers under test: what they were given last, and what they made of it. Of a decoder
 * only acceptance and the values of fields are judged, never its name for a fault.
 */
import { toHex } from '../../contract/hex.ts';
import { type Ipv4Header, ipv4Header } from '../../generated/ipv4/header.ts';
import { point } from '../../harness/interval.ts';
import { Inconclusive, type Mismatch, Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { DecodeAnswer } from '../../harness/surface.ts';
import { withChecksumBitInverted } from './datagram.ts';
import { compareFields, compareOctets, type Expected } from './difference.ts';
import { type HeaderFields, readHex, writeWord } from './words.ts';

const LAYER = 'ipv4/header';

interface Given {
  readonly octets: Uint8Array;
  readonly exchange: number;
  readonly answer: DecodeAnswer;
}

type Written = { readonly octets: Uint8Array; readonly exchange: number } | { readonly refused: Unmet };

export class CodecBench {
  readonly #scene: Scene;
  #sound: { readonly octets: Uint8Array; readonly value: Ipv4Header } | undefined;
  #decoded: Given | undefined;
  #encoded: Written | undefined;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  async decode(octets: Uint8Array): Promise<DecodeAnswer> {
    const codec = await this.#scene.surface('codec');
    const exchange = this.#scene.evidence.sent(LAYER, octets, point(0));
    const answer = await codec.decode(LAYER, octets);
    this.#decoded = { octets, exchange, answer };
    return answer;
  }

  async decodeFixture(name: string): Promise<void> {
    await this.decode(readHex(this.#scene.fixture(LAYER, name).octets));
  }

  /** The twin: a sound header that later ones are made from. @throws Inconclusive when the decoder refuses it */
  async acceptFixture(name: string): Promise<void> {
    const { octets: hex, value } = this.#scene.fixture(LAYER, name);
    if (value === undefined) throw new TypeError(`fixture "${name}" is no sound header`);
    const octets = readHex(hex);
    const answer = await this.decode(octets);
    if (!answer.ok) throw new Inconclusive('twin', 'the same header without the fault is refused too');
    // Who has not even read these accepts without looking.
    if (['version', 'ihl', 'totalLength'].some((field) => answer.value[field] !== value[field])) {
      throw new Inconclusive('twin', 'the same header without the fault is accepted, but not read');
    }
    this.#sound = { octets, value: value as unknown as Ipv4Header };
  }

  /** The sound header with some fields changed, and its checksum derived anew unless `keepChecksum`. */
  async decodeChanged(changes: HeaderFields, keepChecksum = false): Promise<void> {
    await this.decode(ipv4Header.encode({ ...this.#changed(changes, keepChecksum), ...changes }));
  }

  async decodeWithChecksumBitInverted(bit: number): Promise<void> {
    await this.decode(withChecksumBitInverted(this.#soundOne.octets, bit));
  }

  async decodeFirst(octets: number): Promise<void> {
    await this.decode(this.#soundOne.octets.subarray(0, octets));
  }

  /** @throws Unmet */
  assertRefused(): void {
    const { answer } = this.#answered;
    if (answer.ok) throw new Unmet(this.#acceptance(answer.value, ['refused']));
  }

  /** Refused, or the header read with no option in it. @throws Unmet */
  assertRefusedOrWithoutOptions(): void {
    const { answer, octets } = this.#answered;
    const clause = 'RFC 791 section 3.1';
    if (!answer.ok) {
      this.#scene.took({ outcome: 'refused', clause, level: 'FORMAT' });
      return;
    }
    const { options: _, ...others } = ipv4Header.observe(octets).value;
    this.assertReads([...Object.entries(others), ['options', []]]);
    this.#scene.took({ outcome: 'accepted, the option left out', clause, level: 'FORMAT' });
  }

  /** Refused, or no pointer read: a decoder need not know what the octets of an option mean. @throws Unmet */
  assertRefusedOrWithoutPointer(): void {
    const { answer } = this.#answered;
    const [clause, level] = ['RFC 791 section 3.1', 'FORMAT'] as const;
    if (!answer.ok) {
      this.#scene.took({ outcome: 'refused', clause, level });
      return;
    }
    const options = Array.isArray(answer.value.options) ? answer.value.options : [];
    if (options.some((option) => option?.pointer !== undefined)) {
      throw new Unmet(this.#acceptance(answer.value, ['refused', 'no pointer read']));
    }
    this.#scene.took({ outcome: 'accepted, the pointer not read', clause, level });
  }

  /** @throws Unmet */
  assertReads(expected: Expected): void {
    const { answer, octets, exchange } = this.#answered;
    const words = (): string => expected.map(([field, value]) => `${field} ${writeWord(field, value)}`).join(', ');
    if (!answer.ok) {
      const why = answer.fault === undefined ? '' : `: ${JSON.stringify(answer.fault).slice(0, 200)}`;
      throw new Unmet({ expected: [words()], actual: `refused${why}` });
    }
    const mismatch = compareFields(expected, answer.value, { exchange, where: ipv4Header.observe(octets).where });
    if (mismatch !== undefined) throw new Unmet(mismatch);
  }

  /** Every field of the sound header as it was, but for the changes. @throws Unmet */
  assertReadsChanged(changes: HeaderFields): void {
    const whole = ipv4Header.observe(ipv4Header.encode({ ...this.#changed(changes, false), ...changes })).value;
    this.assertReads(Object.entries(whole));
  }

  /** A refusal is kept, for a Then to judge. */
  async encode(value: HeaderFields, payload?: Uint8Array): Promise<void> {
    const codec = await this.#scene.surface('codec');
    try {
      const octets = await codec.encode(LAYER, value, payload);
      this.#encoded = { octets, exchange: this.#scene.evidence.received(LAYER, octets, point(0)) };
    } catch (thrown) {
      if (!(thrown instanceof Unmet)) throw thrown;
      this.#encoded = { refused: thrown };
    }
  }

  /** `expected` stands in what was written from octet `from` on, up to its own length or, without `to`, the end. @throws Unmet */
  assertWritten(expected: Uint8Array, from = 0, to?: number): void {
    if (this.#encoded === undefined) throw new TypeError('the encoder was given nothing');
    if ('refused' in this.#encoded) throw this.#encoded.refused;
    const { octets, exchange } = this.#encoded;
    const mismatch = compareOctets('header', expected, octets.subarray(from, to), exchange, 8 * from);
    if (mismatch !== undefined) throw new Unmet(mismatch);
  }

  #changed(changes: HeaderFields, keepChecksum: boolean): HeaderFields {
    const { headerChecksum, ihl, ...kept } = this.#soundOne.value;
    return {
      ...kept,
      ...(keepChecksum ? { headerChecksum } : {}),
      // Other options may make the header longer.
      ...(changes.options === undefined ? { ihl } : {}),
    };
  }

  #acceptance(value: Readonly<Record<string, unknown>>, expected: readonly string[]): Mismatch {
    const { octets, exchange } = this.#answered;
    const { faults, where } = ipv4Header.observe(octets);
    const [fault] = faults;
    if (fault === undefined) return { expected, actual: `accepted: 0x${toHex(octets)}` };
    const read = writeWord(fault.field, value[fault.field] ?? fault.actual);
    const range = where[fault.field];
    const difference = {
      field: fault.field,
      expected: fault.expected,
      actual: fault.actual,
      exchange,
      ...(range === undefined ? {} : { bit: range.bit, bits: range.bits }),
    };
    return { expected, actual: `accepted with ${fault.field} ${read}`, difference };
  }

  get #answered(): Given {
    if (this.#decoded === undefined) throw new TypeError('the decoder was given nothing');
    return this.#decoded;
  }

  get #soundOne() {
    if (this.#sound === undefined) throw new TypeError('no sound header was given first');
    return this.#sound;
  }
}
