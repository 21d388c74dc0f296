/** A Python 3 script of the standard library alone: the exchange as a list, and a main that prints it. */
import { ROW } from '../octets.ts';
import type { ExchangeView, ResultView } from '../view/result-view.ts';
import { exchangeLine, storyLines } from './story.ts';

export function replayPython(view: ResultView): string {
  const { exchange, expected, actual } = view;
  const lines = [
    '#!/usr/bin/env python3',
    ...storyLines(view).map((line) => `# ${line}`.trimEnd()),
    '',
    '# Direction (as the tester sees it: sent is what your implementation is given), layer, octets.',
    'EXCHANGE = [',
    ...exchange.flatMap((entry, index) => [`    # ${exchangeLine(entry, index + 1)}`, ...entryLines(entry)]),
    ']',
    `EXPECTED = [${expected.map(literal).join(', ')}]`,
    `ACTUAL = ${actual === undefined ? 'None' : literal(actual)}`,
    '',
    '',
    'def main():',
    '    for direction, layer, octets in EXCHANGE:',
    '        print("%s %s, %d octets:" % (direction, layer, len(octets)))',
    `        for at in range(0, len(octets), ${ROW}):`,
    `            print("  " + octets[at : at + ${ROW}].hex(" "))`,
    '    for phrase in EXPECTED:',
    '        print("expected:", phrase)',
    '    if ACTUAL is not None:',
    '        print("actual:", ACTUAL)',
    '',
    '',
    'if __name__ == "__main__":',
    '    main()',
  ];
  return `${lines.join('\n')}\n`;
}

function entryLines({ direction, layer, octets }: ExchangeView): string[] {
  const rows: string[] = [];
  for (let at = 0; at < octets.length; at += ROW) {
    const hex = Array.from(octets.subarray(at, at + ROW), (octet) => octet.toString(16).padStart(2, '0')).join(' ');
    rows.push(`            "${hex}"`);
  }
  const bytes = rows.length === 0 ? ['        b"",'] : ['        bytes.fromhex(', ...rows, '        ),'];
  return ['    (', `        "${direction}",`, `        ${literal(layer)},`, ...bytes, '    ),'];
}

/** ASCII, so that the script prints on any terminal what it can. */
function literal(text: string): string {
  const escaped = [...text].map((character) => {
    const code = character.codePointAt(0)!;
    if (character === '"' || character === '\\') return `\\${character}`;
    if (code >= 0x20 && code < 0x7f) return character;
    return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
  });
  return `"${escaped.join('')}"`;
}
