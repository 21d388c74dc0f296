/** Reads a rubric, in JSON or YAML. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { AssayError } from '../contract/assay-error.ts';
import type { Rubric } from '../generated/meta/rubric.ts';
import { asDocument } from './document.ts';
import { readJson } from './json.ts';

/** @throws AssayError ERR_INPUT that names the file, the place in it and what is wrong there */
export function readRubric(path: string): Rubric {
  return asDocument('rubric', /\.ya?ml$/i.test(path) ? readYaml(path) : readJson(path), path);
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'no such file' : `not YAML: ${message.split('\n')[0]}`;
    throw new AssayError('ERR_INPUT', `${path}: ${why}`, { cause });
  }
}
