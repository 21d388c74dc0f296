/**
 * The record files of shards into one. In whatever order and however often they are joined, the same comes out: of two
 * findings of one thing, the one that could be graded stands, else the one whose text comes first.
 */
import type { Attempt, Found, GradeRecord } from '../../generated/meta/grade-record.ts';
import { canonical, digestOf } from '../digest.ts';

export function mergeRecords(files: readonly (readonly GradeRecord[])[]): GradeRecord[] {
  const found = new Map<string, Found>();
  const attempts = new Map<string, Attempt>();
  for (const record of files.flat()) {
    if (record.kind === 'attempt') attempts.set(canonical(record), record);
    else {
      const place = digestOf({ ...record.key, judging: record.judging });
      const other = found.get(place);
      found.set(place, other === undefined ? record : better(other, record));
    }
  }
  return [...inOrder(found), ...inOrder(attempts)];
}

function better(one: Found, other: Found): Found {
  const graded = ({ open, hidden }: Found): boolean => open.outcome === 'graded' && hidden.outcome === 'graded';
  if (graded(one) !== graded(other)) return graded(one) ? one : other;
  return canonical(one) <= canonical(other) ? one : other;
}

function inOrder<Value>(records: ReadonlyMap<string, Value>): Value[] {
  return [...records].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, record]) => record);
}
