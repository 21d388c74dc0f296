/** Text in GitHub-flavoured markdown, where nothing of it is markup. */
import { plain, plainLine } from '../view/plain.ts';

/** Within a line or a cell of a table: everything that markdown, HTML or a mention could be made of is escaped. */
export function text(words: string): string {
  return plainLine(words, 4000)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~$^]/g, '\\$&')
    .replaceAll('@', '&#64;')
    .replace(/:\/\//g, ':&#47;&#47;')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}&#46;`);
}

/** As code within a line; the fence is longer than any run of backticks inside. */
export function code(words: string): string {
  const line = plainLine(words, 4000);
  if (line.trim() === '') return '(empty)';
  const fence = '`'.repeat(longestRun(line) + 1);
  return /^[` ]|[` ]$/.test(line) ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

export function codeBlock(lines: readonly string[], language = ''): string {
  const body = plain(lines.join('\n'));
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}

function longestRun(words: string): number {
  let longest = 0;
  for (const [run] of words.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
