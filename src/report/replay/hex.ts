/** Hex digits, sixteen octets a line, a blank line between exchanges; every other line starts with `#`. */
import { ROW } from '../octets.ts';
import type { ResultView } from '../view/result-view.ts';
import { exchangeLine, storyLines } from './story.ts';

export function replayHex(view: ResultView): string {
  const blocks = view.exchange.map((entry, index) => [
    `# ${exchangeLine(entry, index + 1)}`,
    ...hexLines(entry.octets),
  ]);
  const lines = [storyLines(view).map((line) => `# ${line}`.trimEnd()), ...blocks].map((block) => block.join('\n'));
  return `${lines.join('\n\n')}\n`;
}

function hexLines(octets: Uint8Array): string[] {
  const lines: string[] = [];
  for (let at = 0; at < octets.length; at += ROW) {
    const row = octets.subarray(at, at + ROW);
    lines.push(Array.from(row, (octet) => octet.toString(16).padStart(2, '0')).join(' '));
  }
  return lines;
}
