/** Shards of one run into one report. Refuses reports that are not of the same suite, target and options. */
import { AssayError } from '../contract/assay-error.ts';
import type { Report } from '../generated/meta/report.ts';
import type { Suite } from '../spec/suite.ts';
import { assemble, type Deviation } from './assemble.ts';

/** @throws AssayError ERR_INPUT when the reports do not belong together or a scenario stands in two of them. */
export function merge(reports: readonly Report[], suite: Suite, names: readonly string[]): Report {
  const first = reports[0];
  if (first === undefined) throw new AssayError('ERR_USAGE', 'merge: name at least one report');
  const seen = new Map<string, string>();
  reports.forEach((report, index) => {
    const name = names[index] ?? `report ${index + 1}`;
    const odd = disagreement(first, report);
    if (odd !== undefined) throw new AssayError('ERR_INPUT', `${name}: another ${odd} than ${names[0]}`);
    for (const { scenario } of report.results) {
      const other = seen.get(scenario);
      if (other !== undefined) throw new AssayError('ERR_INPUT', `${scenario} stands in ${other} and in ${name}`);
      seen.set(scenario, name);
    }
  });
  if (first.suite.digest !== suite.digest) {
    throw new AssayError('ERR_INPUT', `${names[0]}: made by suite ${first.suite.version}, not by this one`);
  }
  const { shard: _, ...options } = first.options;
  const declared = reports.flatMap(({ stale, results }) => [
    ...(stale ?? []),
    ...results.flatMap((r) => r.deviation ?? []),
  ]);
  const timings = mergedTimings(reports);
  return assemble({
    suite,
    target: first.target,
    options,
    deviations: unique(declared),
    rounds: reports.map(({ results }) => results),
    interrupted: reports.some(({ interrupted }) => interrupted),
    ...(timings === undefined ? {} : { timings }),
  });
}

function disagreement(one: Report, other: Report): string | undefined {
  if (one.suite.digest !== other.suite.digest) return 'suite';
  if (one.target.name !== other.target.name || one.target.version !== other.target.version) return 'target';
  const plain = ({ options: { shard: _, ...rest } }: Report): string => JSON.stringify(rest);
  return plain(one) === plain(other) ? undefined : 'selection';
}

function unique(deviations: readonly Deviation[]): Deviation[] {
  return [...new Map(deviations.map((deviation) => [JSON.stringify(deviation), deviation])).values()];
}

function mergedTimings(reports: readonly Report[]): Report['timings'] {
  const timings = reports.flatMap((report) => report.timings ?? []);
  if (timings.length !== reports.length) return undefined;
  return {
    startedAt: timings.map(({ startedAt }) => startedAt).sort()[0]!,
    duration: Math.max(...timings.map(({ duration }) => duration)),
    scenarios: Object.assign({}, ...timings.map(({ scenarios }) => scenarios)),
  };
}
