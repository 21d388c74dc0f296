/** A report without what differs from run to run. In virtual time the times of octets do not; in real time they do. */
import type { Report, Result } from '../generated/meta/report.ts';

export function reproducible(report: Report): Report {
  const { timings: _, ...rest } = report;
  if (report.target.clock === 'virtual') return rest;
  return { ...rest, results: report.results.map(withoutTimes) };
}

function withoutTimes(result: Result): Result {
  if (result.evidence === undefined) return result;
  const exchange = result.evidence.exchange.map(({ at: _, ...entry }) => entry);
  return { ...result, evidence: { ...result.evidence, exchange } };
}
