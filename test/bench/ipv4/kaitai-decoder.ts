/**
 * What kaitai-struct-compiler makes of our own .ksy, and our checksum. It tells options apart, for they can be refused in
 * no other way. What could be held against us is eased: integers of whole octets are read as such and not bit by bit, and
 * one stream serves all headers.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectPath } from '../../../src/loader/project.ts';
import { foldSum, internetSum } from '../../../src/wire/runtime/checksum.ts';
import { keep } from '../interleave.ts';
import { BAD, type Decoder, decoder, RING, refused } from './decoder.ts';
import type { Samples } from './samples.ts';

export const KAITAI = 'kaitai-struct + our checksum';

/** What Kaitai reads an integer of whole octets with. */
const WHOLE: Readonly<Record<string, string>> = { b8: 'u1', b16: 'u2', b32: 'u4' };
const FIELDS = [
  'version',
  'ihl',
  'dscp',
  'ecn',
  'totalLength',
  'identification',
  'reserved',
  'dontFragment',
  'moreFragments',
  'fragmentOffset',
  'timeToLive',
  'protocol',
  'headerChecksum',
  'source',
  'destination',
] as const;

type Header = Record<(typeof FIELDS)[number], number | boolean> & { readonly _raw_options: Uint8Array };
type Parser = new (stream: Stream) => Header;
type Stream = { pos: number };

// Neither package has types that an ES module can use.
const require = createRequire(import.meta.url);
const KaitaiStream = require('kaitai-struct/KaitaiStream') as new (octets: ArrayBufferLike, from?: number) => Stream;
const compiler = require('kaitai-struct-compiler') as {
  compile(language: string, description: object, importer?: object, debug?: boolean): Promise<Record<string, string>>;
};

interface Description {
  readonly seq: { type?: string }[];
}

export async function kaitaiDecoder(samples: Samples, folder: string): Promise<Decoder> {
  const Parser = await headerParser(folder);
  const { view, starts, ends } = samples;
  const stream = new KaitaiStream(samples.octets.buffer);
  const ring: (Header | undefined)[] = new Array(RING).fill(undefined);
  keep(ring);
  const decodeAll = (from: number, to: number): number => {
    let sum = 0;
    for (let index = from; index < to; index += 1) {
      stream.pos = starts[index]!;
      const decoded = new Parser(stream);
      if (foldSum(internetSum(view, starts[index]!, ends[index]!, 0)) !== 0xffff) return refused(index);
      ring[index & (RING - 1)] = decoded;
      sum += (decoded.identification as number) + decoded._raw_options.length;
    }
    return sum;
  };
  return decoder(KAITAI, samples, decodeAll, ({ octets, view, starts, ends }, index) => {
    const header = new Parser(new KaitaiStream(octets.buffer, starts[index]));
    if (foldSum(internetSum(view, starts[index]!, ends[index]!, 0)) !== 0xffff) return BAD;
    return [...FIELDS.map((name) => Number(header[name])), header._raw_options.length].join(',');
  });
}

async function headerParser(folder: string): Promise<Parser> {
  const description = parse(readFileSync(projectPath('src', 'generated', 'ipv4', 'header.ksy'), 'utf8')) as Description;
  for (const field of description.seq) {
    if (field.type !== undefined) field.type = WHOLE[field.type] ?? field.type;
  }
  const sources = await compiler.compile('javascript', description, undefined, false);
  const path = join(folder, 'ipv4-header.cjs');
  writeFileSync(path, sources['Ipv4Header.js']!);
  const { Ipv4Header } = createRequire(path)(path) as { Ipv4Header: Parser };
  return Ipv4Header;
}
