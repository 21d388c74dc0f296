/** The yardstick in C, compiled here and called through koffi from this very thread. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import koffi from 'koffi';
import { projectPath } from '../../../src/loader/project.ts';
import { Unmeasured } from '../row.ts';
import { BAD, type Decoder, decoder, refused } from './decoder.ts';
import type { Samples } from './samples.ts';

export const C = 'C (gcc -O2)';

const FIELDS = 16;

/** @throws Unmeasured without gcc */
export function cDecoder(samples: Samples, folder: string): Decoder {
  const library = koffi.load(compiled(folder));
  const decodeAll = library.func('int32_t decode_all(void *, void *, void *, int32_t, int32_t)');
  const show = library.func('int32_t show(void *, int32_t, void *)');
  const fields = new Uint32Array(FIELDS);
  return decoder(
    C,
    samples,
    (from, to) => {
      const sum = decodeAll(samples.octets, samples.starts, samples.ends, from, to) as number;
      return sum < 0 ? refused(from) : sum;
    },
    ({ octets, starts, ends }, index) => {
      const header = octets.subarray(starts[index], ends[index]);
      return show(header, header.length, fields) === 0 ? fields.join(',') : BAD;
    },
  );
}

function compiled(folder: string): string {
  const source = projectPath('test', 'bench', 'ipv4', 'decode.c');
  const library = join(folder, 'decode.so');
  const flags = ['-O2', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC'];
  const { error, status, stderr } = spawnSync('gcc', [...flags, '-o', library, source], { encoding: 'utf8' });
  if (error !== undefined) throw new Unmeasured('needs gcc, which this machine does not have');
  if (status !== 0) throw new Error(`gcc: ${stderr}`);
  return library;
}
