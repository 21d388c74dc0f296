/**
 * A decoder and an encoder of segments under test. Fields stand in features as in those of headers; options as kinds with
 * the octets of their data. However an implementation spells an option, its octets count.
 */
import { toHex } from '../../contract/hex.ts';
import { type TcpSegment, tcpSegment } from '../../generated/tcp/segment.ts';
import { point } from '../../harness/interval.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { DecodeAnswer } from '../../harness/surface.ts';
import { contextOf } from '../../wire/context.ts';
import { compareOctets, locate } from '../ipv4/difference.ts';
import { readHex } from '../ipv4/words.ts';
import { type Rows, readOptions } from './words.ts';

const LAYER = 'tcp/segment';
/** Between two networks for documentation (RFC 5737), as in the fixtures. */
const ADDRESSES = { source: '192.0.2.1', destination: '198.51.100.7' };

type Fields = readonly (readonly [field: string, value: unknown])[];

/** `| field | value |`, and below it numbers, true and false, data, options. @throws TypeError */
export function readSegmentFields([head, ...rows]: Rows): Fields {
  if (head?.join() !== 'field,value') throw new TypeError('a table of fields starts with | field | value |');
  return rows.map(([field = '', word = '']) => [field, wordValue(field, word)]);
}

function wordValue(field: string, word: string): unknown {
  if (field === 'options') return readOptions(word);
  if (field === 'data') return word === 'none' ? '' : word.replaceAll(' ', '');
  if (word === 'true' || word === 'false') return word === 'true';
  const number = Number(word);
  if (word === '' || !Number.isInteger(number)) throw new TypeError(`no value of the field ${field}: ${word}`);
  return number;
}

export class SegmentBench {
  readonly #scene: Scene;
  #sound: Uint8Array | undefined;
  #decoded: { readonly octets: Uint8Array; readonly exchange: number; readonly answer: DecodeAnswer } | undefined;
  #encoded: { readonly octets: Uint8Array; readonly exchange: number } | Unmet | undefined;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  async decode(octets: Uint8Array): Promise<DecodeAnswer> {
    const codec = await this.#scene.surface('codec');
    const exchange = this.#scene.evidence.sent(LAYER, octets, point(0));
    const answer = await codec.decode(LAYER, octets, ADDRESSES);
    this.#decoded = { octets, exchange, answer };
    return answer;
  }

  async decodeFixture(name: string): Promise<void> {
    await this.decode(readHex(this.#scene.fixture(LAYER, name).octets));
  }

  /** The twin of what must be refused. @throws Inconclusive */
  async acceptFixture(name: string): Promise<void> {
    const { octets, value } = this.#scene.fixture(LAYER, name);
    this.#sound = readHex(octets);
    const answer = await this.decode(this.#sound);
    const isRead = answer.ok && answer.value.sequenceNumber === (value as TcpSegment | undefined)?.sequenceNumber;
    if (!isRead) throw new Inconclusive('twin', 'the same segment without the fault is not read either');
  }

  /** The sound segment with some fields changed, and its checksum derived anew. */
  async decodeChanged(changes: Fields): Promise<void> {
    const { checksum: _, ...kept } = tcpSegment.observe(this.#soundOne, contextOf(ADDRESSES)).value;
    await this.decode(
      tcpSegment.encode({ ...kept, ...Object.fromEntries(changes) } as TcpSegment, contextOf(ADDRESSES)),
    );
  }

  async decodeWithBitInverted(bit: number): Promise<void> {
    const octets = this.#soundOne.slice();
    octets[bit >> 3]! ^= 0x80 >> (bit & 7);
    await this.decode(octets);
  }

  /** @throws Unmet */
  assertRefused(): void {
    const { answer, octets, exchange } = this.#answered;
    if (!answer.ok) return;
    const { faults, where } = tcpSegment.observe(octets, contextOf(ADDRESSES));
    const [fault] = faults;
    const actual = fault === undefined ? 'accepted' : `accepted with ${fault.field} ${fault.actual}`;
    const difference = fault && locate(fault.field, fault.expected, fault.actual, { exchange, where });
    throw new Unmet({ expected: ['refused'], actual, ...(difference && { difference }) });
  }

  /** @throws Unmet */
  assertReads(expected: Fields): void {
    const { answer, octets, exchange } = this.#answered;
    if (!answer.ok) throw new Unmet({ expected: ['accepted'], actual: 'refused' });
    const { where } = tcpSegment.observe(octets, contextOf(ADDRESSES));
    for (const [field, value] of expected) {
      const [wanted, actual] = [spelled(field, value), spelled(field, answer.value[field])];
      if (wanted === actual) continue;
      const difference = locate(field, wanted, actual, { exchange, where });
      throw new Unmet({ expected: [`${field} ${wanted}`], actual: `${field} ${actual}`, difference });
    }
  }

  /** A refusal is kept, for a Then to judge. */
  async encode(fields: Fields): Promise<void> {
    const codec = await this.#scene.surface('codec');
    try {
      const octets = await codec.encode(LAYER, Object.fromEntries(fields), undefined, ADDRESSES);
      this.#encoded = { octets, exchange: this.#scene.evidence.received(LAYER, octets, point(0)) };
    } catch (thrown) {
      if (!(thrown instanceof Unmet)) throw thrown;
      this.#encoded = thrown;
    }
  }

  /** @throws Unmet */
  assertWritten(expected: Uint8Array, from = 0, to?: number): void {
    if (this.#encoded === undefined) throw new TypeError('the encoder was given nothing');
    if (this.#encoded instanceof Unmet) throw this.#encoded;
    const { octets, exchange } = this.#encoded;
    const mismatch = compareOctets('segment', expected, octets.subarray(from, to), exchange, 8 * from);
    if (mismatch !== undefined) throw new Unmet(mismatch);
  }

  get #answered() {
    if (this.#decoded === undefined) throw new TypeError('the decoder was given nothing');
    return this.#decoded;
  }

  get #soundOne(): Uint8Array {
    if (this.#sound === undefined) throw new TypeError('no sound segment was given first');
    return this.#sound;
  }
}

/** Options by their octets, all else as it is. */
function spelled(field: string, value: unknown): string {
  if (field !== 'options') return String(value);
  try {
    const options = (value ?? []) as TcpSegment['options'];
    const octets = tcpSegment.encode({ sourcePort: 0, destinationPort: 0, options }, contextOf(ADDRESSES));
    // Padding is no option, however it is told.
    return toHex(octets.subarray(20)).replace(/(?:00)+$/, '') || 'none';
  } catch {
    return JSON.stringify(value);
  }
}
