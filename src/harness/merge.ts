/** Shards of one run into one report. Refuses reports that are not of the same suite, target and options, or not all. */
import { AssayError } from '../contract/assay-error.ts';
import type { Report } from '../generated/meta/report.ts';
import type { Suite } from '../spec/suite.ts';
import { assemble, type Deviation } from './assemble.ts';

/** @throws AssayError ERR_INPUT when the reports do not belong together, one is missing or a scenario stands in two. */
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
    throw new AssayError(
      'ERR_INPUT',
      `${names[0]}: made by the suite with digest ${first.suite.digest}; this one's is ${suite.digest}`,
    );
  }
  checkComplete(reports);
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

/** A shard that was lost must not turn a failure into a pass. */
function checkComplete(reports: readonly Report[]): void {
  const shards = reports.flatMap(({ options: { shard } }) => {
    if (shard === undefined) return [];
    const [index = 0, of = 0] = shard.split('/').map(Number);
    return [{ index, of }];
  });
  const [first] = shards;
  if (first === undefined) return;
  const odd = shards.find(({ of }) => of !== first.of);
  if (odd !== undefined) throw new AssayError('ERR_INPUT', `merge: a shard of ${first.of} and a shard of ${odd.of}`);
  const had = new Set(shards.map(({ index }) => index));
  const missing = Array.from({ length: first.of }, (_, at) => at + 1).filter((index) => !had.has(index));
  if (missing.length === 0) return;
  const names = missing.map((index) => `${index}/${first.of}`).join(', ');
  throw new AssayError('ERR_INPUT', `merge: ${missing.length === 1 ? 'shard' : 'shards'} ${names} missing`);
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
