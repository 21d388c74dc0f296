/**
 * What an origin of static resources answers to one request (RFC 9110). Not yet built: preconditions (section 13), range
 * requests (14), Expect (10.1.1).
 */
import { fixdate } from './http-date.ts';
import { type Refusal, type Request, valuesOf } from './message.ts';
import { readTargetPath } from './request-target.ts';
import type { Resource, Resources } from './resources.ts';
import { explain, type Response } from './response.ts';

export interface OriginContext {
  readonly resources: Resources;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const ALLOWED = 'GET, HEAD';
/** RFC 9110 section 9.3 and RFC 5789: methods upon a resource that are known, and that no resource here allows. */
const KNOWN: ReadonlySet<string> = new Set(['POST', 'PUT', 'DELETE', 'PATCH']);

export function answer(request: Request, context: OriginContext): Response {
  const refusal = checkHost(request);
  if (refusal !== undefined) return explain(refusal.status, refusal.why);
  const { method, target } = request;
  // RFC9110-9.1-02
  if (method !== 'GET' && method !== 'HEAD' && !KNOWN.has(method))
    return explain(501, 'This server does not implement the method.');
  const path = readTargetPath(target);
  if (typeof path !== 'string') return explain(path.status, path.why);
  const resource = context.resources.get(path);
  // RFC9110-15.5.5-02
  if (resource === undefined) return explain(404, 'There is nothing here.');
  // RFC9110-9.1-03, RFC9110-15.5.6-01
  if (KNOWN.has(method)) return explain(405, `Here is only ${ALLOWED}.`, [['Allow', ALLOWED]]);
  return represent(resource, context.now);
}

function represent({ content, mediaType, lastModified }: Resource, now: number): Response {
  // RFC9110-8.8.2.1-02: what is said to have changed in the future has changed now.
  const changed = Math.min(lastModified, now);
  return {
    status: 200,
    fields: [
      ['Last-Modified', fixdate(changed)],
      ['Content-Type', mediaType],
    ],
    content,
  };
}

/** RFC 9110 section 4.2, RFC 3986 section 3.2.2: a name or address, and a port of digits; both may be empty. */
const HOST = /^(?:\[[0-9A-Fa-f:.]+\]|(?:[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)(?::[0-9]*)?$/;

function checkHost({ minor, fields }: Request): Refusal | undefined {
  const hosts = valuesOf(fields, 'host');
  // RFC9112-3.2-05
  if (hosts.length === 0) return minor >= 1 ? { status: 400, why: 'There is no Host field.' } : undefined;
  // RFC9112-3.2-06
  if (hosts.length > 1) return { status: 400, why: 'There is more than one Host field.' };
  // RFC9112-3.2-07
  return HOST.test(hosts[0]!) ? undefined : { status: 400, why: 'Host is no name or address with a port.' };
}
