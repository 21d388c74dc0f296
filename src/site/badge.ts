/** A badge: two words in an SVG that asks for no font and no network. */
import { escapeXml as e } from '../report/view/xml.ts';

const TINTS = { good: '#116329', bad: '#b3131d', plain: '#0550ae' } as const;
/** Of a letter of its font, on average. */
const LETTER = 6.6;
const PADDING = 7;

export function badge(left: string, right: string, tint: keyof typeof TINTS): string {
  const [first, second] = [left, right].map((words) => Math.round(words.length * LETTER) + 2 * PADDING) as [
    number,
    number,
  ];
  const width = first + second;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${e(`${left}: ${right}`)}"><title>${e(`${left}: ${right}`)}</title><rect width="${width}" height="20" rx="3" fill="#3b434c"/><path d="M${first} 0H${width - 3}a3 3 0 0 1 3 3V17a3 3 0 0 1-3 3H${first}z" fill="${TINTS[tint]}"/><g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11"><text x="${first / 2}" y="14">${e(left)}</text><text x="${first + second / 2}" y="14">${e(right)}</text></g></svg>\n`;
}
