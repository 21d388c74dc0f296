/** One result as an element that opens: rule, reason, steps, expected against actual, octets, the command. */

import type { Report } from '../../generated/meta/report.ts';
import { isFlip } from '../../harness/flip.ts';
import { span } from '../view/instant.ts';
import { plainLine } from '../view/plain.ts';
import type { ExchangeView, ResultView, StepView } from '../view/result-view.ts';
import { runsInWords } from '../view/runs.ts';
import { attributes, escapeXml as e } from '../view/xml.ts';
import { dump } from './dump.ts';
import { idOf } from './id.ts';
import { ladderElements } from './ladder.ts';
import { badge, verdictWord } from './verdicts.ts';

/** Exchanges shown of one result; the json report holds all. */
const MOST_EXCHANGED = 24;

export function resultElement(view: ResultView, report: Report, open: boolean): string {
  const { result, title, primary } = view;
  const isOpen = open && (result.verdict === 'fail' || result.verdict === 'error') ? ' open' : '';
  return [
    `<details class="result ${verdictWord(result.verdict)}"${attributes({ id: idOf(result.scenario), 'data-verdict': result.verdict })}${isOpen}>`,
    `<summary>${badge(result.verdict)} <code>${e(result.scenario)}</code> <span class="title">${e(title)}</span> <span class="rule">${e(primary)} <span class="level">${e(result.level)}</span></span></summary>`,
    '<div class="body">',
    ...ruleElements(view),
    ...outcomeElements(view),
    ...stepElements(view.steps),
    ...ladderElements(view),
    ...exchangeElements(view.exchange, view),
    ...stderrElements(view.stderr),
    ...lastElements(view, report),
    '</div></details>',
  ].join('\n');
}

function ruleElements({ result, rule, sources, scenario }: ResultView): string[] {
  const links = sources.map(({ text, url }) => `<a href="${e(url)}" rel="noreferrer">${e(text)}</a>`);
  const secondary = result.rules.slice(1);
  const facts = [
    ...links,
    ...(secondary.length > 0 ? [`also touches ${secondary.map((id) => e(id)).join(', ')}`] : []),
    ...(scenario === undefined ? [] : [`<code>${e(scenario.feature)}:${scenario.line}</code>`]),
  ];
  return [
    ...(rule === undefined ? [] : [`<p class="statement">${e(rule.statement)}</p>`]),
    ...(facts.length > 0 ? [`<p class="facts-line">${facts.join(' &middot; ')}</p>`] : []),
  ];
}

function outcomeElements({ result, reason, branch, expected, actual, difference, exchange }: ResultView): string[] {
  const marked = exchange.find(({ markWords }) => markWords !== undefined)?.markWords;
  const rows: [string, string][] = [];
  if (result.notRun !== undefined) rows.push(['Not run', e(result.notRun)]);
  if (reason !== undefined && expected.length === 0) rows.push(['Reason', e(reason)]);
  if (expected.length > 0) rows.push(['Expected', expected.map((phrase) => e(phrase)).join(' <i>or</i> ')]);
  if (actual !== undefined) rows.push(['Actual', `<span class="actual">${e(actual)}</span>`]);
  if (difference !== undefined) {
    const words = `<code>${e(difference.field)}</code>: expected ${e(difference.expected)}, got <span class="actual">${e(difference.actual)}</span>`;
    rows.push(['Field', marked === undefined ? words : `${words}<br><code>${e(marked)}</code>`]);
  }
  if (branch !== undefined) rows.push(['Took', e(branch)]);
  if (result.deviation !== undefined) {
    const { why, clause } = result.deviation;
    rows.push(['Declared', e(plainLine(clause === undefined ? why : `${why} (${clause})`, 2000))]);
  }
  if (isFlip(result)) rows.push(['Flips', e(runsInWords(result.runs!))]);
  if (rows.length === 0) return [];
  return [`<dl class="outcome">${rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('\n')}</dl>`];
}

function stepElements(steps: readonly StepView[]): string[] {
  if (steps.length === 0) return [];
  const items = steps.map(({ text, extra, state }) => {
    const here = state === 'at' ? ' <span class="here">here</span>' : '';
    const more = extra.length === 0 ? '' : `<pre>${e(extra.join('\n'))}</pre>`;
    return `<li class="s-${state}">${e(text)}${here}${more}</li>`;
  });
  return ['<h3>Steps</h3>', `<ol class="steps">${items.join('\n')}</ol>`];
}

function exchangeElements(exchange: readonly ExchangeView[], { difference }: ResultView): string[] {
  if (exchange.length === 0) return [];
  const first = exchange.length - MOST_EXCHANGED;
  const shown = exchange.filter(({ mark }, index) => index >= first || mark !== undefined);
  const missing = exchange.length - shown.length;
  const hover =
    difference === undefined ? '' : `${difference.field}: expected ${difference.expected}, got ${difference.actual}`;
  return [
    '<h3>Octets</h3>',
    ...(missing > 0 ? [`<p>${missing} earlier exchanges are in the json report.</p>`] : []),
    ...shown.map(({ direction, layer, octets, when, words, mark, markWords }) => {
      const facts = [layer, `${octets.length} octets`, ...(when === undefined ? [] : [when])].join(', ');
      return [
        `<figure class="${direction}"><figcaption><b>${direction}</b> ${e(facts)}${words === undefined ? '' : `<br>${e(words)}`}</figcaption>`,
        dump(octets, mark, [hover, markWords ?? ''].filter((part) => part !== '').join('; ')),
        '</figure>',
      ].join('');
    }),
  ];
}

function stderrElements(lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return ['<h3>Standard error</h3>', `<pre class="stderr">${e(lines.join('\n'))}</pre>`];
}

function lastElements({ result, replay }: ResultView, { timings }: Report): string[] {
  const time =
    timings !== undefined && Object.hasOwn(timings.scenarios, result.scenario)
      ? timings.scenarios[result.scenario]
      : undefined;
  return [
    ...(result.verdict === 'none' ? [] : ['<h3>Repeat</h3>', `<pre class="replay">${e(replay)}</pre>`]),
    ...(time === undefined ? [] : [`<p class="time">Took ${span(time)}.</p>`]),
  ];
}
