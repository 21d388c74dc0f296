/**
 * Cucumber messages 32 as NDJSON, for consumers of Cucumber's own (html-formatter, query, junit-xml-formatter). The
 * documents are made from the compiled suite: a row of an outline comes as a scenario of its own, and the name of a
 * feature is that of its file. Cucumber knows no `inconclusive`: it comes as PENDING, what was not run as SKIPPED. Cases
 * are laid end to end from the start of the run, though many ran at once.
 */
import type { Report } from '../generated/meta/report.ts';
import type { ReportFormat } from './format.ts';
import { caseEnvelopes } from './messages/cases.ts';
import { documentsOf } from './messages/documents.ts';
import { type Envelope, timestamp } from './messages/envelope.ts';
import { lookUp } from './view/lookup.ts';
import { plainLine } from './view/plain.ts';
import { resultView } from './view/result-view.ts';
import { standing } from './view/standing.ts';

const PROTOCOL = '32.3.1';
const RUN = 'run';

export const messagesFormat: ReportFormat = {
  name: 'messages',
  about: "Cucumber messages, for Cucumber's own tools",
  extension: 'ndjson',
  render: (report, suite, options) => {
    const lookup = lookUp(suite);
    const views = report.results.map((result) => resultView(result, report, lookup, options));
    const { documents, definitions, pickles } = documentsOf(views);
    const start = startOf(report);
    const { envelopes, end } = caseEnvelopes(views, pickles, report, { run: RUN, start });
    const { head, causes } = standing(report, suite);
    const all: Envelope[] = [
      meta(report),
      ...documents,
      ...definitions,
      { testRunStarted: { id: RUN, timestamp: timestamp(start) } },
      ...envelopes,
      {
        testRunFinished: {
          success: report.summary.exit === 0,
          message: `${head}: ${causes.join('; ')}`,
          timestamp: timestamp(end),
          testRunStartedId: RUN,
        },
      },
    ];
    return `${all.map((envelope) => JSON.stringify(envelope)).join('\n')}\n`;
  },
};

/** Where it ran is not in a report: the run's target stands where Cucumber has the machine. */
function meta({ suite, target }: Report): Envelope {
  return {
    meta: {
      protocolVersion: PROTOCOL,
      implementation: { name: 'assay', version: suite.version },
      runtime: {
        name: plainLine(target.name, 120),
        ...(target.version === undefined ? {} : { version: plainLine(target.version, 60) }),
      },
      os: { name: 'unknown' },
      cpu: { name: 'unknown' },
    },
  };
}

/** Microseconds since 1970; 0 when the report has no timings. */
function startOf({ timings }: Report): number {
  const milliseconds = Date.parse(timings?.startedAt ?? '');
  return Number.isNaN(milliseconds) ? 0 : milliseconds * 1000;
}
