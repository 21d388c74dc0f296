/** Where reports go: `--report FORMAT[=FILE]`. Files are tried before the run, so that no long run ends in a lost report. */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { createColors } from 'picocolors';
import { AssayError } from '../contract/assay-error.ts';
import type { Report } from '../generated/meta/report.ts';
import { captions, describe } from '../kits/words.ts';
import { formats, type RenderOptions } from '../report/index.ts';
import type { Suite } from '../spec/suite.ts';
import { colours } from './colours.ts';

export interface Outputs {
  write(report: Report, suite: Suite): Promise<void>;
}

/** @throws AssayError ERR_USAGE for an unknown format or two for standard output, ERR_INPUT for a file not writable. */
export async function openOutputs(words: readonly string[], reproducible: boolean): Promise<Outputs> {
  const wanted = words.map((word) => {
    const [format = '', ...file] = word.split('=');
    if (!(format in formats)) {
      throw new AssayError(
        'ERR_USAGE',
        `--report ${word}: no such format; there are ${Object.keys(formats).join(' ')}`,
      );
    }
    return { format, file: file.length > 0 ? file.join('=') : undefined };
  });
  if (!wanted.some(({ file }) => file === undefined)) wanted.push({ format: 'console', file: undefined });
  if (wanted.filter(({ file }) => file === undefined).length > 1) {
    throw new AssayError('ERR_USAGE', '--report: only one format can go to standard output; give the others a =FILE');
  }
  for (const { file } of wanted) if (file !== undefined) tryFile(file);
  const columns = process.stdout.columns ?? 100;
  const options: RenderOptions = { reproducible, describe, captions, colours: colours(), columns };
  return {
    write: async (report, suite) => {
      for (const { format, file } of wanted) {
        const text = formats[format]!.render(
          report,
          suite,
          file === undefined ? options : { ...options, colours: createColors(false) },
        );
        if (file === undefined) process.stdout.write(text);
        else writeFileSync(file, text);
      }
    },
  };
}

function tryFile(file: string): void {
  try {
    closeSync(openSync(file, 'a'));
  } catch (cause) {
    throw new AssayError('ERR_INPUT', `${file}: cannot be written: ${(cause as NodeJS.ErrnoException).code}`, {
      cause,
    });
  }
}
