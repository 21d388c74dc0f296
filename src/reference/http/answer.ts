/** What an origin answers to one request (RFC 9110), from the cheapest reason to refuse it to what it asks for. */
import { checkAuthority } from './authority.ts';
import { evaluate, type Validators } from './conditions.ts';
import { NO_CONTENT } from './content.ts';
import { echo } from './echo.ts';
import { checkHost } from './host-field.ts';
import type { Request } from './message.ts';
import { represent, unperformed } from './represent.ts';
import { readTarget } from './request-target.ts';
import { checkWishes } from './request-wishes.ts';
import type { Resource } from './resources.ts';
import { explain, type Response } from './response.ts';
import type { Site } from './site.ts';

export interface OriginContext {
  readonly site: Site;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const IMPLEMENTED: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
/** RFC 9110 section 9.3 and RFC 5789: methods upon a resource that are known, and that no resource here allows. */
const KNOWN: ReadonlySet<string> = new Set(['PUT', 'DELETE', 'PATCH', 'TRACE']);

/** What each kind of resource allows, as Allow has it (RFC9110-15.5.6-01). */
const ALLOWED: Readonly<Record<Resource['kind'], readonly string[]>> = {
  static: ['GET', 'HEAD', 'OPTIONS'],
  generated: ['GET', 'HEAD', 'OPTIONS'],
  echo: ['POST', 'OPTIONS'],
  forbidden: ['GET', 'HEAD', 'OPTIONS'],
  moved: ['GET', 'HEAD', 'OPTIONS'],
};

export function answer(request: Request, context: OriginContext): Response {
  const refusal = checkHost(request);
  if (refusal !== undefined) return explain(refusal.status, refusal.why);
  const { method } = request;
  // RFC9110-9.1-02
  if (!IMPLEMENTED.has(method) && !KNOWN.has(method)) return explain(501, 'This server does not implement the method.');
  if (method === 'OPTIONS' && request.target === '*') return options([...IMPLEMENTED]);
  const target = readTarget(request.target);
  if ('status' in target) return explain(target.status, target.why);
  const misdirected = checkAuthority(request, target, context.site.names);
  if (misdirected !== undefined) return explain(misdirected.status, misdirected.why);
  const resource = context.site.resources.get(target.path);
  // RFC9110-15.5.5-02
  if (resource === undefined) return explain(404, 'There is nothing here.');
  const allowed = ALLOWED[resource.kind];
  // RFC9110-9.1-03, RFC9110-15.5.6-01
  if (!allowed.includes(method))
    return explain(405, `Here is only ${allowed.join(', ')}.`, [['Allow', allowed.join(', ')]]);
  if (method === 'OPTIONS') return options(allowed);
  return checkWishes(request) ?? perform(request, resource, context.now);
}

/** RFC9110-9.3.7-01. What there is no content for has the length 0. */
function options(allowed: readonly string[]): Response {
  return { status: 200, fields: [['Allow', allowed.join(', ')]], content: NO_CONTENT };
}

function perform(request: Request, resource: Resource, now: number): Response {
  switch (resource.kind) {
    case 'static':
      return represent(request, resource, now);
    case 'generated': {
      const response = { status: 200, fields: [['Content-Type', resource.mediaType]], content: NO_CONTENT } as const;
      return unlessConditions(request, {}, now, { ...response, generated: resource });
    }
    case 'echo':
      return unlessConditions(request, undefined, now, echo(request));
    case 'forbidden':
      return explain(403, 'This is not for you.');
    case 'moved':
      return explain(301, `It is at ${resource.to} now.`, [['Location', resource.to]]);
    default:
      return resource satisfies never;
  }
}

/** RFC9110-13.2.1-01: conditions count where the answer would be a success without them. */
function unlessConditions(
  request: Request,
  validators: Validators | undefined,
  now: number,
  response: Response,
): Response {
  if (response.status >= 300) return response;
  const outcome = evaluate(request, validators, now);
  return outcome === 'perform' ? response : unperformed(outcome, validators);
}
