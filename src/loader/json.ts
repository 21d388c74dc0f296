/** Reads JSON files. What cannot be read or parsed is one clear error that names the file. */
import { readFileSync } from 'node:fs';
import { AssayError } from '../contract/assay-error.ts';

/** @throws AssayError ERR_INPUT */
export function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'is a folder, not a file' : String(code);
    throw new AssayError('ERR_INPUT', `${path}: ${why}`, { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AssayError('ERR_INPUT', `${path}: not JSON: ${(cause as Error).message}`, { cause });
  }
}
