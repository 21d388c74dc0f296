/** What a request target names (RFC 9112 section 3.2): a path, percent-decoded and without its query, and the authority. */
import type { Refusal } from './message.ts';

export interface Target {
  readonly path: string;
  /** Of the absolute form; it takes the place of Host (RFC9112-3.2.2-04). */
  readonly authority: string | undefined;
  readonly scheme: string;
}

/** RFC 3986 section 3.3: the characters of a path, and after `?` those of a query. */
const PATH =
  /^\/(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*(?:\?(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?$/;
const ABSOLUTE = /^([Hh][Tt][Tt][Pp][Ss]?):\/\/([^/?#]+)(?=[/?]|$)/;

export function readTarget(target: string): Target | Refusal {
  // RFC9112-3.2.2-05: every server takes the absolute form.
  const [whole = '', scheme = 'http', authority] = ABSOLUTE.exec(target) ?? [];
  const rest = target.slice(whole.length);
  const origin = whole !== '' && !rest.startsWith('/') ? `/${rest}` : rest;
  if (!PATH.test(origin)) return { status: 400, why: 'The request target is no path.' };
  try {
    return { path: decodeURIComponent(origin.split('?')[0]!), authority, scheme: scheme.toLowerCase() };
  } catch {
    return { status: 400, why: 'The path holds octets that are no text.' };
  }
}
