/**
 * `npm run fuzz -- [COUNT] [SEED]`: that many inputs, 10 million without a word, through every reading of every codec; and a
 * hundredth as many through the parsers of HTTP (fuzz-http.ts). Right messages with octets changed, cut off and added, and
 * octets at random. Looked for: a reading that throws, two readings that disagree, one that looks past the end (the octets
 * behind it are changed, the outcome must not).
 */
import { fileURLToPath } from 'node:url';
import { codecs, type LayerName } from '../../src/generated/codecs.ts';
import { type Random, random } from '../../src/net/random.ts';
import type { Codec } from '../../src/wire/codec.ts';
import { contextOf } from '../../src/wire/context.ts';
import { fuzzHttp } from './fuzz-http.ts';

const ROOM = 96;
/** Inputs of HTTP are larger, and each is read four times. */
const HTTP_SHARE = 100;
/** Octets before the input, so that offsets are not zero. */
export const BEFORE = 3;
/** Addresses of the datagram around the input. */
const AROUND = contextOf({ source: '192.0.2.1', destination: '198.51.100.2' });
/** The observing decoder takes 30 times as long as the compiled one: it sees one input in so many. */
const OBSERVED = 16;

/** What `encode` is given for a right message; the rest is changed in its octets. */
const SAMPLES: Readonly<Record<LayerName, (draw: Random) => Record<string, unknown>>> = {
  'ipv4/header': (draw) => ({
    protocol: draw.below(256),
    source: '192.0.2.1',
    destination: '198.51.100.2',
    options: Array.from({ length: draw.below(4) }, () => option(draw)),
  }),
  'udp/datagram': (draw) => ({ destinationPort: draw.below(65_536), data: hex(draw, draw.below(40)) }),
  'ipv4/icmp': (draw) => ({ type: [0, 3, 4, 5, 8, 11, 12, 14, 15][draw.below(9)], data: hex(draw, draw.below(24)) }),
  'relay/content': (draw) => ({ kind: 1 + draw.below(6), body: hex(draw, draw.below(24)) }),
  // An attribute or none: the header alone takes 56 octets of the room.
  'relay/frame': (draw) => ({
    type: draw.below(256),
    source: hex(draw, 16),
    destination: hex(draw, 16),
    messageId: hex(draw, 8),
    hopMac: hex(draw, 8),
    attributes: Array.from({ length: draw.below(2) }, () => relayAttribute(draw)),
  }),
  'tcp/segment': (draw) => ({
    sourcePort: draw.below(65_536),
    destinationPort: 7,
    sequenceNumber: draw.uint32(),
    ack: draw.below(2) > 0,
    options: Array.from({ length: draw.below(3) }, () => tcpOption(draw)),
    data: hex(draw, draw.below(24)),
  }),
  'turn/channel-data': (draw) => ({ channelNumber: 0x4000 + draw.below(0x4000), data: hex(draw, draw.below(40)) }),
  'turn/message': (draw) => ({
    type: [1, 3, 0x16, 0x101, 0x113][draw.below(5)],
    transactionId: hex(draw, 12),
    attributes: Array.from({ length: draw.below(4) }, () => attribute(draw)),
  }),
};

export interface Fuzzed {
  readonly inputs: number;
  /** How many of them were decoded without a fault. */
  readonly accepted: number;
}

/** Runs `count` inputs. @throws Error that shows the first input at which something is wrong */
export function fuzz(count: number, seed: number): Fuzzed {
  const draw = random(seed);
  const octets = new Uint8Array(ROOM);
  const view = new DataView(octets.buffer);
  const tried = Object.entries(codecs).map(([layer, codec]) => ({
    codec,
    into: codec.create(),
    draws: SAMPLES[layer as LayerName],
  }));
  let accepted = 0;
  for (let done = 0; done < count; done++) {
    const { codec, into, draws } = tried[done % tried.length]!;
    const end = fill(octets, view, draw, done % 4 === 3 ? undefined : codec.encode(draws(draw), AROUND));
    try {
      if (checkInput(codec, into, octets, view, end, draw, done % OBSERVED < tried.length)) accepted += 1;
    } catch (error) {
      const input = Buffer.from(octets.subarray(BEFORE, end)).toString('hex');
      throw new Error(`${codec.layer}, input ${done} of seed ${seed}: ${input}`, { cause: error });
    }
  }
  return { inputs: count, accepted };
}

/** Lays an input into `octets` from BEFORE on, and anything behind it; where it ends. */
function fill(octets: Uint8Array, view: DataView, draw: Random, message: Uint8Array | undefined): number {
  for (let at = 0; at < ROOM; at += 4) view.setUint32(at, draw.uint32());
  if (!message) return BEFORE + draw.below(ROOM - BEFORE);
  octets.set(message, BEFORE);
  for (let changes = draw.below(4); changes > 0; changes--)
    octets[BEFORE + draw.below(message.length)] = draw.below(256);
  const length = draw.below(3) > 0 ? message.length : draw.below(message.length + 8);
  return BEFORE + length;
}

