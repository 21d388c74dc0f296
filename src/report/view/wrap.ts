/** Words onto lines of a width. A word longer than the line stays whole, so that a command can be copied. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** `label` in a column of its own, the text wrapped beside it. */
export function labelled(label: string, text: string, { width, column }: { width: number; column: number }): string[] {
  const lines = text.split('\n').flatMap((line) => wrap(line, Math.max(20, width - column)));
  return lines.map((line, index) => (index === 0 ? label.padEnd(column) : ' '.repeat(column)) + line);
}
