/** Octets as coloured hex: zeros faint, printable characters and the rest each in a tint, the marked bits in a box. */
import { blankBefore, type Mark, type OctetRow, octetRows, offset, printable } from '../octets.ts';
import { attributes, escapeXml } from '../view/xml.ts';

/** Rows shown of one exchange. */
const MOST_ROWS = 32;

/** `hover`: what the marked digits say when pointed at. */
export function dump(octets: Uint8Array, mark: Mark | undefined, hover: string): string {
  if (octets.length === 0) return '<pre class="octets">(no octets)</pre>';
  const rows = octetRows(octets, mark, MOST_ROWS).map((row) => {
    if ('skipped' in row)
      return `<i>      ... ${row.skipped} octets from ${offset(row.at)} on are in the json report</i>`;
    const width = row.octets.length * 3 + (row.octets.length > 8 ? 0 : -1);
    const gap = ' '.repeat(Math.max(2, 50 - width));
    return `<i>${offset(row.at)}</i>  ${digits(row, hover)}${gap}<i>${escapeXml(printable(row.octets))}</i>`;
  });
  return `<pre class="octets" tabindex="0">${rows.join('\n')}</pre>`;
}

type Tint = 'z' | 'p' | 'o' | 'mark';

function tintOf(octet: number): Tint {
  if (octet === 0) return 'z';
  return octet >= 0x20 && octet < 0x7f ? 'p' : 'o';
}

/** Neighbours of one tint share an element. */
function digits({ octets, marked }: OctetRow, hover: string): string {
  let html = '';
  let run = '';
  let tint: Tint | undefined;
  const close = (): void => {
    if (run !== '' && tint !== undefined) html += element(tint, run, hover);
    run = '';
  };
  octets.forEach((octet, index) => {
    const hex = octet.toString(16).padStart(2, '0');
    for (const half of [0, 1] as const) {
      const next = marked[2 * index + half] ? 'mark' : tintOf(octet);
      const blank = half === 0 ? blankBefore(index) : '';
      if (next === tint) run += blank + hex[half];
      else {
        close();
        html += blank;
        tint = next;
        run = hex[half]!;
      }
    }
  });
  close();
  return html;
}

function element(tint: Tint, run: string, hover: string): string {
  return tint === 'mark' ? `<mark${attributes({ title: hover })}>${run}</mark>` : `<span class="${tint}">${run}</span>`;
}
