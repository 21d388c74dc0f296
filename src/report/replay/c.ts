/** A C source that stands alone: arrays of octets, and a main that prints what to send and what came back. */
import { ROW } from '../octets.ts';
import type { ExchangeView, ResultView } from '../view/result-view.ts';
import { exchangeLine, storyLines } from './story.ts';

export function replayC(view: ResultView): string {
  const { exchange } = view;
  const arrays = exchange.flatMap((entry, index) => [
    '',
    `// ${exchangeLine(entry, index + 1)}`,
    ...arrayLines(entry, index),
  ]);
  const lines = [
    ...storyLines(view).map((line) => `// ${line}`.trimEnd()),
    '',
    '#include <stddef.h>',
    '#include <stdio.h>',
    ...arrays,
    '',
    'struct exchanged {',
    '  const char *direction; // as the tester sees it: sent is what your implementation is given',
    '  const char *layer;',
    '  const unsigned char *octets;',
    '  size_t length;',
    '};',
    '',
    ...tableOf(exchange),
    '',
    ...mainOf(view),
  ];
  return `${lines.join('\n')}\n`;
}

function arrayLines({ octets }: ExchangeView, index: number): string[] {
  // An array of no octets is no C.
  if (octets.length === 0) return [`static const unsigned char octets_${index + 1}[1] = {0};`];
  const lines = [`static const unsigned char octets_${index + 1}[${octets.length}] = {`];
  for (let at = 0; at < octets.length; at += ROW) {
    const row = Array.from(octets.subarray(at, at + ROW), (octet) => `0x${octet.toString(16).padStart(2, '0')}`);
    lines.push(`  ${row.join(', ')},`);
  }
  return [...lines, '};'];
}

function tableOf(exchange: readonly ExchangeView[]): string[] {
  const rows = exchange.map(
    ({ direction, layer, octets }, index) =>
      `  {"${direction}", ${literal(layer)}, octets_${index + 1}, ${octets.length}},`,
  );
  return ['static const struct exchanged exchange[] = {', ...rows, '  {NULL, NULL, NULL, 0},', '};'];
}

function mainOf({ expected, actual }: ResultView): string[] {
  return [
    'int main(void) {',
    '  const struct exchanged *one;',
    '  size_t at;',
    '  for (one = exchange; one->direction != NULL; one += 1) {',
    '    printf("%s %s, %lu octets:", one->direction, one->layer, (unsigned long)one->length);',
    '    for (at = 0; at < one->length; at += 1) {',
    '      printf("%s%02x", at % 16 == 0 ? "\\n  " : " ", one->octets[at]);',
    '    }',
    '    printf("\\n");',
    '  }',
    ...expected.map(
      (phrase, index) => `  printf("%s\\n", ${literal(`${index === 0 ? 'expected' : 'or'}: ${phrase}`)});`,
    ),
    ...(actual === undefined ? [] : [`  printf("%s\\n", ${literal(`actual: ${actual}`)});`]),
    '  return 0;',
    '}',
  ];
}

/** A string literal of ASCII: everything else as octal of its UTF-8, question marks apart from trigraphs. */
function literal(text: string): string {
  let body = '';
  for (const octet of new TextEncoder().encode(text)) {
    const character = String.fromCharCode(octet);
    if (octet < 0x20 || octet > 0x7e || '"\\?'.includes(character)) body += `\\${octet.toString(8).padStart(3, '0')}`;
    else body += character;
  }
  return `"${body}"`;
}
