/** Decoding IPv4 headers, checksum verified: both of our ways against C, and against decoders made from descriptions. */
import { interleave } from '../interleave.ts';
import type { Pace } from '../pace.ts';
import { compare, type Group, type Row } from '../row.ts';
import { inWorkshop } from '../workshop.ts';
import { BINARY_PARSER, binaryParserDecoder } from './binary-parser-decoder.ts';
import { C, cDecoder } from './c-decoder.ts';
import { checkAgreement } from './decoder.ts';
import { KAITAI, kaitaiDecoder } from './kaitai-decoder.ts';
import { FRESH, INTO, ourDecoder, ourReader } from './our-decoders.ts';
import { headerSamples, spoiled } from './samples.ts';

export const decoding: Group = { name: 'decode', measure };

function measure(pace: Pace): Promise<Row[]> {
  return inWorkshop(async (folder) => {
    const samples = headerSamples();
    const decoders = [
      ourDecoder(samples),
      ourReader(samples),
      cDecoder(samples, folder),
      await kaitaiDecoder(samples, folder),
      binaryParserDecoder(samples),
    ];
    checkAgreement(decoders, samples, spoiled(samples));
    const times = await interleave(decoders, pace);
    const work = 'IPv4 decode + checksum';
    return [
      compare({ work, ours: FRESH, peer: C, goal: { atLeast: 1 / 4, asks: 'at most 4 x C' } }, times),
      compare({ work, ours: FRESH, peer: KAITAI, goal: { atLeast: 8 } }, times),
      compare({ work, ours: FRESH, peer: BINARY_PARSER, goal: { atLeast: 20 } }, times),
      compare({ work, ours: INTO, peer: C, goal: { atLeast: 1 / 2, asks: 'at most 2 x C' } }, times),
    ];
  });
}
