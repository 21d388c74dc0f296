/** URIs of the scheme http (RFC 9110 section 4.2.1), and references to them (RFC 3986 sections 3 to 5). */
import { isHost } from '../host-field.ts';

export interface Uri {
  readonly scheme: string;
  /** Host and port as written; no user information. */
  readonly authority: string;
  readonly host: string;
  readonly port: number;
  /** Empty, or from its first slash on. */
  readonly path: string;
  /** With its question mark; empty when there is none. */
  readonly query: string;
  /** With its number sign; never sent. */
  readonly fragment: string;
}

/** RFC 3986 appendix B. */
const PARTS = /^(?:([A-Za-z][A-Za-z0-9+\-.]*):)?(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** Undefined when `text` is no such URI: no host, a port that is none, or octets that have no place in one. */
export function readUri(text: string): Uri | undefined {
  if (!/^[\x21-\x7e]*$/.test(text)) return undefined;
  const [, scheme = '', userAndHost, path = '', query = '', fragment = ''] = PARTS.exec(text) ?? [];
  // RFC9112-3.2-04: user information goes nowhere.
  const authority = userAndHost?.replace(/^.*@/, '');
  const defaultPort = DEFAULT_PORTS[scheme.toLowerCase()];
  if (authority === undefined || defaultPort === undefined || !isHost(authority)) return undefined;
  const [, host = '', port = ''] = /^(.*?)(?::([0-9]*))?$/.exec(authority) ?? [];
  if (host === '' || Number(port) > 65_535) return undefined;
  return {
    scheme: scheme.toLowerCase(),
    authority,
    host,
    port: port === '' ? defaultPort : Number(port),
    path,
    query,
    fragment,
  };
}

export function writeUri({ scheme, authority, path, query, fragment }: Uri): string {
  return `${scheme}://${authority}${path}${query}${fragment}`;
}

/** RFC 3986 section 5.2.2: what `reference` means where `base` is. */
export function resolve(base: Uri, reference: string): Uri | undefined {
  const [, scheme, authority, path = '', query = '', fragment = ''] = PARTS.exec(reference) ?? [];
  if (scheme !== undefined) return readUri(reference);
  if (authority !== undefined) return readUri(`${base.scheme}:${reference}`);
  const [merged, question] = path === '' ? [base.path, query || base.query] : [merge(base, path), query];
  return readUri(writeUri({ ...base, path: merged, query: question, fragment }));
}

/** Sections 5.2.3 and 5.2.4. */
function merge({ path: base }: Uri, path: string): string {
  const whole = path.startsWith('/') ? path : `${base.slice(0, base.lastIndexOf('/') + 1) || '/'}${path}`;
  const kept: string[] = [];
  const segments = whole.split('/').slice(1);
  for (const [at, segment] of segments.entries()) {
    const isLast = at === segments.length - 1;
    if (segment === '..') kept.pop();
    if (segment !== '.' && segment !== '..') kept.push(segment);
    else if (isLast) kept.push('');
  }
  return `/${kept.join('/')}`;
}
