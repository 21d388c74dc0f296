/**
 * Splits a command into words, without a shell: blanks separate; single quotes take everything as it is; within double
 * quotes a backslash makes `"` and `\` plain; outside quotes it makes blanks, quotes and backslashes plain, and stands
 * for itself before anything else, so that Windows paths survive. Nothing else is special: no variables, no patterns.
 */
import { AssayError } from '../../contract/assay-error.ts';

const TOKEN = /\s+|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\(["'\\\s])|(['"])|([^\s'"\\]+|\\)/gy;

/** At least one word. @throws AssayError ERR_USAGE for an open quote or an empty command. */
export function splitWords(command: string): readonly [string, ...string[]] {
  const words: string[] = [];
  let word: string | undefined;
  for (const { 0: token, 1: single, 2: double, 3: escaped, 4: open, 5: plain, index } of command.matchAll(TOKEN)) {
    if (open !== undefined) {
      throw new AssayError('ERR_USAGE', `the quote ${open} at character ${index + 1} is never closed: ${command}`);
    }
    const piece = single ?? double?.replace(/\\(["\\])/g, '$1') ?? escaped ?? plain;
    if (piece !== undefined) word = (word ?? '') + piece;
    else if (word !== undefined && token !== '') words.push(word);
    if (piece === undefined) word = undefined;
  }
  if (word !== undefined) words.push(word);
  const [first, ...others] = words;
  if (first === undefined || first === '') throw new AssayError('ERR_USAGE', 'no command is given');
  return [first, ...others];
}
