/**
 * The octets of one result as a test of one's own: hex with comments, a C source or a Python script that needs nothing
 * else. They print what to send and what came back; what should have come is said in words, for a set of legal answers
 * is not one array of octets.
 */
import type { Report } from '../generated/meta/report.ts';
import type { Suite } from '../spec/suite.ts';
import type { Describe } from './format.ts';
import { replayC } from './replay/c.ts';
import { replayHex } from './replay/hex.ts';
import { replayPython } from './replay/python.ts';
import { lookUp } from './view/lookup.ts';
import { type ResultView, resultView } from './view/result-view.ts';

export type ReplayForm = 'hex' | 'c' | 'python';

export interface ReplayOptions {
  /** For the rule's words and the steps. */
  readonly suite?: Suite;
  readonly describe?: Describe;
}

const FORMS: Readonly<Record<ReplayForm, (view: ResultView) => string>> = {
  hex: replayHex,
  c: replayC,
  python: replayPython,
};

const NO_SUITE: Suite = {
  version: '',
  digest: '',
  protocols: [],
  rules: [],
  profiles: [],
  scenarios: [],
  fixtures: [],
};

/** @throws RangeError when the report has no such scenario. */
export function replayAs(report: Report, scenario: string, form: ReplayForm, options: ReplayOptions = {}): string {
  const result = report.results.find((each) => each.scenario === scenario);
  if (result === undefined) throw new RangeError(`no result of ${scenario} in the report`);
  const view = resultView(result, report, lookUp(options.suite ?? NO_SUITE), options);
  return FORMS[form](view);
}
