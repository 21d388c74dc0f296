/**
 * JUnit XML, as CI systems take it: a suite for each feature file, a case for each scenario. There is a failure or an
 * error where the exit status is not 0, and only there: what fails or is inconclusive without counting is `skipped` with
 * its evidence, as what was not run; what keeps the run from conforming though no scenario shows it is a suite of its
 * own. XML 1.0 has no place for most control characters: they come as visible escapes.
 */
import type { Report, Result } from '../generated/meta/report.ts';
import type { ReportFormat } from './format.ts';
import { evidenceLines, plainLayout, ruleLines } from './view/evidence-lines.ts';
import { type Lookup, lookUp } from './view/lookup.ts';
import { type ResultView, resultView } from './view/result-view.ts';
import { runFaults, weighs, whyLight } from './view/standing.ts';
import { attributes, escapeXml } from './view/xml.ts';

export const junitFormat: ReportFormat = {
  name: 'junit',
  about: 'for CI systems that show test results',
  extension: 'xml',
  render: (report, suite, options) => {
    const lookup = lookUp(suite);
    const suites = [...features(report, lookup)].map(([feature, results]) => {
      const cases = results.map((result) => caseOf(resultView(result, report, lookup, options), report));
      return suiteElement(feature, cases, report);
    });
    const faults = runFaults(report, suite);
    if (faults.length > 0) suites.push(suiteElement('the run', faults.map(faultCase), report));
    const total = sum(suites.map(({ counts }) => counts));
    const time = secondsOf(report.timings?.duration);
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites${attributes({ name: 'assay', ...total, time })}>`,
      ...suites.flatMap(({ lines }) => lines),
      '</testsuites>',
    ];
    return `${lines.join('\n')}\n`;
  },
};

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

type Kind = 'pass' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly kind: Kind;
  readonly microseconds: number | undefined;
  readonly element: string;
}

/** Results by feature file, both in the order of the results. */
function features({ results }: Report, lookup: Lookup): Map<string, Result[]> {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const feature = lookup.scenario(result.scenario)?.feature ?? lookup.protocolOf(result);
    const group = groups.get(feature);
    if (group === undefined) groups.set(feature, [result]);
    else group.push(result);
  }
  return groups;
}

function kindOf(result: Result, report: Report): Kind {
  switch (result.verdict) {
    case 'pass':
    case 'observed':
      return 'pass';
    case 'error':
      return 'error';
    case 'none':
      return 'skipped';
    case 'fail':
    case 'inconclusive':
      return weighs(result, report.options.level) ? 'failure' : 'skipped';
    default:
      return result.verdict satisfies never;
  }
}

function caseOf(view: ResultView, report: Report): Case {
  const { result, scenario, title } = view;
  const kind = kindOf(result, report);
  const microseconds = timeOf(report, result.scenario);
  const head = attributes({
    name: `${result.scenario}: ${title}`,
    classname: className(scenario?.feature ?? 'assay'),
    time: secondsOf(microseconds),
  });
  const body = bodyOf(view, kind, report);
  return { kind, microseconds, element: body === '' ? `<testcase${head}/>` : `<testcase${head}>${body}</testcase>` };
}

/** `features/ipv4/total-length.feature` as `ipv4.total-length` */
function className(feature: string): string {
  return feature
    .replace(/^features\//, '')
    .replace(/\.feature$/, '')
    .replaceAll('/', '.');
}

function bodyOf(view: ResultView, kind: Kind, report: Report): string {
  const { result, branch, reason = 'no reason is given' } = view;
  if (kind === 'pass') return branch === undefined ? '' : `<system-out>${escapeXml(`took: ${branch}`)}</system-out>`;
  const text = escapeXml([...ruleLines(view, plainLayout), ...evidenceLines(view, plainLayout)].join('\n'));
  if (kind === 'skipped') {
    const light = whyLight(result, report.options.level);
    const why = light === undefined ? '' : ` (${light})`;
    const skipped = `<skipped${attributes({ message: `${result.notRun ?? result.verdict}${why}: ${reason}` })}/>`;
    return result.verdict === 'none' ? skipped : `${skipped}<system-out>${text}</system-out>`;
  }
  const type = `${result.level} ${result.reason?.code ?? result.verdict}`;
  return `<${kind}${attributes({ message: `${view.primary}: ${reason}`, type })}>${text}</${kind}>`;
}

function faultCase({ name, text }: { name: string; text: string }): Case {
  const failure = `<failure${attributes({ message: text, type: 'run' })}>${escapeXml(text)}</failure>`;
  const element = `<testcase${attributes({ name, classname: 'assay' })}>${failure}</testcase>`;
  return { kind: 'failure', microseconds: undefined, element };
}

function suiteElement(name: string, cases: readonly Case[], report: Report): { counts: Counts; lines: string[] } {
  const count = (kind: Kind): number => cases.filter((each) => each.kind === kind).length;
  const counts = { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
  const known = cases.flatMap(({ microseconds }) => microseconds ?? []);
  const time = known.length > 0 ? secondsOf(known.reduce((all, each) => all + each, 0)) : undefined;
  const timestamp = report.timings?.startedAt.replace(/(\.\d+)?Z$/, '');
  const lines = [
    `  <testsuite${attributes({ name, ...counts, time, timestamp })}>`,
    ...propertyLines(report),
    ...cases.map(({ element }) => `    ${element}`),
    '  </testsuite>',
  ];
  return { counts, lines };
}

function propertyLines({ suite, target, options }: Report): string[] {
  const facts = { target: target.spec, suite: suite.version, seed: options.seed };
  const properties = Object.entries(facts).map(([name, value]) => `      <property${attributes({ name, value })}/>`);
  return ['    <properties>', ...properties, '    </properties>'];
}

function timeOf({ timings }: Report, scenario: string): number | undefined {
  return timings !== undefined && Object.hasOwn(timings.scenarios, scenario) ? timings.scenarios[scenario] : undefined;
}

function secondsOf(microseconds: number | undefined): string | undefined {
  return microseconds === undefined ? undefined : (microseconds / 1_000_000).toFixed(6);
}

function sum(all: readonly Counts[]): Counts {
  const total = (key: keyof Counts): number => all.reduce((so, counts) => so + counts[key], 0);
  return { tests: total('tests'), failures: total('failures'), errors: total('errors'), skipped: total('skipped') };
}
