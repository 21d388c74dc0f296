/** The one command that repeats a result: the target, the scenario and the seed, and what the scenario asks leave for. */
import type { Report, Result } from '../../generated/meta/report.ts';
import type { Scenario } from '../../spec/suite.ts';
import { plainLine } from './plain.ts';

/** More of them make no command that anybody reads: then all that befell packets befalls them again. */
const MOST_MISFORTUNES = 8;

export function replayCommand(report: Report, result: Result, scenario: Scenario | undefined): string {
  if (result.evidence?.replay !== undefined) return plainLine(result.evidence.replay, 4000);
  return plainLine(['assay', 'run', ...replayWords(report, result, scenario)].map(quoted).join(' '), 4000);
}

/** What `assay run` is to be told, word by word. */
export function replayWords(
  { target, options }: Report,
  { scenario: id, evidence }: Result,
  scenario: Scenario | undefined,
): string[] {
  const words = ['--target', target.spec, '--scenario', id, '--seed', String(options.seed)];
  if (options.pics !== undefined) words.push('--pics', options.pics);
  if (scenario?.soak) words.push('--soak');
  if (scenario !== undefined && scenario.patience > 0 && target.clock === 'real') {
    words.push('--patience', String(scenario.patience));
  }
  const enough = evidence?.misfortunes?.enough ?? [];
  if (enough.length <= MOST_MISFORTUNES) for (const one of enough) words.push('--misfortune', one);
  return words;
}

/** A word as a POSIX shell takes it. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