/**
 * Whether octets [BEFORE, end) were accepted. Changes those behind them.
 * @throws Error when two readings disagree, or one looks past the end
 */
export function checkInput(
  codec: Codec,
  into: Record<string, number>,
  octets: Uint8Array,
  view: DataView,
  end: number,
  draw: Random,
  isObserved: boolean,
): boolean {
  const number = codec.read(into, view, BEFORE, end, AROUND);
  const first = codec.decodeStruct(view, BEFORE, end, AROUND);
  const decoded = isObserved || number === 0 ? codec.decode(octets.slice(BEFORE, end), AROUND) : undefined;
  for (let at = end; at < ROOM; at++) octets[at] = draw.below(256);
  const second = codec.decodeStruct(view, BEFORE, end, AROUND);
  if (!same(first, second)) throw new Error('the octets behind the end change the outcome');
  if (!same(first, number === 0 ? into : number)) throw new Error('read and decodeStruct disagree');
  if (decoded && decoded.ok !== (number === 0)) throw new Error('read and decode disagree');
  if (!isObserved || !decoded) return number === 0;
  const { faults, value } = codec.observe(octets.slice(BEFORE, end), AROUND);
  const [fault] = faults;
  const agrees = decoded.ok ? !fault && plain(decoded.value) === plain(value) : plain(decoded.fault) === plain(fault);
  if (!agrees) throw new Error('decode and observe disagree');
  if (!decoded.ok && codec.faults[number - 1]?.kind !== fault?.kind)
    throw new Error('the fault number is of another fault');
  return decoded.ok;
}

function same(a: Record<string, number> | number, b: Record<string, number> | number): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b;
  for (const name in a) if (a[name] !== b[name]) return false;
  return true;
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, part) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort());
  });
}

function option(draw: Random): Record<string, unknown> {
  if (draw.below(3) === 0) return { type: 1 };
  return { type: 2 + draw.below(200), data: hex(draw, draw.below(8)) };
}

function relayAttribute(draw: Random): Record<string, unknown> {
  const members = [
    { kind: 6, name: hex(draw, draw.below(9)) },
    { kind: 16, reservation: draw.uint32() },
    { kind: 17, seconds: draw.below(65_536) },
    { kind: 20, node: hex(draw, 16) },
    { kind: 25, sealed: hex(draw, draw.below(30)) },
    { kind: 200, data: hex(draw, draw.below(9)) },
  ];
  return members[draw.below(members.length)]!;
}

/** Of the kinds whose length is fixed, some with a length that is not theirs. */
function attribute(draw: Random): Record<string, unknown> {
  const kinds: readonly Record<string, unknown>[] = [
    { type: 0x06, username: hex(draw, draw.below(9)) },
    { type: 0x09, class: 4, number: draw.below(100), reason: hex(draw, draw.below(9)) },
    { type: 0x0d, lifetime: draw.uint32() },
    { type: 0x12, family: 1, port: draw.below(65_536), address: '192.0.2.1' },
    { type: 0x20, family: 2, port: draw.below(65_536), address: '2001:db8::1' },
    { type: 0x8028 },
    { type: draw.below(65_536), value: hex(draw, draw.below(9)) },
  ];
  return kinds[draw.below(kinds.length)] ?? {};
}

function tcpOption(draw: Random): Record<string, unknown> {
  const kind = [1, 2, 3, 4, 5, 8, 28, 34, 253][draw.below(9)]!;
  if (kind === 1) return { kind };
  const members = [
    { kind: 2, mss: draw.below(65_536) },
    { kind: 3, shift: draw.below(256) },
    { kind: 4 },
    { kind: 5, blocks: hex(draw, 8 * draw.below(3)) },
    { kind: 8, value: draw.uint32(), echo: draw.uint32() },
    { kind: 28, timeout: draw.below(32_768) },
    { kind: 34, cookie: hex(draw, draw.below(8)) },
    { kind: 253, data: hex(draw, draw.below(8)) },
  ];
  return members.find((each) => each.kind === kind)!;
}

function hex(draw: Random, length: number): string {
  return Buffer.from(draw.octets(length)).toString('hex');
}

function main(words: readonly string[]): void {
  const [count = 10_000_000, seed = Date.now() % 1_000_000] = words.map(Number);
  if (![count, seed].every((number) => Number.isSafeInteger(number) && number >= 0)) {
    console.error('usage: npm run fuzz -- [COUNT] [SEED], both whole numbers');
    process.exitCode = 2;
    return;
  }
  const started = Date.now();
  const { inputs, accepted } = fuzz(count, seed);
  const messages = fuzzHttp(Math.ceil(count / HTTP_SHARE), seed);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(
    `${inputs} inputs, seed ${seed}: ${accepted} accepted, no reading threw, disagreed or looked past the end (${seconds} s)`,
  );
  console.log(`${messages} inputs of HTTP: no parser threw, or found anything else when they were cut`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
