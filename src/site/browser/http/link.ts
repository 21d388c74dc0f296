/** A response as the part of a link behind `#`. */
import type { Given } from '../../try/http/findings.ts';

export interface HttpLinked {
  readonly text: string;
  readonly method: string;
  readonly isClosed: boolean;
}

/** Characters; what is longer is not linked. */
const MOST = 6000;

export function httpLink(text: string, { method, isClosed }: Given): string {
  const code = encodeURIComponent(text);
  return code.length > MOST ? '' : `${method}=${isClosed ? 'closed' : 'open'}=${code}`;
}

/** Undefined for what is none. */
export function readHttpLink(hash: string): HttpLinked | undefined {
  const [, method, end, code = ''] = /^(GET|HEAD)=(closed|open)=(.*)$/s.exec(hash) ?? [];
  if (method === undefined) return undefined;
  try {
    return { text: decodeURIComponent(code), method, isClosed: end === 'closed' };
  } catch {
    // A link that was cut off within a character.
    return undefined;
  }
}
