/** The site's one style sheet, by parts. A colour means one thing; all are named in tokens. */
import { BASE } from './base.ts';
import { CHROME } from './chrome.ts';
import { CONTENT } from './content.ts';
import { tokens } from './tokens.ts';

export function styleSheet(): string {
  return [tokens(), BASE, CHROME, CONTENT].map((part) => part.trim()).join('\n');
}
