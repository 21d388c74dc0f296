/**
 * Encoding IPv4 headers, checksum made: our codec against binary-parser-encoder. Ours writes into octets that the caller
 * has; so that this alone is not the advantage, it is measured with octets of its own for each header too, as the peer
 * gives them.
 */
import { Parser } from 'binary-parser-encoder';
import { ipv4Header as codec, type Ipv4HeaderStruct as Struct } from '../../../src/generated/ipv4/header.ts';
import { DERIVE } from '../../../src/wire/codec.ts';
import { internetChecksum } from '../../../src/wire/runtime/checksum.ts';
import { type Contender, inProcess, interleave, keep } from '../interleave.ts';
import type { Pace } from '../pace.ts';
import { compare, Disagreement, type Group, type Row } from '../row.ts';
import { RING } from './decoder.ts';
import { headerSamples, type Samples } from './samples.ts';

const INTO = "assay, caller's octets";
const FRESH = 'assay, fresh octets';
const PEER = 'binary-parser-encoder + our checksum';
/** Octets: the longest header. */
const LONGEST = 60;
const SLICE = 100;

interface Encoder extends Contender {
  /** The octets of one header. */
  encode(index: number): Uint8Array;
}

export const encoding: Group = { name: 'encode', measure };

async function measure(pace: Pace): Promise<Row[]> {
  const samples = headerSamples();
  const encoders = [intoOctets(samples), freshOctets(samples), binaryParserEncoder(samples)];
  for (const { name, encode } of encoders) {
    samples.starts.forEach((start, index) => {
      const expected = samples.octets.subarray(start, samples.ends[index]);
      if (Buffer.compare(encode(index), expected) !== 0) throw new Disagreement(`header ${index}: ${name} differs`);
    });
  }
  const times = await interleave(encoders, pace);
  const row = (ours: string): Row => {
    return compare({ work: 'IPv4 encode + checksum', ours, peer: PEER, goal: { atLeast: 8 } }, times);
  };
  return [row(INTO), row(FRESH)];
}

/** Goes round the samples; `encodeOne` keeps what it makes reachable and returns its last octets as a number. */
function encoder(
  name: string,
  count: number,
  encodeOne: (index: number) => number,
  encode: Encoder['encode'],
): Encoder {
  let next = 0;
  const turn = (times: number): number => {
    let sum = 0;
    for (let left = SLICE * times; left > 0; left -= 1) {
      sum = (sum + encodeOne(next)) | 0;
      next = next + 1 < count ? next + 1 : 0;
    }
    return sum;
  };
  return { ...inProcess(name, turn), encode };
}

/** Everything given but the checksum; options lie in the samples' octets. */
function structsOf({ view, starts, ends }: Samples): Struct[] {
  return Array.from(starts, (start, index) => {
    const decoded = codec.decodeStruct(view, start, ends[index]!);
    if (typeof decoded === 'number') throw new Disagreement(`header ${index} was refused`);
    return { ...decoded, headerChecksum: DERIVE };
  });
}

function intoOctets(samples: Samples): Encoder {
  const structs = structsOf(samples);
  const context = { octets: samples.view };
  const room = new DataView(new ArrayBuffer(RING * LONGEST));
  keep(room);
  const write = (index: number): number => codec.write(structs[index]!, room, (index & (RING - 1)) * LONGEST, context);
  return encoder(INTO, structs.length, write, (index) => {
    const length = write(index);
    return new Uint8Array(room.buffer, (index & (RING - 1)) * LONGEST, length);
  });
}

/** Cut from the pool of Node's buffers, as the peer's are. */
function freshOctets(samples: Samples): Encoder {
  const structs = structsOf(samples);
  const context = { octets: samples.view };
  const pooled = new Pooled();
  return fresh(FRESH, structs.length, (index) => {
    const struct = structs[index]!;
    const octets = Buffer.allocUnsafe(20 + struct.optionsLength);
    codec.write(struct, pooled.viewOf(octets), octets.byteOffset, context);
    return octets;
  });
}

function binaryParserEncoder(samples: Samples): Encoder {
  const parser = headerParser();
  const values = structsOf(samples).map((struct) => ({
    ...struct,
    headerChecksum: 0,
    source: struct.source >>> 0,
    destination: struct.destination >>> 0,
    options: Buffer.from(samples.octets.subarray(struct.optionsAt, struct.optionsAt + struct.optionsLength)),
  }));
  const pooled = new Pooled();
  return fresh(PEER, values.length, (index) => {
    const octets = parser.encode(values[index]!);
    const view = pooled.viewOf(octets);
    const at = octets.byteOffset;
    view.setUint16(at + 10, internetChecksum(view, at, at + octets.length));
    return octets;
  });
}

function fresh(name: string, count: number, encode: (index: number) => Buffer): Encoder {
  const ring: (Buffer | undefined)[] = new Array(RING).fill(undefined);
  keep(ring);
  const encodeOne = (index: number): number => {
    const octets = encode(index);
    ring[index & (RING - 1)] = octets;
    return octets[10]!;
  };
  return encoder(name, count, encodeOne, encode);
}

/** A view of the pool that a buffer was cut from; one serves many buffers, and making it is not what is measured. */
class Pooled {
  #view: DataView = new DataView(new ArrayBuffer(0));

  viewOf(octets: Buffer): DataView {
    if (this.#view.buffer !== octets.buffer) this.#view = new DataView(octets.buffer);
    return this.#view;
  }
}

function headerParser() {
  return new Parser({ smartBufferSize: LONGEST })
    .endianess('big')
    .bit4('version')
    .bit4('ihl')
    .bit6('dscp')
    .bit2('ecn')
    .uint16('totalLength')
    .uint16('identification')
    .bit1('reserved')
    .bit1('dontFragment')
    .bit1('moreFragments')
    .bit13('fragmentOffset')
    .uint8('timeToLive')
    .uint8('protocol')
    .uint16('headerChecksum')
    .uint32('source')
    .uint32('destination')
    .buffer('options', { length: 'ihl' });
}
