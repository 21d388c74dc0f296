/** What a redirection makes of a request (RFC 9110 section 15.4). */
import { type Field, type ResponseHead, valuesOf } from '../message.ts';
import { NO_OCTETS } from '../octets.ts';
import type { ProxyPlace } from './agent-events.ts';
import { resolve, type Uri } from './uri.ts';

/** One request of a user, wherever redirections lead it. */
export interface Asked {
  readonly method: string;
  readonly uri: Uri;
  readonly fields: readonly Field[];
  readonly content: Uint8Array;
  /** Send the content in chunks, as if its length were not known. */
  readonly chunked: boolean;
  /** Wait for 100 before the content is sent. */
  readonly expects: boolean;
  readonly proxy?: ProxyPlace | undefined;
}

const REDIRECTIONS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** What describes content, and goes when it does. */
const ABOUT_CONTENT = /^(?:content-.*|digest|last-modified|etag|trailer)$/i;
/** Section 15.4: what is meant for one server is not carried to another. */
const CONFIDENTIAL = /^(?:authorization|cookie|proxy-authorization|origin|referer)$/i;

/** The request that follows; undefined when the response is the answer. */
export function redirected(asked: Asked, { status, fields }: ResponseHead): Asked | undefined {
  const [location] = valuesOf(fields, 'location');
  if (!REDIRECTIONS.has(status) || location === undefined) return undefined;
  const target = resolve(asked.uri, location);
  if (target === undefined) return undefined;
  // RFC 9110 section 10.2.2: a fragment goes along unless there is another.
  const uri = { ...target, fragment: target.fragment || asked.uri.fragment };
  const isElsewhere = uri.authority !== asked.uri.authority || uri.scheme !== asked.uri.scheme;
  const kept = asked.fields.filter(({ name }) => !(isElsewhere && CONFIDENTIAL.test(name)));
  if (!becomesRetrieval(status, asked.method)) return { ...asked, uri, fields: kept };
  return {
    ...asked,
    uri,
    method: asked.method === 'HEAD' ? 'HEAD' : 'GET',
    fields: kept.filter(({ name }) => !ABOUT_CONTENT.test(name)),
    content: NO_OCTETS,
    chunked: false,
    expects: false,
  };
}

/** 303 always asks for something else; 301 and 302 may take a POST for a GET, and do; 307 and 308 change nothing. */
function becomesRetrieval(status: number, method: string): boolean {
  return status === 303 || (method === 'POST' && (status === 301 || status === 302));
}
