/** Verdicts on what a client says of the content that it sends, and on the options of its requests. */
import { Inconclusive, Unmet } from '../../../harness/outcome.ts';
import { readLength } from '../body.ts';
import { requestLine, unmetIn } from '../judge-request.ts';
import { type ObservedField, valuesOf } from '../observation.ts';
import { quote } from '../octet-text.ts';
import type { Asked } from '../origin-side.ts';
import { type ClientPeer, requestOf, type Visit } from './peer.ts';

const place = (field: ObservedField) => ({ field: field.name, at: field.at, octets: field.value.length });

/** The members of a list-based field, in lower case, without parameters. */
function membersOf(asked: Asked, name: string): readonly string[] {
  return valuesOf(asked.request, name).flatMap(({ value }) =>
    value.split(',').map((member) => member.split(';')[0]!.trim().toLowerCase()),
  );
}

/** RFC9112-6.3-17 */
export function judgeFramed(visit: Visit): void {
  const asked = requestOf(visit);
  const { request, connection } = asked;
  const lengths = valuesOf(request, 'content-length');
  const [first] = lengths;
  const length = first === undefined ? 0 : readLength(lengths);
  if (first !== undefined && typeof length !== 'number') {
    throw unmetIn(asked, place(first), ['a valid Content-Length'], quote(first.value));
  }
  if (request.framing === 'chunked' || length !== 0) return;
  const rest = visit.leftOver.get(connection)?.length ?? 0;
  if (rest === 0) throw new Inconclusive('precondition', 'the client sent no content');
  const actual = `${rest} octets after a header section with neither`;
  throw unmetIn(asked, requestLine(asked), ['Content-Length', 'Transfer-Encoding: chunked'], actual);
}

/** RFC9112-6.3-16 */
export function judgeLengthTold(visit: Visit): void {
  const asked = requestOf(visit);
  if (valuesOf(asked.request, 'content-length').length > 0) return;
  const [coding] = valuesOf(asked.request, 'transfer-encoding');
  if (coding === undefined) throw new Inconclusive('precondition', 'the client sent no content');
  if (membersOf(asked, 'transfer-encoding').some((member) => member !== 'chunked')) {
    throw new Inconclusive('precondition', 'another transfer coding is applied');
  }
  throw unmetIn(asked, place(coding), ['Content-Length'], `Transfer-Encoding: ${coding.value}`);
}

/** RFC9110-8.6-09 */
export function judgeEmptyLengthTold(visit: Visit): void {
  const asked = requestOf(visit);
  const told = valuesOf(asked.request, 'content-length').length + valuesOf(asked.request, 'transfer-encoding').length;
  if (told === 0) throw unmetIn(asked, requestLine(asked), ['Content-Length: 0'], 'no Content-Length');
}

/** RFC9110-8.6-11 */
export function judgeNoLength(visit: Visit): void {
  const asked = requestOf(visit);
  const [length] = valuesOf(asked.request, 'content-length');
  if (length !== undefined) throw unmetIn(asked, place(length), ['no Content-Length'], quote(length.value));
}

/** RFC9112-6.2-02 */
export function judgeOneFraming(visit: Visit): void {
  requestOf(visit);
  for (const asked of visit.asked) {
    const [coding] = valuesOf(asked.request, 'transfer-encoding');
    const [length] = valuesOf(asked.request, 'content-length');
    if (coding === undefined || length === undefined) continue;
    throw unmetIn(asked, place(length), ['no Content-Length beside Transfer-Encoding'], quote(length.value));
  }
}

/** RFC9112-6.1-03 */
export function judgeChunkedLast(visit: Visit): void {
  const asked = requestOf(visit);
  const coding = valuesOf(asked.request, 'transfer-encoding').at(-1);
  if (coding === undefined) throw new Inconclusive('precondition', 'no transfer coding is applied');
  if (membersOf(asked, 'transfer-encoding').at(-1) === 'chunked') return;
  throw unmetIn(asked, place(coding), ['chunked as the last transfer coding'], quote(coding.value));
}

