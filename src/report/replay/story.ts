/** What stands at the head of every replayed test: scenario, rule, steps, verdict, expected and actual, the command. */
import type { ExchangeView, ResultView } from '../view/result-view.ts';
import { wrap } from '../view/wrap.ts';

const WIDTH = 96;

/** Lines for comments; none of them ends in a backslash or holds a control character. */
export function storyLines(view: ResultView): string[] {
  const { result, title, primary, rule, sources, steps, reason, expected, actual, difference, exchange, replay } = view;
  const marked = exchange.find(({ markWords }) => markWords !== undefined)?.markWords;
  const lines = [
    `${result.scenario}: ${title}`,
    [primary, result.level, ...sources.map(({ text }) => text)].join(', '),
    ...(rule === undefined ? [] : [rule.statement]),
    '',
    ...steps.flatMap(({ text, extra, state }) => [
      `${state === 'at' ? '> ' : '  '}${text}`,
      ...extra.map((line) => `      ${line}`),
    ]),
    ...(steps.length > 0 ? [''] : []),
    `Verdict: ${result.verdict}${expected.length === 0 && reason !== undefined ? `: ${reason}` : ''}`,
    ...expected.map((phrase, index) => `${index === 0 ? 'Expected' : 'or'}: ${phrase}`),
    ...(actual === undefined ? [] : [`Actual: ${actual}`]),
    ...(difference === undefined
      ? []
      : [`Field ${difference.field}: expected ${difference.expected}, got ${difference.actual}`]),
    ...(marked === undefined ? [] : [marked]),
  ];
  return [...lines.flatMap((line) => (line.startsWith('  ') ? [line] : wrap(line, WIDTH))), `Repeat: ${replay}`].map(
    tidy,
  );
}

export function exchangeLine({ direction, layer, octets, when, words }: ExchangeView, number: number): string {
  const facts = [`${number}. ${direction} ${layer}, ${octets.length} octets`, ...(when === undefined ? [] : [when])];
  return tidy(words === undefined ? facts.join(', ') : `${facts.join(', ')}: ${words}`);
}

/** A backslash at the end of a comment would take the next line into it. */
function tidy(line: string): string {
  return line.trimEnd().replace(/\\$/, '\\ .');
}
