/** Answers a retrieval of a static resource: whole, in part, or not again (RFC 9110 sections 13 to 15). */
import { evaluate, rangeHolds, type Validators } from './conditions.ts';
import { NO_CONTENT, partOf } from './content.ts';
import { contentRange } from './content-range.ts';
import { fixdate } from './http-date.ts';
import { type RequestHead, valuesOf } from './message.ts';
import { multipart } from './multipart.ts';
import { type Range, rangesOf } from './ranges.ts';
import type { Static } from './resources.ts';
import { explain, type Response } from './response.ts';

export function represent(request: RequestHead, resource: Static, now: number): Response {
  // RFC9110-8.8.2.1-02: what is said to have changed in the future has changed now.
  const changed = Math.min(resource.lastModified, now);
  const validators = { etag: resource.etag, lastModified: Math.floor(changed / 1000) * 1000 };
  const outcome = evaluate(request, validators, now);
  if (outcome !== 'perform') return unperformed(outcome, validators);
  return inPart(request, resource, validators, now) ?? whole(resource, changed);
}

/** A condition that does not hold is answered without content, or with a refusal. */
export function unperformed(outcome: 304 | 412, validators: Validators | undefined): Response {
  if (outcome === 412) return explain(412, 'It is not as the request supposes.');
  // RFC9110-15.4.5-01, RFC9110-15.4.5-02: the entity tag, and nothing else that a cache has already.
  const fields: Response['fields'] = validators?.etag === undefined ? [] : [['ETag', validators.etag]];
  return { status: 304, fields, content: NO_CONTENT };
}

function whole({ content, mediaType, etag }: Static, changed: number): Response {
  return {
    status: 200,
    fields: [
      ['Last-Modified', fixdate(changed)],
      ['ETag', etag],
      ['Accept-Ranges', 'bytes'],
      ['Content-Type', mediaType],
    ],
    content,
  };
}

function inPart(request: RequestHead, resource: Static, validators: Validators, now: number): Response | undefined {
  const { method, fields } = request;
  // RFC9110-14.2-02
  if (method !== 'GET') return undefined;
  const ranges = rangesOf(fields, resource.content.length);
  // RFC9110-13.1.5-02
  if (ranges === undefined || !rangeHolds(fields, validators, now)) return undefined;
  const { length } = resource.content;
  // RFC9110-14.2-05, RFC9110-15.5.17-01
  if (ranges.length === 0) return explain(416, `There are ${length} octets.`, [['Content-Range', `bytes */${length}`]]);
  if (ranges.length > 1) return multipart(resource, ranges);
  // RFC 9110 section 15.3.7: who has a part already knows the rest.
  const metadata: Response['fields'] =
    valuesOf(fields, 'if-range').length > 0
      ? []
      : [
          ['Last-Modified', fixdate(validators.lastModified ?? now)],
          ['Content-Type', resource.mediaType],
        ];
  return onePart(resource, ranges[0]!, metadata);
}

/** RFC9110-15.3.7-02 */
function onePart({ content, etag }: Static, { from, to }: Range, metadata: Response['fields']): Response {
  return {
    status: 206,
    fields: [['ETag', etag], ['Content-Range', contentRange({ from, to }, content.length)], ...metadata],
    content: partOf(content, from, to),
  };
}