/** RFC9112-6.1-12 */
export function judgeNoCoding(visit: Visit, index: number): void {
  const asked = requestOf(visit, index);
  const [coding] = valuesOf(asked.request, 'transfer-encoding');
  if (coding !== undefined) throw unmetIn(asked, place(coding), ['no Transfer-Encoding'], quote(coding.value));
}

/** RFC9112-7.4-01 */
export function judgeTeWithoutChunked(visit: Visit): void {
  const asked = requestOf(visit);
  const [te] = valuesOf(asked.request, 'te');
  if (te !== undefined && membersOf(asked, 'te').includes('chunked')) {
    throw unmetIn(asked, place(te), ['TE without chunked'], quote(te.value));
  }
}

/** RFC9112-7.4-02 */
export function judgeTeNamed(visit: Visit): void {
  const asked = requestOf(visit);
  const [te] = valuesOf(asked.request, 'te');
  if (te === undefined) throw new Inconclusive('precondition', 'the client sent no TE');
  if (membersOf(asked, 'connection').includes('te')) return;
  throw unmetIn(asked, place(te), ['TE among the options of Connection'], 'TE without it');
}

/** RFC9110-9.3.8-02 */
export function judgeNoContent(visit: Visit): void {
  const asked = requestOf(visit);
  if (asked.request.content.length === 0) return;
  const at = { field: 'content', at: asked.request.bodyAt, octets: asked.request.content.length };
  throw unmetIn(asked, at, ['no content'], `${asked.request.content.length} octets of content`);
}

/** RFC9110-10.1.1-07 */
export function judgeNoExpectation(visit: Visit): void {
  const asked = requestOf(visit);
  const [expect] = valuesOf(asked.request, 'expect');
  // Who sends a stream in chunks does not know beforehand that nothing will be in it.
  if (asked.request.content.length > 0 || asked.request.framing === 'chunked') {
    throw new Inconclusive('precondition', 'the request has content');
  }
  if (expect !== undefined && membersOf(asked, 'expect').includes('100-continue')) {
    throw unmetIn(asked, place(expect), ['no expectation of 100-continue'], quote(expect.value));
  }
}

/** RFC9112-9.3-08 */
export function judgeCloseSaid(visit: Visit): void {
  requestOf(visit);
  for (const asked of visit.asked) {
    if (membersOf(asked, 'connection').includes('close')) continue;
    throw unmetIn(asked, requestLine(asked), ['Connection: close'], 'a request without the option close');
  }
}

/** A request that says that it is the last one on its connection. @throws Inconclusive for any other. */
export function requireCloseSaid(visit: Visit): void {
  if (!membersOf(requestOf(visit), 'connection').includes('close')) {
    throw new Inconclusive('precondition', 'the client did not say that it will close the connection');
  }
}

/** RFC9110-10.1.1-08: the content came, though no 100 did. */
export function judgeWaitsNoMore({ scene, latest: visit }: ClientPeer): void {
  const [asked] = visit.asked;
  if (asked === undefined) {
    const begun = [...visit.leftOver.values()].some(({ length }) => length > 0);
    if (!begun || visit.done !== undefined) throw new Inconclusive('precondition', 'the client began no request');
    if (scene.clock === 'real') {
      throw new Inconclusive(
        'patience',
        `the client waits for longer than ${scene.hangLimit / 1_000_000} s; nobody knows how long`,
      );
    }
    throw new Unmet({ expected: ['the content'], actual: 'a client that waits for 100', missing: true });
  }
  if (!membersOf(asked, 'expect').includes('100-continue')) {
    throw new Inconclusive('precondition', 'the client expected no 100');
  }
}

/** RFC9110-10.1.1-09 */
export function judgeExpectsNoMore(visit: Visit): void {
  const expects = (asked: Asked): boolean => membersOf(asked, 'expect').includes('100-continue');
  const first = requestOf(visit);
  if (!expects(first)) throw new Inconclusive('precondition', 'the client expected no 100');
  const [, next] = visit.asked;
  const expected = ['the request without Expect'];
  if (next === undefined) throw unmetIn(first, requestLine(first), expected, 'no second request');
  if (expects(next)) throw unmetIn(next, requestLine(next), expected, 'the expectation once more');
}
