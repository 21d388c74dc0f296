/** Verdicts on the page: class names, words, and the filter with a button for each. */
import type { Report, Verdict } from '../../generated/meta/report.ts';

/** In the order in which a reader wants them. */
const ORDER: readonly Verdict[] = ['error', 'fail', 'inconclusive', 'pass', 'observed', 'none'];

const WORDS: Readonly<Record<Verdict, string>> = {
  error: 'error',
  fail: 'fail',
  inconclusive: 'inconclusive',
  pass: 'pass',
  observed: 'observed',
  none: 'not run',
};

/** The class of anything in the colour of a verdict. */
export function verdictWord(verdict: Verdict): string {
  return `v-${verdict}`;
}

export function badge(verdict: Verdict): string {
  return `<span class="badge ${verdictWord(verdict)}">${WORDS[verdict]}</span>`;
}

/** Hidden until the script shows it: without a script it could do nothing. */
export function filterElement({ results }: Report): string {
  const counts = new Map<Verdict, number>();
  for (const { verdict } of results) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const buttons = ORDER.filter((verdict) => counts.has(verdict)).map(
    (verdict) =>
      `<button type="button" aria-pressed="true" data-filter="${verdict}" class="${verdictWord(verdict)}">${WORDS[verdict]} <span class="count">${counts.get(verdict)}</span></button>`,
  );
  return [
    '<form id="filter" hidden>',
    `<div role="group" aria-label="Verdicts shown">${buttons.join('')}</div>`,
    '<label>Text <input id="words" type="search" placeholder="rule, scenario, field ..." autocomplete="off"></label>',
    '<span id="shown" role="status"></span>',
    '<button type="button" id="open-all">Open all</button><button type="button" id="close-all">Close all</button>',
    '</form>',
  ].join('\n');
}
