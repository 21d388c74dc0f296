/** Where reports go: `--report FORMAT[=FILE]`. Files are tried before the run, so that no long run ends in a lost report. */
import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import { AssayError } from '../contract/assay-error.ts';
import type { Report } from '../generated/meta/report.ts';
import { captions, describe } from '../kits/words.ts';
import { formats, type RenderOptions } from '../report/index.ts';
import type { Suite } from '../spec/suite.ts';
import { colours } from './colours.ts';
import { outFile } from './files.ts';

export interface Outputs {
  write(report: Report, suite: Suite): void;
  /** There is no report: no empty file is left. */
  drop(): void;
}

/** `FORMAT[=FILE]` */
export function formatAndFile(word: string): { readonly format: string; readonly file: string | undefined } {
  const [format = '', ...file] = word.split('=');
  return { format, file: file.length > 0 ? file.join('=') : undefined };
}

/** @throws AssayError ERR_USAGE for an unknown format or two for standard output, ERR_INPUT for a file not writable. */
export function openOutputs(words: readonly string[], reproducible: boolean): Outputs {
  const wanted = words.map((word) => {
    const { format, file } = formatAndFile(word);
    if (!(format in formats)) {
      throw new AssayError(
        'ERR_USAGE',
        `--report ${word}: no such format; there are ${Object.keys(formats).join(' ')}`,
      );
    }
    return { format, file };
  });
  if (!wanted.some(({ file }) => file === undefined)) wanted.push({ format: 'console', file: undefined });
  if (wanted.filter(({ file }) => file === undefined).length > 1) {
    throw new AssayError('ERR_USAGE', '--report: only one format can go to standard output; give the others a =FILE');
  }
  const names = wanted.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]));
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new AssayError('ERR_USAGE', `--report: two formats cannot go to ${twice}`);
  const files = wanted.map(({ format, file }) =>
    file === undefined ? undefined : outFile(`--report ${format}=${file}`, file),
  );
  const columns = process.stdout.columns ?? 100;
  const options: RenderOptions = { reproducible, describe, captions, colours: colours(), columns };
  return {
    write: (report, suite) => {
      wanted.forEach(({ format }, at) => {
        const file = files[at];
        const render = (how: RenderOptions): string => formats[format]!.render(report, suite, how);
        if (file === undefined) process.stdout.write(render(options));
        else file.write(render({ ...options, colours: createColors(false) }));
      });
    },
    drop: () => {
      for (const file of files) file?.drop();
    },
  };
}
