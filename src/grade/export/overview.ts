/**
 * A class on one page that asks nothing of any network: how the marks lie, which rules were hardest, who needs help. For
 * staff: hidden groups are in it.
 */
import { htmlPage } from '../../report/html/page.ts';
import { plainLine } from '../../report/view/plain.ts';
import { escapeXml as e } from '../../report/view/xml.ts';
import { compare, decimal, divide, type Rational, rational, ZERO } from '../marks/rational.ts';
import type { OpenRubric } from '../open-rubric.ts';
import type { Grade } from '../report/grade.ts';
import { OUTCOME_WORDS } from '../report/words.ts';

const OWN_STYLE = `
.bars { display: flex; align-items: flex-end; gap: .25rem; height: 10rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.bars li { flex: 1; display: flex; flex-direction: column; justify-content: flex-end; text-align: center; font-size: .75rem;
  height: 100%; color: var(--faint); }
.bars b { display: block; background: var(--seen); min-height: 1px; }
td, tbody th { text-align: left; }
`;
/** Bars of the distribution; a mark that is whole falls into the last one. */
const BARS = 10;
/** Below this part of the points, and whoever could not be graded, needs help. */
const HELP = rational('1/2');

export function overview(opened: OpenRubric, grades: readonly Grade[]): string {
  const { rubric, plan } = opened;
  const graded = grades.flatMap(({ final }) => final ?? []);
  const title = plainLine(rubric.title);
  const body = [
    `<header><h1>${e(title)}</h1>`,
    `<p class="standing">${grades.length} submissions, ${graded.length} graded, ${grades.length - graded.length} not gradable.</p></header>`,
    '<main>',
    ...distribution(graded, plan.points),
    ...hardest(grades),
    ...needHelp(opened, grades),
    '</main>',
    `<footer><p>Suite <code>${e(opened.digests.suite)}</code>, rubric <code>${e(opened.digests.rubric)}</code>.</p></footer>`,
  ];
  return htmlPage({ title, style: OWN_STYLE, body });
}

function partOf(mark: Rational, points: Rational): Rational {
  return points.over === 0n ? ZERO : divide(mark, points);
}

function distribution(marks: readonly Rational[], points: Rational): string[] {
  const counts = Array.from({ length: BARS }, () => 0);
  for (const mark of marks) {
    const { over, by } = partOf(mark, points);
    counts[Math.min(BARS - 1, Number((over * BigInt(BARS)) / by))]! += 1;
  }
  const most = Math.max(1, ...counts);
  const bars = counts.map((count, bar) => {
    const range = `${(bar * 100) / BARS} to ${((bar + 1) * 100) / BARS} %`;
    return `<li>${count}<b style="height:${Math.round((85 * count) / most)}%"></b>${range}</li>`;
  });
  return ['<section><h2>Distribution</h2>', `<ol class="bars">${bars.join('')}</ol></section>`];
}

function hardest(grades: readonly Grade[]): string[] {
  const items = new Map<string, { title: string; failed: number; of: number }>();
  for (const { marks, final } of grades) {
    if (final === undefined) continue;
    for (const { item, standing } of marks.groups.flatMap((group) => group.items)) {
      const row = items.get(item.id) ?? { title: item.title, failed: 0, of: 0 };
      items.set(item.id, { ...row, failed: row.failed + (standing === 'passed' ? 0 : 1), of: row.of + 1 });
    }
  }
  const rows = [...items]
    .filter(([, { failed }]) => failed > 0)
    .sort(([one, a], [other, b]) => b.failed * a.of - a.failed * b.of || (one < other ? -1 : 1))
    .map(([id, { title, failed, of }]) => [id, plainLine(title), `${failed} of ${of}`]);
  return table('Hardest', ['rule', 'what it asks', 'not passed by'], rows, 'Everybody passed everything.');
}

function needHelp({ rubric, plan }: OpenRubric, grades: readonly Grade[]): string[] {
  const rows = grades
    .filter(({ final }) => final === undefined || compare(partOf(final, plan.points), HELP) < 0)
    .sort((one, other) => compare(one.final ?? ZERO, other.final ?? ZERO) || (one.name < other.name ? -1 : 1))
    .map((grade) => [
      plainLine(grade.name),
      grade.final ? decimal(grade.final, rubric.rounding) : 'none',
      troubleOf(grade),
    ]);
  return table('Who needs help', ['name', 'marks', 'why'], rows, 'Nobody is below half of the points.');
}

function troubleOf({ outcome, text, marks }: Grade): string {
  if (outcome !== 'graded')
    return plainLine(text === undefined ? OUTCOME_WORDS[outcome] : `${OUTCOME_WORDS[outcome]}: ${text}`);
  const lost = marks.groups.flatMap(({ items }) => items).filter(({ standing }) => standing !== 'passed');
  return lost.map(({ item }) => item.id).join(' ');
}

function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[], none: string): string[] {
  if (rows.length === 0) return [`<section><h2>${title}</h2><p>${none}</p></section>`];
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  const body = rows.map(([first = '', ...rest]) => {
    const cells = rest.map((text) => `<td>${e(text)}</td>`).join('');
    return `<tr><th scope="row">${e(first)}</th>${cells}</tr>`;
  });
  return [
    `<section><h2>${title}</h2><div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>`,
    ...body,
    '</tbody></table></div></section>',
  ];
}
