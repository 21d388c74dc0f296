/**
 * The record file of a batch: one JSON document a line, only ever added to, each line on disk before it counts. Whoever was
 * killed in the middle of a line has written none: the torn end is cut off when the file is opened again.
 */
import { closeSync, existsSync, fdatasyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { AssayError } from '../../contract/assay-error.ts';
import type { Attempt, Found, GradeRecord } from '../../generated/meta/grade-record.ts';
import { asDocument } from '../../loader/document.ts';

/** What a finding is looked up by: the same of these gives the same verdicts. */
export type Wanted = Pick<Found['key'], 'submission' | 'suite' | 'seed'> & Pick<Found, 'judging'>;

/** @throws AssayError ERR_INPUT that names the line which is no record */
export function readRecords(path: string): GradeRecord[] {
  if (!existsSync(path)) throw new AssayError('ERR_INPUT', `${path}: no such file`);
  return recordsIn(readFileSync(path, 'utf8'), path).records;
}

function recordsIn(text: string, path: string): { records: GradeRecord[]; whole: number } {
  const whole = text.lastIndexOf('\n') + 1;
  const lines = text.slice(0, whole).split('\n').slice(0, -1);
  const records = lines.map((line, index) => asDocument('grade-record', parsed(line), `${path}, line ${index + 1}`));
  return { records, whole: Buffer.byteLength(text.slice(0, whole)) };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export class RecordFile {
  readonly #file: number;
  readonly #found = new Map<string, Found>();
  readonly #attempts = new Map<string, Attempt[]>();

  /** @throws AssayError ERR_INPUT */
  constructor(path: string) {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const { records, whole } = recordsIn(text, path);
    this.#file = openSync(path, existsSync(path) ? 'r+' : 'a');
    ftruncateSync(this.#file, whole);
    closeSync(this.#file);
    this.#file = openSync(path, 'a');
    for (const record of records) this.#note(record);
  }

  find(wanted: Wanted): Found | undefined {
    return this.#found.get(placeOf(wanted));
  }

  /** In the order in which they were handed in. */
  attempts(name: string): readonly Attempt[] {
    return this.#attempts.get(name) ?? [];
  }

  add(record: GradeRecord): void {
    writeSync(this.#file, `${JSON.stringify(record)}\n`);
    fdatasyncSync(this.#file);
    this.#note(record);
  }

  close(): void {
    closeSync(this.#file);
  }

  #note(record: GradeRecord): void {
    if (record.kind === 'found') this.#found.set(placeOf({ ...record.key, judging: record.judging }), record);
    else this.#attempts.set(record.name, [...(this.#attempts.get(record.name) ?? []), record]);
  }
}

function placeOf({ submission, suite, seed, judging }: Wanted): string {
  return `${submission} ${suite} ${judging} ${seed}`;
}
