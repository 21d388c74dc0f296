/**
 * Text of unknown origin (an implementation's standard error, its name, what it answered) made fit to show: everything
 * that a terminal or a reader's eye would obey instead of showing comes out as a visible escape. Markup is not escaped
 * here; that is each format's own.
 */

/** C0 but tab and line feed, DEL, C1, bidirectional and zero-width marks, line separators, lone surrogates, noncharacters. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

/** Many lines: ends of lines as \n, anything unseen as \x1b or \u202e. */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSEEN, escapeCharacter);
}

/** The same on one line, cut to `longest` characters. */
export function plainLine(text: string, longest = 400): string {
  return plain(cut(text, longest)).replace(/\n/g, '\\n').replace(/\t/g, ' ');
}

/** The same, cut to a width without a word about what is missing: for lists whose items are told elsewhere. */
export function clipLine(text: string, width: number): string {
  const line = plainLine(text, 4 * width);
  return line.length <= width ? line : `${line.slice(0, width - 3).replace(/[\ud800-\udbff]$/, '')}...`;
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\u{${code.toString(16)}}`;
}

/** The beginning of a long text, and how much is missing. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
  return `${kept}... (${text.length - kept.length} characters more)`;
}

/** The last `most` lines of a text, each cut to `longest` characters, without empty ones at the end. */
export function lastLines(text: string, most: number, longest = 400): string[] {
  const end = text.slice(-most * longest).trimEnd();
  return plain(end)
    .split('\n')
    .slice(-most)
    .map((line) => cut(line.replace(/\t/g, '    '), longest));
}

/** Lone surrogates replaced, so that the text has a UTF-8 form. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
