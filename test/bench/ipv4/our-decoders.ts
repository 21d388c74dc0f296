/** Our compiled codec, both ways: a struct of its own for each header, and into a struct of the caller's. */
import { ipv4Header as codec, type Ipv4HeaderStruct as Struct } from '../../../src/generated/ipv4/header.ts';
import { keep } from '../interleave.ts';
import { BAD, type Decoder, decoder, RING, refused } from './decoder.ts';
import type { Samples } from './samples.ts';

export const FRESH = 'assay, fresh object';
export const INTO = "assay, caller's struct";

export function ourDecoder(samples: Samples): Decoder {
  const { view, starts, ends } = samples;
  const ring: (Struct | undefined)[] = new Array(RING).fill(undefined);
  keep(ring);
  const decodeAll = (from: number, to: number): number => {
    let sum = 0;
    for (let index = from; index < to; index += 1) {
      const decoded = codec.decodeStruct(view, starts[index]!, ends[index]!);
      if (typeof decoded === 'number') return refused(index);
      ring[index & (RING - 1)] = decoded;
      sum += decoded.identification + decoded.optionsLength;
    }
    return sum;
  };
  return decoder(FRESH, samples, decodeAll, ({ view, starts, ends }, index) => {
    const decoded = codec.decodeStruct(view, starts[index]!, ends[index]!);
    return typeof decoded === 'number' ? BAD : shown(decoded);
  });
}

export function ourReader(samples: Samples): Decoder {
  const { view, starts, ends } = samples;
  const ring = Array.from({ length: RING }, codec.create);
  keep(ring);
  const decodeAll = (from: number, to: number): number => {
    let sum = 0;
    for (let index = from; index < to; index += 1) {
      const into = ring[index & (RING - 1)]!;
      if (codec.read(into, view, starts[index]!, ends[index]!) !== 0) return refused(index);
      sum += into.identification + into.optionsLength;
    }
    return sum;
  };
  const one = codec.create();
  return decoder(INTO, samples, decodeAll, ({ view, starts, ends }, index) =>
    codec.read(one, view, starts[index]!, ends[index]!) === 0 ? shown(one) : BAD,
  );
}

function shown(header: Struct): string {
  return [
    header.version,
    header.ihl,
    header.dscp,
    header.ecn,
    header.totalLength,
    header.identification,
    header.reserved,
    header.dontFragment,
    header.moreFragments,
    header.fragmentOffset,
    header.timeToLive,
    header.protocol,
    header.headerChecksum,
    header.source >>> 0,
    header.destination >>> 0,
    header.optionsLength,
  ].join(',');
}
