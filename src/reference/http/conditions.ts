/** Conditional requests (RFC 9110 section 13), evaluated in the order of its section 13.2.2. */
import { entityTagsOf, matchesStrongly, matchesWeakly } from './entity-tag.ts';
import { type Field, type RequestHead, valuesOf } from './message.ts';
import { readHttpDate } from './read-http-date.ts';

/** What is known of the representation that there is now; what is missing nobody knows. */
export interface Validators {
  readonly etag?: string;
  /** Milliseconds since 1970, of a whole second. */
  readonly lastModified?: number;
}

/** What the conditions make of a request whose answer would be a success; `validators`: undefined when there is nothing. */
export function evaluate(
  { method, fields }: RequestHead,
  validators: Validators | undefined,
  now: number,
): 'perform' | 304 | 412 {
  const isRetrieval = method === 'GET' || method === 'HEAD';
  // Step 1, and where that field is missing step 2 (RFC9110-13.1.4-01).
  const ifMatch = valuesOf(fields, 'if-match');
  if (
    ifMatch.length > 0 ? !isMatch(ifMatch, validators) : isModifiedSince(fields, 'if-unmodified-since', validators, now)
  )
    return 412;
  // Step 3, and where that field is missing step 4 (RFC9110-13.1.3-01).
  const ifNoneMatch = valuesOf(fields, 'if-none-match');
  if (ifNoneMatch.length > 0) {
    // RFC9110-13.1.2-02
    if (isNoneMatch(ifNoneMatch, validators)) return 'perform';
    return isRetrieval ? 304 : 412;
  }
  // RFC9110-13.1.3-02
  if (isRetrieval && isUnmodifiedSince(fields, validators, now)) return 304;
  // Step 5, If-Range, is read with the range that it is about.
  return 'perform';
}

/** RFC9110-13.1.1-01: strong comparison; a star stands for whatever there is. */
function isMatch(values: readonly string[], validators: Validators | undefined): boolean {
  if (validators === undefined) return false;
  const tags = entityTagsOf(values);
  return tags === '*' || tags.some((tag) => matchesStrongly(tag, validators.etag));
}

/** RFC9110-13.1.2-01: weak comparison. RFC9110-13.1.2-03: a star stands for whatever there is. */
function isNoneMatch(values: readonly string[], validators: Validators | undefined): boolean {
  if (validators === undefined) return true;
  const tags = entityTagsOf(values);
  return tags !== '*' && !tags.some((tag) => matchesWeakly(tag, validators.etag));
}

/** Later than the field says. A field that is no timestamp, or a time that nobody knows, is ignored. */
function isModifiedSince(
  fields: readonly Field[],
  name: string,
  validators: Validators | undefined,
  now: number,
): boolean {
  const since = timeOf(fields, name, now);
  return since !== undefined && validators?.lastModified !== undefined && validators.lastModified > since;
}

function isUnmodifiedSince(fields: readonly Field[], validators: Validators | undefined, now: number): boolean {
  const since = timeOf(fields, 'if-modified-since', now);
  return since !== undefined && validators?.lastModified !== undefined && validators.lastModified <= since;
}

function timeOf(fields: readonly Field[], name: string, now: number): number | undefined {
  const values = valuesOf(fields, name);
  return values.length === 1 ? readHttpDate(values[0]!, now) : undefined;
}

/** RFC 9110 section 13.1.5: whether the range asked for is one of the representation that the client has a part of. */
export function rangeHolds(fields: readonly Field[], { etag, lastModified }: Validators, now: number): boolean {
  const values = valuesOf(fields, 'if-range');
  if (values.length === 0) return true;
  if (values.length > 1) return false;
  const [value = ''] = values;
  if (/^(?:W\/)?"/.test(value)) return matchesStrongly(value, etag);
  // Section 8.8.2.2: a time is a strong validator once a second has passed in which nothing changed.
  const isStrong = lastModified !== undefined && lastModified + 1000 <= now;
  return isStrong && readHttpDate(value, now) === lastModified;
}
