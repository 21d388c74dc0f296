/**
 * binary-parser and our checksum, with the header described as our schema does it, options included. Its descriptions
 * cannot say that an option fits into the header, so it is asked for a little less than we are.
 */
import { Parser } from 'binary-parser/dist/binary_parser.js';
import { foldSum, internetSum } from '../../../src/wire/runtime/checksum.ts';
import { keep } from '../interleave.ts';
import { BAD, type Decoder, decoder, RING, refused } from './decoder.ts';
import type { Samples } from './samples.ts';

export const BINARY_PARSER = 'binary-parser + our checksum';

function headerParser() {
  const other = new Parser().uint8('length', { assert: (length) => (length as number) >= 2 }).buffer('data', {
    length(this: { length: number }) {
      return this.length - 2;
    },
  });
  const alone = new Parser();
  const option = new Parser()
    .uint8('type')
    .choice({ tag: 'type', choices: { 0: alone, 1: alone }, defaultChoice: other });
  return new Parser()
    .endianess('big')
    .bit4('version', { assert: 4 })
    .bit4('ihl', { assert: (words) => (words as number) >= 5 })
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
    .array('options', {
      type: option,
      lengthInBytes(this: { ihl: number }) {
        return 4 * this.ihl - 20;
      },
    });
}

export function binaryParserDecoder(samples: Samples): Decoder {
  const parser = headerParser();
  const { octets, view, starts, ends } = samples;
  // It takes octets from their beginning only; cutting them out is not counted.
  const headers = Array.from(starts, (start, index) => octets.subarray(start, ends[index]));
  const ring: (object | undefined)[] = new Array(RING).fill(undefined);
  keep(ring);
  const decodeAll = (from: number, to: number): number => {
    let sum = 0;
    for (let index = from; index < to; index += 1) {
      const decoded = parser.parse(headers[index]!);
      if (foldSum(internetSum(view, starts[index]!, ends[index]!, 0)) !== 0xffff) return refused(index);
      ring[index & (RING - 1)] = decoded;
      sum += decoded.identification + 4 * decoded.ihl - 20;
    }
    return sum;
  };
  return decoder(BINARY_PARSER, samples, decodeAll, ({ octets, view, starts, ends }, index) => {
    const { options: _, ...fields } = parser.parse(octets.subarray(starts[index], ends[index]));
    if (foldSum(internetSum(view, starts[index]!, ends[index]!, 0)) !== 0xffff) return BAD;
    return [...Object.values(fields), 4 * fields.ihl - 20].join(',');
  });
}
