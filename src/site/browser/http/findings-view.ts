/** Verdicts into the table of rules: what is broken first. */
import type { Finding } from '../../try/http/findings.ts';
import { byId, el } from '../try/dom.ts';

type Place = NonNullable<Finding['place']>;

const ORDER = { broken: 0, kept: 1, open: 2 } as const;
const WORDS = { broken: 'broken', kept: 'kept', open: 'not judged' } as const;

export function showFindings(findings: readonly Finding[], select: (place: Place) => void): void {
  const body = byId('findings');
  const rows = new Map([...body.querySelectorAll<HTMLElement>('tr')].map((row) => [row.dataset.rule, row]));
  const sorted = [...findings].sort((one, other) => ORDER[one.outcome] - ORDER[other.outcome]);
  for (const { rule, outcome, words = '', place } of sorted) {
    const row = rows.get(rule)!;
    row.className = outcome;
    row.querySelector('.verdict')!.textContent = WORDS[outcome];
    const where = place && el('button', { type: 'button' }, 'show');
    if (place !== undefined) where?.addEventListener('click', () => select(place));
    row.querySelector('.finding')!.replaceChildren(words, ...(where === undefined ? [] : [where]));
  }
  body.append(...sorted.map(({ rule }) => rows.get(rule)!));
  const count = (outcome: Finding['outcome']): number => findings.filter((each) => each.outcome === outcome).length;
  const broken = count('broken');
  byId('said').textContent =
    `${broken === 0 ? 'No rule is broken' : `${broken} rule${broken === 1 ? ' is' : 's are'} broken`}, ` +
    `${count('kept')} kept; of ${count('open')} nothing can be said by this response alone.`;
}
