/** What every contender at decoding gives: its results to compare, and its turn. */
import { type Contender, inProcess } from '../interleave.ts';
import { Disagreement } from '../row.ts';
import type { Samples } from './samples.ts';

/** Decodes headers [from, to) of the samples; a number made of what it found. @throws Error when a header is refused */
export type DecodeAll = (from: number, to: number) => number;

/** One header: its fields in wire order and the octets of options, joined by commas, or BAD. */
export type ShowOne = (samples: Samples, index: number) => string;

export interface Decoder extends Contender {
  readonly show: ShowOne;
}

export const BAD = 'bad';

/** Results that stay reachable, so that each of them has to be made: a power of two. */
export const RING = 16;

/** One piece of work: so many headers. */
const SLICE = 100;

/** Goes round and round the samples, a slice for each piece of work. */
export function decoder(name: string, { starts }: Samples, decodeAll: DecodeAll, show: ShowOne): Decoder {
  let next = 0;
  const turn = (times: number): number => {
    let sum = 0;
    for (let time = 0; time < times; time += 1) {
      sum = (sum + decodeAll(next, next + SLICE)) | 0;
      next += SLICE;
      if (next >= starts.length) next = 0;
    }
    return sum;
  };
  return { ...inProcess(name, turn), show };
}

/** @throws Disagreement unless all accept every right header with the same values, and refuse every spoiled one. */
export function checkAgreement(decoders: readonly Decoder[], right: Samples, spoiled: Samples): void {
  for (const samples of [right, spoiled]) {
    for (let index = 0; index < samples.starts.length; index += 1) {
      const expected = samples === spoiled ? BAD : shown(decoders[0]!, samples, index);
      for (const each of decoders) {
        const found = shown(each, samples, index);
        if (found === expected && (found === BAD) === (samples === spoiled)) continue;
        throw new Disagreement(`header ${index}: ${each.name} finds ${found}, not ${expected}`);
      }
    }
  }
}

/** A decoder that throws has refused. */
function shown({ show }: Decoder, samples: Samples, index: number): string {
  try {
    return show(samples, index);
  } catch {
    return BAD;
  }
}

/** For a loop that met a header which it should have taken. */
export function refused(index: number): never {
  throw new Disagreement(`header ${index} was refused`);
}
