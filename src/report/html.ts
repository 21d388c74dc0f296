/**
 * One HTML file that asks nothing of any network: summary, filter, every result with its steps and octets. Works with
 * scripts off (then all results are listed), by keyboard, in light and dark, and on paper. The content security policy
 * lets only our own script run, whatever an implementation may have written.
 */
import type { Report } from '../generated/meta/report.ts';
import type { Suite } from '../spec/suite.ts';
import type { ReportFormat } from './format.ts';
import { htmlPage } from './html/page.ts';
import { resultElement } from './html/result.ts';
import { SCRIPT, SCRIPT_DIGEST } from './html/script.ts';
import { summaryElements } from './html/summary.ts';
import { filterElement, verdictWord } from './html/verdicts.ts';
import { lookUp } from './view/lookup.ts';
import { plainLine } from './view/plain.ts';
import { resultView } from './view/result-view.ts';
import { standing } from './view/standing.ts';
import { escapeXml as e } from './view/xml.ts';

export const htmlFormat: ReportFormat = {
  name: 'html',
  about: 'one offline page: every result with its octets, to be filtered and read',
  extension: 'html',
  render: (report, suite, options) => {
    const lookup = lookUp(suite);
    // So few failures are shown opened.
    const open = report.results.filter(({ verdict }) => verdict === 'fail' || verdict === 'error').length <= MOST_OPEN;
    const results = report.results.map((result) =>
      resultElement(resultView(result, report, lookup, options), report, open),
    );
    return page(report, suite, [
      ...summaryElements(report, lookup),
      '<section aria-labelledby="results"><h2 id="results">Results</h2>',
      filterElement(report),
      ...results,
      '<p id="none-shown" hidden>No result is left by the filter.</p>',
      '</section>',
    ]);
  },
};

const MOST_OPEN = 10;

function page(report: Report, suite: Suite, main: readonly string[]): string {
  const { exit, head, causes } = standing(report, suite);
  const name = plainLine(report.target.name, 120);
  const body = [
    '<header>',
    `<h1>${e(name)}</h1>`,
    `<p class="standing ${verdictWord(exit === 0 ? 'pass' : exit === 1 ? 'fail' : 'error')}"><strong>${head}.</strong> ${e(sentence(causes))}</p>`,
    ...(report.interrupted
      ? ['<p class="notice">The run was stopped before its end; this is what it came to.</p>']
      : []),
    '</header>',
    '<main>',
    ...main,
    '</main>',
    `<footer><p>Assay ${e(report.suite.version)}, suite digest <code>${e(report.suite.digest)}</code>.</p></footer>`,
  ];
  const title = `${name}: ${head.toLowerCase()}`;
  return htmlPage({ title, script: { source: SCRIPT, digest: SCRIPT_DIGEST }, body });
}

function sentence(causes: readonly string[]): string {
  const text = causes.join('; ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
