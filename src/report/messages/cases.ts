/** Test cases and what became of their steps, with the evidence as a text attachment at the deciding step. */
import type { Report } from '../../generated/meta/report.ts';
import { plainLayout, ruleLines, tellingLines } from '../view/evidence-lines.ts';
import { plainLine } from '../view/plain.ts';
import type { ResultView } from '../view/result-view.ts';
import type { PickleOf } from './documents.ts';
import { type Envelope, type Status, timestamp } from './envelope.ts';

interface Frame {
  readonly run: string;
  /** Microseconds since 1970. */
  readonly start: number;
}

export function caseEnvelopes(
  views: readonly ResultView[],
  pickles: readonly PickleOf[],
  report: Report,
  { run, start }: Frame,
): { envelopes: Envelope[]; end: number } {
  const cases: Envelope[] = [];
  const runs: Envelope[] = [];
  let now = start;
  views.forEach((view, index) => {
    const number = String(index + 1).padStart(7, '0');
    const pickle = pickles[index]!;
    const steps = pickle.steps.map(({ id, definition }, at) => ({
      id: `step-${number}-${at + 1}`,
      pickleStepId: id,
      stepDefinitionIds: definition === undefined ? [] : [definition],
    }));
    cases.push({ testCase: { id: `case-${number}`, pickleId: pickle.id, testSteps: steps, testRunStartedId: run } });
    const duration = durationOf(report, view);
    runs.push(
      ...runOf(
        view,
        number,
        steps.map(({ id }) => id),
        { now, duration },
      ),
    );
    now += duration;
  });
  return { envelopes: [...cases, ...runs], end: now };
}

function durationOf({ timings }: Report, { result: { scenario } }: ResultView): number {
  return timings !== undefined && Object.hasOwn(timings.scenarios, scenario) ? (timings.scenarios[scenario] ?? 0) : 0;
}

function runOf(
  view: ResultView,
  number: string,
  steps: readonly string[],
  { now, duration }: { now: number; duration: number },
): Envelope[] {
  const started = `started-${number}`;
  const statuses = statusesOf(view, steps.length);
  const deciding = statuses.findIndex((status) => status !== 'PASSED');
  const telling = deciding < 0 ? steps.length - 1 : deciding;
  const end = timestamp(now + duration);
  const envelopes: Envelope[] = [
    { testCaseStarted: { id: started, testCaseId: `case-${number}`, attempt: 0, timestamp: timestamp(now) } },
  ];
  steps.forEach((id, index) => {
    const time = timestamp(index === 0 ? now : now + duration);
    envelopes.push({ testStepStarted: { testCaseStartedId: started, testStepId: id, timestamp: time } });
    if (index === telling) envelopes.push(...attachments(view, started, id));
    envelopes.push({
      testStepFinished: {
        testCaseStartedId: started,
        testStepId: id,
        timestamp: end,
        testStepResult: {
          status: statuses[index]!,
          duration: timestamp(index === 0 ? duration : 0),
          ...(index === deciding ? messageOf(view) : {}),
        },
      },
    });
  });
  envelopes.push({ testCaseFinished: { testCaseStartedId: started, timestamp: end, willBeRetried: false } });
  return envelopes;
}

/** One a step. Where the report does not say which step decided, the first is charged, so that none after it is green. */
function statusesOf({ result, steps }: ResultView, count: number): Status[] {
  const { verdict } = result;
  if (verdict === 'pass' || verdict === 'observed') return Array.from({ length: count }, () => 'PASSED');
  if (verdict === 'none') return Array.from({ length: count }, () => 'SKIPPED');
  const at = Math.max(
    0,
    steps.findIndex(({ state }) => state === 'at'),
  );
  const decided: Status = verdict === 'inconclusive' ? 'PENDING' : 'FAILED';
  return Array.from({ length: count }, (_, index) => (index < at ? 'PASSED' : index === at ? decided : 'SKIPPED'));
}

function messageOf({ result, reason = 'no reason is given' }: ResultView): {
  message: string;
  exception?: { type: string; message: string };
} {
  const words = result.verdict === 'error' ? 'a fault of the tester' : (result.notRun ?? result.verdict);
  const declared = result.deviation === undefined ? '' : ` (declared deviation: ${plainLine(result.deviation.why)})`;
  const message = `${words}: ${reason}${declared}`;
  const thrown = result.verdict === 'fail' || result.verdict === 'error';
  return { message, ...(thrown ? { exception: { type: result.reason?.code ?? result.verdict, message } } : {}) };
}

function attachments(view: ResultView, testCaseStartedId: string, testStepId: string): Envelope[] {
  const { result, branch } = view;
  const text =
    result.verdict === 'none' || result.verdict === 'pass'
      ? ''
      : result.verdict === 'observed'
        ? (branch ?? '')
        : [...ruleLines(view, plainLayout), ...tellingLines(view, plainLayout)].join('\n');
  if (text === '') return [];
  return [
    {
      attachment: {
        body: text,
        contentEncoding: 'IDENTITY',
        // Not Cucumber's type for logs: its formatter takes that for HTML.
        mediaType: 'text/plain',
        testCaseStartedId,
        testStepId,
      },
    },
  ];
}
