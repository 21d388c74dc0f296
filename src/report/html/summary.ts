/** The top of the page: facts of the run, rules by protocol, the rules that failed, stale deviations. */
import type { Report } from '../../generated/meta/report.ts';
import { span } from '../view/instant.ts';
import type { Lookup } from '../view/lookup.ts';
import { plainLine } from '../view/plain.ts';
import { plural, whyLight } from '../view/standing.ts';
import { byRule, notRunInWords, OUTCOME_WORDS, OUTCOMES, type Outcome, outcomeOf, tally } from '../view/tally.ts';
import { escapeXml as e } from '../view/xml.ts';
import { idOf } from './id.ts';
import { badge, verdictWord } from './verdicts.ts';

export function summaryElements(report: Report, lookup: Lookup): string[] {
  return [
    '<section aria-labelledby="summary"><h2 id="summary">Summary</h2>',
    facts(report),
    table(report, lookup),
    '</section>',
    ...failedRules(report, lookup),
    ...stale(report),
  ];
}

function facts({ target, options, suite, summary, timings }: Report): string {
  const rows: [string, string | undefined][] = [
    ['Target', `${target.spec}`],
    ['Version', target.version],
    ['Language', target.language],
    ['Clock', target.clock],
    ['Capabilities', target.capabilities.length > 0 ? target.capabilities.join(', ') : 'none declared'],
    ['Suite', `${suite.version}, ${suite.scenarios} scenarios`],
    ['Profile', options.profile],
    ['Level', options.level],
    ['Seed', String(options.seed)],
    ['Shard', options.shard],
    ['Repetitions', options.repeat > 1 ? `${options.repeat}; ${plural(summary.flips, 'scenario')} flipped` : undefined],
    ['Started', timings?.startedAt],
    ['Duration', timings === undefined ? undefined : span(timings.duration)],
  ];
  const items = rows.flatMap(([name, value]) =>
    value === undefined ? [] : [`<div><dt>${name}</dt><dd>${e(plainLine(value, 1000))}</dd></div>`],
  );
  return `<dl class="facts">${items.join('')}</dl>`;
}

function table(report: Report, lookup: Lookup): string {
  const rows = tally(report, lookup).map(({ title, counts, notRun }) => {
    const cells = OUTCOMES.map(
      (outcome) => `<td class="${cellClass(outcome, counts[outcome])}">${counts[outcome]}</td>`,
    );
    return `<tr><th scope="row">${e(title)}</th>${cells.join('')}<td class="kinds">${e(notRunInWords(notRun))}</td></tr>`;
  });
  const heads = OUTCOMES.map((outcome) => `<th scope="col">${OUTCOME_WORDS[outcome]}</th>`);
  return [
    '<div class="scroll" tabindex="0"><table><caption>Rules by protocol; a rule has the worst verdict of its scenarios</caption>',
    `<thead><tr><th scope="col">Protocol</th>${heads.join('')}<th scope="col">not run, by kind</th></tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table></div>`,
  ].join('\n');
}

function cellClass(outcome: Outcome, count: number): string {
  if (count === 0) return 'zero';
  return verdictWord(outcome === 'declared' ? 'inconclusive' : outcome);
}

function failedRules({ results, options }: Report, lookup: Lookup): string[] {
  const items = [...byRule(results)].flatMap(([id, group]) => {
    const outcome = outcomeOf(group);
    if (outcome !== 'fail' && outcome !== 'error') return [];
    const bad = group.filter(({ verdict }) => verdict === outcome);
    const links = bad.slice(0, 12).map(({ scenario }) => `<a href="#${idOf(scenario)}">${e(scenario)}</a>`);
    const more = bad.length > 12 ? ` and ${bad.length - 12} more` : '';
    const statement = lookup.rule(id)?.statement ?? '';
    const light = whyLight(bad[0]!, options.level);
    const note = light === undefined ? '' : ` <span class="note">(${e(light)})</span>`;
    const list = `<span class="links">${links.join(', ')}${more}</span>`;
    return [`<li>${badge(outcome)} <b>${e(id)}</b> ${e(statement)}${note} ${list}</li>`];
  });
  if (items.length === 0) return [];
  return [
    '<section aria-labelledby="failed"><h2 id="failed">Failed rules</h2>',
    `<ul class="rules">${items.join('\n')}</ul>`,
    '</section>',
  ];
}

function stale({ stale = [] }: Report): string[] {
  if (stale.length === 0) return [];
  const items = stale.map(
    ({ rule, scenario, why }) =>
      `<li><b>${e(rule)}</b>${scenario === undefined ? '' : ` ${e(scenario)}`} was declared, and did not fail: take it out of the statement. <q>${e(plainLine(why))}</q></li>`,
  );
  return [
    '<section aria-labelledby="stale"><h2 id="stale">Stale deviations</h2>',
    `<ul class="rules">${items.join('\n')}</ul>`,
    '</section>',
  ];
}
