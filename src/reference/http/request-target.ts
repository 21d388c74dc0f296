/** The path that a request target names (RFC 9112 section 3.2), percent-decoded, without its query. */
import type { Refusal } from './message.ts';

/** RFC 3986 section 3.3: the characters of a path, and after `?` those of a query. */
const PATH =
  /^\/(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*(?:\?(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?$/;
const ABSOLUTE = /^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^/?#]+(?=[/?]|$)/;

export function readTargetPath(target: string): string | Refusal {
  // RFC 9112 section 3.2.2: every server takes the absolute form.
  const authority = ABSOLUTE.exec(target)?.[0] ?? '';
  const rest = target.slice(authority.length);
  const origin = authority !== '' && !rest.startsWith('/') ? `/${rest}` : rest;
  if (!PATH.test(origin)) return { status: 400, why: 'The request target is no path.' };
  try {
    return decodeURIComponent(origin.split('?')[0]!);
  } catch {
    return { status: 400, why: 'The path holds octets that are no text.' };
  }
}
