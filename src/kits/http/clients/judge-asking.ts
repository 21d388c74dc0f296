/** Verdicts on what a client asks: its request lines, Host, and how many requests there are. */
import { Inconclusive, Unmet } from '../../../harness/outcome.ts';
import { requestLine, unmetIn } from '../judge-request.ts';
import { valuesOf } from '../observation.ts';
import { CR, LF, quote, textOf } from '../octet-text.ts';
import type { Asked } from '../origin-side.ts';
import { requestOf, type Visit } from './peer.ts';

/**
 * The request of an errand, in the form that it was told of.
 *
 * @throws Inconclusive where it makes a tunnel instead, for which the target and Host have a form of their own
 */
export function toldRequestOf(visit: Visit): Asked {
  const asked = requestOf(visit);
  if (asked.request.method !== 'CONNECT' || visit.method === 'CONNECT') return asked;
  throw new Inconclusive('precondition', 'the client makes a tunnel, and asks through it');
}

/** RFC9112-2.2-05 */
export function judgeNothingAround(visit: Visit): void {
  requestOf(visit);
  for (const asked of visit.asked) {
    const { from, start } = asked.request;
    if (start > from) {
      const place = { field: 'requestLine', at: from, octets: start - from };
      throw unmetIn(asked, place, ['a request line'], `${start - from} octets of empty lines before it`);
    }
  }
  for (const octets of visit.leftOver.values()) {
    if (octets.length === 0) continue;
    const text = quote(textOf(octets.subarray(0, 80)));
    if (octets[0] !== CR && octets[0] !== LF) throw new Inconclusive('precondition', `an unfinished request: ${text}`);
    throw new Unmet({ expected: ['nothing after a request but the next one'], actual: text });
  }
}

/** RFC9112-3.2-03 */
export function judgeHostOnce(visit: Visit): void {
  requestOf(visit);
  for (const asked of visit.asked) {
    const hosts = valuesOf(asked.request, 'host');
    if (asked.request.version === 'HTTP/1.0' || hosts.length === 1) continue;
    const second = hosts[1];
    const place =
      second === undefined ? requestLine(asked) : { field: 'host', at: second.at, octets: second.value.length };
    throw unmetIn(asked, place, ['one Host field'], hosts.length === 0 ? 'none' : `${hosts.length} of them`);
  }
}

/** RFC9110-7.2-01 */
export function judgeHostFirst(asked: Asked): void {
  const [first] = asked.request.fields;
  if (first === undefined) throw unmetIn(asked, requestLine(asked), ['Host'], 'no fields');
  if (first.name.toLowerCase() === 'host') return;
  throw unmetIn(asked, { field: first.name, at: first.at, octets: first.value.length }, ['Host first'], first.name);
}

/** RFC9110-9.2.2-02: the same method and target twice. */
export function judgeAskedOnce(visit: Visit): void {
  const { method, target } = requestOf(visit).request;
  const again = visit.asked.filter(({ request }) => request.method === method && request.target === target)[1];
  if (visit.done === undefined) throw new Inconclusive('fence', 'the client is still under way');
  if (again !== undefined) throw unmetIn(again, requestLine(again), ['no second request'], `${method} once more`);
}

/** RFC9110-15.4.8-01: of the requests for where the redirection leads; what else a client asks for is no following. */
export function judgeNextMethod(visit: Visit, method: string, target: string): void {
  const next = visit.asked.slice(1).find(({ request }) => request.target === target);
  if (next === undefined) throw new Inconclusive('precondition', 'the client asks for nothing further');
  if (next.request.method === method) return;
  const place = { field: 'method', at: next.request.start, octets: next.request.method.length };
  throw unmetIn(next, place, [method], next.request.method);
}
