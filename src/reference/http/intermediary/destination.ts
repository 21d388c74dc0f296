/** Where a request goes on to, and what is asked for there (RFC 9112 section 3.2, RFC 9110 section 7.1). */
import { readUri } from '../client/uri.ts';
import { checkHost } from '../host-field.ts';
import { type Refusal, type RequestHead, valuesOf } from '../message.ts';
import { readTarget } from '../request-target.ts';

export interface Server {
  readonly host: string;
  readonly port: number;
}

export interface Destination extends Server {
  readonly target: string;
  /** For Host. */
  readonly authority: string;
}

/** `gateway`: the server behind it, whatever is asked for; undefined: a proxy, which goes where the target says. */
export function destinationOf(head: RequestHead, gateway: Server | undefined): Destination | Refusal {
  const refusal = checkHost(head);
  if (refusal !== undefined) return refusal;
  if (head.method === 'CONNECT') return { status: 501, why: 'There are no tunnels here.' };
  const [host = ''] = valuesOf(head.fields, 'host');
  const uri = readUri(head.target);
  if (uri !== undefined && uri.scheme === 'http') {
    // RFC9112-3.2.4-02: who asks for a server as a whole names no path. RFC9110-7.7-01: what path there is stays.
    const isWhole = head.method === 'OPTIONS' && uri.path === '' && uri.query === '';
    const target = isWhole ? '*' : `${uri.path || '/'}${uri.query}`;
    // RFC9112-3.2.2-03: Host is made from the target, whatever it was.
    return { ...(gateway ?? { host: uri.host, port: uri.port }), target, authority: uri.authority };
  }
  if (gateway === undefined) return { status: 400, why: 'A proxy is asked with a whole URI.' };
  if (head.method === 'OPTIONS' && head.target === '*') return { ...gateway, target: '*', authority: host };
  const target = readTarget(head.target);
  if ('status' in target) return target;
  return { ...gateway, target: head.target, authority: host };
}
