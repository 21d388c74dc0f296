/** The one command that repeats a result: the target, the scenario and the seed, and what the scenario asks leave for. */
import type { Report, Result } from '../../generated/meta/report.ts';
import type { Scenario } from '../../spec/suite.ts';
import { plainLine } from './plain.ts';

export function replayCommand(report: Report, result: Result, scenario: Scenario | undefined): string {
  if (result.evidence?.replay !== undefined) return plainLine(result.evidence.replay, 4000);
  const words = ['assay', 'run', '--target', report.target.spec, '--scenario', result.scenario];
  words.push('--seed', String(report.options.seed));
  if (scenario?.soak) words.push('--soak');
  if (scenario !== undefined && scenario.patience > 0 && report.target.clock === 'real') {
    words.push('--patience', String(scenario.patience));
  }
  return plainLine(words.map(quoted).join(' '), 4000);
}

/** A word as a POSIX shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
