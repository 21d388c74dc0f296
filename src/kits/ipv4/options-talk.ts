/** Echo requests that record their route or collect timestamps, and what their replies make of that. */
import { toHex } from '../../contract/hex.ts';
import type { Mismatch } from '../../harness/outcome.ts';
import { Unmet } from '../../harness/outcome.ts';
import { compareOctets } from './difference.ts';
import type { EchoTalk } from './echo-talk.ts';
import { type OptionOctets, optionsIn, POINTER_AT, RECORD_ROUTE, TIMESTAMP } from './option-octets.ts';
import { optionOctets } from './option-words.ts';
import type { Seen } from './seen.ts';
import type { Wire } from './wire.ts';
import type { HeaderFields } from './words.ts';

const RECORD_HEAD = 3;
const [TIMESTAMP_FLAGS_AT, TIMESTAMP_HEAD] = [3, 4];
const [TIMES_ALONE, WITH_ADDRESS] = [0, 1];
const ADDRESS_OCTETS = 4;
/** Once as the datagram came in and once as the reply went out, at the most. */
const MOST_OVERFLOWS_OF_ONE = 2;

type Options = NonNullable<HeaderFields['options']>;

/** An option as it was sent, beside what came back of it. */
interface Pair {
  readonly sent: Uint8Array;
  readonly back: OptionOctets;
  readonly reply: Seen;
}

export class OptionsTalk {
  readonly #wire: Wire;
  readonly #echoes: EchoTalk;
  #sent: readonly Uint8Array[] = [];

  constructor(wire: Wire, echoes: EchoTalk) {
    this.#wire = wire;
    this.#echoes = echoes;
  }

  async askRecording(route: string): Promise<void> {
    await this.#ask([await this.#option(RECORD_ROUTE, route)]);
  }

  async askTimed(flag: number, times: string): Promise<void> {
    await this.#ask([await this.#option(TIMESTAMP, times, flag)]);
  }

  async askBoth(route: string, flag: number, times: string): Promise<void> {
    await this.#ask([await this.#option(RECORD_ROUTE, route), await this.#option(TIMESTAMP, times, flag)]);
  }

  /** The host's address behind what was recorded before. @throws Unmet */
  async assertRecorded(): Promise<void> {
    const pair = await this.#returned(RECORD_ROUTE);
    const added = addedTo(pair, RECORD_HEAD, ADDRESS_OCTETS);
    await this.#assertOwn(pair, wordsOf(added));
  }

  /** The host's time behind those before, with its address where that is asked for. @throws Unmet */
  async assertTimed(): Promise<void> {
    const pair = await this.#returned(TIMESTAMP);
    const flag = pair.sent[TIMESTAMP_FLAGS_AT]! & 0xf;
    const size = flag === TIMES_ALONE ? 4 : 8;
    const added = addedTo(pair, TIMESTAMP_HEAD, size);
    if (flag !== TIMES_ALONE) {
      // Addresses and times take turns.
      const addresses = wordsOf(added).filter((_, index) => index % 2 === 0);
      await this.#assertOwn(pair, flag === WITH_ADDRESS ? addresses : addresses.slice(0, 1));
    }
  }

  /** @throws Unmet */
  async assertUnchanged(type: number): Promise<void> {
    const { sent, back, reply } = await this.#returned(type);
    throwIf(compareOctets(`option ${type}`, sent, back.octets, reply.exchange, back.bit));
  }

