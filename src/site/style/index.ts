/** The site's one style sheet, by parts. A colour means one thing; all are named in tokens. */
import { LADDER_STYLE } from '../../report/html/ladder-style.ts';
import { BASE } from './base.ts';
import { CHROME } from './chrome.ts';
import { CONTENT } from './content.ts';
import { TABLES } from './tables.ts';
import { tokens } from './tokens.ts';

export function styleSheet(): string {
  return [tokens(), BASE, CHROME, CONTENT, LADDER_STYLE, TABLES].map((part) => part.trim()).join('\n');
}
