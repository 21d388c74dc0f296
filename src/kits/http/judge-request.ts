/** Verdicts on a request that came to the tester, from a client or from what stands before one. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { valuesOf } from './observation.ts';
import { quote } from './octet-text.ts';
import type { Asked } from './origin-side.ts';

/** A mismatch among the octets of a request. */
export function unmetIn(
  asked: Asked,
  { field, at, octets }: { readonly field: string; readonly at: number; readonly octets: number },
  expected: readonly string[],
  actual: string,
): Unmet {
  const bit = (at - asked.request.from) * 8;
  const place = bit < 0 ? {} : { exchange: asked.received, bit, bits: Math.max(1, octets) * 8 };
  return new Unmet({ expected, actual, difference: { field, expected: expected.join(', or '), actual, ...place } });
}

/** The request line of a request, as a place. */
export function requestLine({ request }: Asked) {
  const { start, method, target, version } = request;
  return { field: 'requestLine', at: start, octets: method.length + target.length + version.length + 2 };
}

/**
 * Names compare without regard to case, and the port of the scheme may be there or not (RFC 9110 section 4.2.3).
 *
 * @throws Inconclusive for HTTP/1.0, which knows no Host
 */
export function judgeHost(asked: Asked, authority: string): void {
  const [host] = valuesOf(asked.request, 'host');
  const bare = (value: string): string => value.toLowerCase().replace(/:80$/, '');
  if (host !== undefined && bare(host.value) === bare(authority)) return;
  if (host === undefined && asked.request.version === 'HTTP/1.0') {
    throw new Inconclusive('precondition', 'a request in HTTP/1.0, without Host');
  }
  if (host === undefined) throw unmetIn(asked, requestLine(asked), [`Host: ${authority}`], 'no Host field');
  const place = { field: 'host', at: host.at, octets: host.value.length };
  throw unmetIn(asked, place, [`Host: ${authority}`], quote(host.value));
}

export function judgeTarget(asked: Asked, ...targets: readonly string[]): void {
  const { target, method, start } = asked.request;
  if (targets.includes(target)) return;
  const place = { field: 'requestTarget', at: start + method.length + 1, octets: target.length };
  throw unmetIn(
    asked,
    place,
    targets.map((each) => `request target ${each}`),
    quote(target),
  );
}