  /** A reply in any case; the option may be missing in it. @throws Unmet */
  async assertUnchangedOrLeftOut(type: number): Promise<void> {
    await this.#echoes.expectReplies();
    const { reply } = this.#echoes;
    const back = this.#backIn(reply, type);
    const outcome = back === undefined ? 'the reply leaves the option out' : 'the reply returns the option as it came';
    if (back !== undefined) {
      throwIf(compareOctets(`option ${type}`, this.#sentOf(type), back.octets, reply.exchange, back.bit));
    }
    this.#wire.scene.took({ outcome, clause: 'RFC 1122 section 3.2.1.8 (d), (e)', level: 'MAY' });
  }

  /** All as it came, but for the count of those that found no place. @throws Unmet */
  async assertOverflowCounted(): Promise<void> {
    const { sent, back, reply } = await this.#returned(TIMESTAMP);
    const expected = sent.slice();
    const counted = (back.octets[TIMESTAMP_FLAGS_AT]! >> 4) - (sent[TIMESTAMP_FLAGS_AT]! >> 4);
    const times = Math.min(Math.max(counted, 1), MOST_OVERFLOWS_OF_ONE);
    expected[TIMESTAMP_FLAGS_AT] = expected[TIMESTAMP_FLAGS_AT]! + 0x10 * times;
    throwIf(compareOctets('timestamps', expected, back.octets, reply.exchange, back.bit));
  }

  recordHabit(): void {
    const { reply } = this.#echoes;
    const habit = (type: number): string => {
      const back = this.#backIn(reply, type);
      if (back === undefined) return 'left out';
      return toHex(back.octets) === toHex(this.#sentOf(type)) ? 'returned as it came' : 'updated and returned';
    };
    const outcome = `record of the route ${habit(RECORD_ROUTE)}, timestamps ${habit(TIMESTAMP)}`;
    this.#wire.scene.took({ outcome, clause: 'RFC 1122 section 3.2.1.8 (d), (e)', level: 'MAY' });
  }

  /** @throws Unmet */
  assertWithout(type: number): void {
    const { reply } = this.#echoes;
    const found = this.#backIn(reply, type);
    if (found === undefined) return;
    const [expected, actual] = [`no option ${type}`, `option ${toHex(found.octets)}`];
    const place = { bit: found.bit, bits: 8 * found.octets.length };
    const difference = { field: 'options', expected, actual, exchange: reply.exchange, ...place };
    throw new Unmet({ expected: [`an echo reply with ${expected}`], actual, difference });
  }

  async #ask(options: readonly Uint8Array[]): Promise<void> {
    this.#sent = options;
    await this.#echoes.askAgain({ options: options.map(genericOf) });
  }

  async #option(type: number, words: string, flag?: number): Promise<Uint8Array> {
    return optionOctets(type, words, (await this.#wire.link()).addresses, flag);
  }

  /** Waits for the reply, which returns the option in its full length. @throws Unmet */
  async #returned(type: number): Promise<Pair> {
    await this.#echoes.expectReplies();
    const { reply } = this.#echoes;
    const [sent, back] = [this.#sentOf(type), this.#backIn(reply, type)];
    if (back?.octets.length === sent.length) return { sent, back, reply };
    const expected = `option ${type} of ${sent.length} octets`;
    const actual = back === undefined ? `no option ${type}` : `option ${type} of ${back.octets.length} octets`;
    const place = back === undefined ? {} : { bit: back.bit + 8, bits: 8 };
    const difference = { field: 'options', expected, actual, exchange: reply.exchange, ...place };
    throw new Unmet({ expected: [`an echo reply with ${expected}`], actual, difference });
  }

  /** One of the entries is the address that was asked. @throws Unmet */
  async #assertOwn({ back, reply }: Pair, entries: readonly string[]): Promise<void> {
    const { iut } = (await this.#wire.link()).addresses;
    if (entries.includes(iut)) return;
    const actual = entries.join(', ');
    const place = { bit: back.bit, bits: 8 * back.octets.length };
    const difference = { field: 'options', expected: iut, actual, exchange: reply.exchange, ...place };
    throw new Unmet({ expected: [`${iut} added`], actual: `${actual} added`, difference });
  }

  #sentOf(type: number): Uint8Array {
    const sent = this.#sent.find((each) => each[0] === type);
    if (sent === undefined) throw new TypeError(`no option ${type} was sent`);
    return sent;
  }

  #backIn(reply: Seen, type: number): OptionOctets | undefined {
    return optionsIn(reply).find((each) => each.type === type);
  }
}

/** The spelling in which an option is written as it stands. */
export function genericOf(octets: Uint8Array): Options[number] {
  return { type: octets[0]!, length: octets[1]!, data: toHex(octets.subarray(2)) };
}

/** The entries between the pointer as it was and as it is, each of `size` octets; those before are as they were. @throws Unmet */
function addedTo({ sent, back, reply }: Pair, head: number, size: number): Uint8Array {
  const [before, after] = [sent[POINTER_AT]!, back.octets[POINTER_AT]!];
  const earlier = sent.subarray(head, before - 1);
  throwIf(
    compareOctets('entries', earlier, back.octets.subarray(head, before - 1), reply.exchange, back.bit + 8 * head),
  );
  const isAdvanced = after > before && (after - before) % size === 0 && after <= sent.length + 1;
  if (isAdvanced) return back.octets.subarray(before - 1, after - 1);
  const [expected, actual] = [`${before} and ${size} more, or a multiple of that`, String(after)];
  const difference = { field: 'pointer', expected, actual, exchange: reply.exchange, bit: back.bit + 16, bits: 8 };
  throw new Unmet({ expected: [`pointer ${expected}`], actual: `pointer ${actual}`, difference });
}

/** Words of 32 bits, dotted. */
function wordsOf(octets: Uint8Array): readonly string[] {
  return Array.from({ length: octets.length / ADDRESS_OCTETS }, (_, index) =>
    octets.subarray(ADDRESS_OCTETS * index, ADDRESS_OCTETS * (index + 1)).join('.'),
  );
}

function throwIf(mismatch: Mismatch | undefined): void {
  if (mismatch !== undefined) throw new Unmet(mismatch);
}
