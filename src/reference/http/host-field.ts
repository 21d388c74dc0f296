/** Reads Host (RFC 9110 section 7.2, RFC 9112 section 3.2). */
import { type Refusal, type RequestHead, valuesOf } from './message.ts';

/** RFC 3986 section 3.2.2: a name or address, and a port of digits; both may be empty. */
const HOST = /^(?:\[[0-9A-Fa-f:.]+\]|(?:[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)(?::[0-9]*)?$/;

export function isHost(text: string): boolean {
  return HOST.test(text);
}

export function checkHost({ minor, fields }: RequestHead): Refusal | undefined {
  const hosts = valuesOf(fields, 'host');
  // RFC9112-3.2-05
  if (hosts.length === 0) return minor >= 1 ? { status: 400, why: 'There is no Host field.' } : undefined;
  // RFC9112-3.2-06
  if (hosts.length > 1) return { status: 400, why: 'There is more than one Host field.' };
  // RFC9112-3.2-07
  return isHost(hosts[0]!) ? undefined : { status: 400, why: 'Host is no name or address with a port.' };
}

/** The name of an authority, without its port, in small letters. */
export function nameOf(authority: string): string {
  return authority.replace(/:[0-9]*$/, '').toLowerCase();
}
