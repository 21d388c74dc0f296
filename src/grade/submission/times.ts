/** When each student submitted: a JSON object of names and instants, ISO 8601 with their offset. */
import { AssayError } from '../../contract/assay-error.ts';
import { readJson } from '../../loader/json.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** @throws AssayError ERR_INPUT */
export function readTimes(path: string): Record<string, string> {
  const document = readJson(path);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw new AssayError('ERR_INPUT', `${path}: not an object of names and instants`);
  }
  for (const [name, instant] of Object.entries(document)) {
    if (typeof instant === 'string' && INSTANT.test(instant) && !Number.isNaN(Date.parse(instant))) continue;
    throw new AssayError('ERR_INPUT', `${path}: ${name}: ${JSON.stringify(instant)} is not like 2026-11-30T18:00:00Z`);
  }
  return document as Record<string, string>;
}
