import { describe, expect, test } from 'vitest';
import { AssayError } from '../../../../src/contract/assay-error.ts';
import { splitWords } from '../../../../src/harness/targets/words.ts';

describe('a command in words', () => {
  test.each<[string, string[]]>([
    ['python3 adapter.py', ['python3', 'adapter.py']],
    ['  python3\t adapter.py \n', ['python3', 'adapter.py']],
    ['"my adapter" x', ['my adapter', 'x']],
    ["'my adapter' x", ['my adapter', 'x']],
    [`a"b c"'d e'f`, ['ab cd ef']],
    [`a "" ''`, ['a', '', '']],
    [String.raw`a "say \"hi\" \\ \n"`, ['a', String.raw`say "hi" \ \n`]],
    [String.raw`a 'no \escape "here"'`, ['a', String.raw`no \escape "here"`]],
    [String.raw`my\ adapter \"x\' \\y`, ['my adapter', `"x'`, String.raw`\y`]],
    [String.raw`C:\tools\adapter.exe -p \d`, [String.raw`C:\tools\adapter.exe`, '-p', String.raw`\d`]],
    ['a $HOME `b` *.c > d | e; f', ['a', '$HOME', '`b`', '*.c', '>', 'd', '|', 'e;', 'f']],
    ['a trailing\\', ['a', 'trailing\\']],
    ['größe "été"', ['größe', 'été']],
  ])('%s', (command, words) => {
    expect(splitWords(command)).toEqual(words);
  });

  test.each([
    ['', 'no command'],
    ['   ', 'no command'],
    ['"" x', 'no command'],
    ['a "b c', 'the quote " at character 3 is never closed'],
    ["a 'b", "the quote ' at character 3 is never closed"],
    ['a "b\\"', 'the quote " at character 3 is never closed'],
    [`a'b"c"`, "the quote ' at character 2 is never closed"],
  ])('%j is none: %s', (command, message) => {
    expect(() => splitWords(command)).toThrow(AssayError);
    expect(() => splitWords(command)).toThrow(message);
  });
});
