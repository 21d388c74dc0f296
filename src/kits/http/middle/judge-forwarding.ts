/** Verdicts on what an intermediary makes of a request on its way to the origin. */
import { Inconclusive, Unmet, Unsupported } from '../../../harness/outcome.ts';
import { judgeHost, judgeTarget, requestLine, unmetIn } from '../judge-request.ts';
import { valuesOf } from '../observation.ts';
import type { ObservedRequest } from '../observe-requests.ts';
import { quote, textOf } from '../octet-text.ts';
import { octetsOfText } from '../wire-text.ts';
import { forwardedOf, instead, type MiddlePeer, type Passage } from './peer.ts';

/** A request that is forwarded, and its answer that comes back. @throws Unmet */
export async function establishForwarding(peer: MiddlePeer): Promise<void> {
  const passage = await peer.send('GET {/ordinary} HTTP/1.1\nHost: {host}\n\n');
  const [response] = passage.observation.responses;
  if (passage.asked.length > 0 && response?.status === 200) return;
  const actual = response === undefined ? instead(passage) : `status ${response.status}`;
  const missing = response === undefined;
  throw new Unmet({ expected: ['an ordinary request forwarded, and its answer'], actual, missing });
}

const FRESH = octetsOfText(
  'HTTP/1.1 200 OK\nCache-Control: public, max-age=86400\nETag: "a-tag"\nContent-Type: text/plain\nContent-Length: 5\n\nfive!',
);

/** What a cache would keep, asked for three times, is forwarded each time. @throws Unsupported for a cache */
export async function requireNoCache(peer: MiddlePeer, path: string): Promise<void> {
  for (let time = 1; time <= 3; time += 1) {
    peer.answerWith({ pieces: [FRESH], after: 'keep' });
    const { asked } = await peer.send(`GET {${path}} HTTP/1.1\nHost: {host}\n\n`);
    // A copy that is validated each time is a copy, too.
    const isOwn = asked.some(({ request }) => request.fields.some(({ name }) => /^if-/i.test(name)));
    if (asked.length === 0 || isOwn) throw new Unsupported('forwarding without a cache');
  }
}

/** Gone, or with another value, which is then the intermediary's own. */
export function judgeGone(passage: Passage, name: string, received?: string): void {
  const asked = forwardedOf(passage);
  const field = valuesOf(asked.request, name).find(({ value }) => received === undefined || value === received);
  if (field === undefined) return;
  const place = { field: name, at: field.at, octets: field.value.length };
  throw unmetIn(asked, place, [`no ${name}`], `${name}: ${quote(field.value)}`);
}

/** All members of a list-based field, in their order. */
export function judgeForwarded(passage: Passage, name: string, expected: string): void {
  const asked = forwardedOf(passage);
  const fields = valuesOf(asked.request, name);
  const actual = membersOf(fields.map(({ value }) => value)).join(', ');
  if (fields.length > 0 && actual === expected) return;
  const [field] = fields;
  const place = field === undefined ? requestLine(asked) : { field: name, at: field.at, octets: field.value.length };
  throw unmetIn(asked, place, [`${name}: ${expected}`], field === undefined ? `no ${name}` : `${name}: ${actual}`);
}

/** RFC9110-7.6.2-01: one less, or the intermediary's own maximum where that is less still. */
export function judgeCountedDown(passage: Passage, most: number): void {
  const asked = forwardedOf(passage);
  const [field] = valuesOf(asked.request, 'max-forwards');
  if (field !== undefined && /^[0-9]+$/.test(field.value) && Number(field.value) <= most) return;
  const place =
    field === undefined ? requestLine(asked) : { field: field.name, at: field.at, octets: field.value.length };
  throw unmetIn(asked, place, [`Max-Forwards: ${most}`, 'less'], field === undefined ? 'none' : quote(field.value));
}

/** RFC9110-5.3-02: what is not passed on has no place in an order. @throws Inconclusive */
export function requireAllOf(message: Pick<ObservedRequest, 'fields'>, name: string, expected: string): void {
  const members = membersOf(valuesOf(message, name).map(({ value }) => value));
  if (membersOf([expected]).every((member) => members.includes(member))) return;
  throw new Inconclusive('precondition', `not all lines of ${name} are passed on`);
}

export function membersOf(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => value.split(',')).map((member) => member.trim());
}

/** RFC9112-2.3-01: two requests that differ in their version alone go on in the same one. */
export function judgeOwnVersion({ passages }: MiddlePeer): void {
  const [one, other] = passages.slice(-2).map(forwardedOf);
  if (one === undefined || other === undefined) throw new Inconclusive('twin', 'there are no two requests to compare');
  const { version } = one.request;
  if (other.request.version === version) return;
  const at = other.request.start + other.request.method.length + other.request.target.length + 2;
  throw unmetIn(other, { field: 'version', at, octets: 8 }, [version], other.request.version);
}

/** RFC9112-3.2.2-03: the host of the target, or another of the intermediary's own, but not the one to be ignored. */
export async function judgeHostOfTarget(peer: MiddlePeer): Promise<void> {
  judgeHost(forwardedOf(peer.latest), await peer.authority());
}

export function judgeForwardedTarget(passage: Passage, target: string): void {
  judgeTarget(forwardedOf(passage), target);
}

/** RFC9110-7.6.3-01, RFC9110-7.6.3-02 */
export function judgeVia(passage: Passage): void {
  const asked = forwardedOf(passage);
  const vias = membersOf(valuesOf(asked.request, 'via').map(({ value }) => value));
  if (vias.some(isVia)) return;
  const [via] = valuesOf(asked.request, 'via');
  const place = via === undefined ? requestLine(asked) : { field: 'via', at: via.at, octets: via.value.length };
  throw unmetIn(asked, place, ['Via with 1.1 and a name'], via === undefined ? 'no Via' : quote(via.value));
}

/** Received in HTTP/1.1, by somebody. */
export function isVia(member: string): boolean {
  return /^(?:HTTP\/)?1\.1[ \t]+[^ \t,]+/i.test(member);
}

/** RFC9112-6.3-04, RFC9110-8.6-07: refused, or forwarded with one framing that is right. */
export function judgeSafeFraming(peer: MiddlePeer, content: string, clause: string): void {
  const [asked] = peer.latest.asked;
  if (asked === undefined) {
    const [response] = peer.latest.observation.responses;
    if (response !== undefined && response.status < 400) {
      throw new Inconclusive('precondition', `answered with ${response.status}, and not forwarded`);
    }
    peer.scene.took({ outcome: 'refused', clause });
    return;
  }
  peer.scene.took({ outcome: 'forwarded', clause });
  const { request } = asked;
  const lengths = valuesOf(request, 'content-length');
  const [length] = lengths;
  const hasCoding = valuesOf(request, 'transfer-encoding').length > 0;
  if (length !== undefined && (hasCoding || lengths.length > 1 || !/^[0-9]+$/.test(length.value))) {
    const place = { field: 'content-length', at: length.at, octets: length.value.length };
    throw unmetIn(asked, place, ['a refusal', 'no Content-Length that is doubtful'], quote(length.value));
  }
  if (textOf(request.content) === content) return;
  const place = { field: 'content', at: request.bodyAt, octets: request.content.length };
  throw unmetIn(asked, place, ['a refusal', `the content ${quote(content)}`], quote(textOf(request.content)));
}

/** RFC9110-7.6.2-01: at zero the intermediary answers by itself. */
export function judgeNotForwarded({ asked, observation, ...passage }: Passage): void {
  const [forwarded] = asked;
  if (forwarded !== undefined) {
    throw unmetIn(forwarded, requestLine(forwarded), ['nothing forwarded'], 'the request, forwarded');
  }
  if (observation.responses.length > 0) return;
  throw new Inconclusive(
    'fence',
    `not forwarded, but not answered either: ${instead({ asked, observation, ...passage })}`,
  );
}

/** RFC9110-9.2.2-01 */
export function judgeForwardedOnce(passage: Passage): void {
  forwardedOf(passage);
  const again = passage.asked[1];
  if (again !== undefined) throw unmetIn(again, requestLine(again), ['no second request'], 'the request once more');
}

/** RFC9110-13.2.1p-01: not answered by the intermediary itself. */
export function judgeLeftToOrigin(passage: Passage, name: string, value: string): void {
  const [response] = passage.observation.responses;
  if (passage.asked.length === 0 && response !== undefined && (response.status === 304 || response.status === 412)) {
    const actual = `status ${response.status} by the intermediary itself`;
    throw new Unmet({ expected: [`the request forwarded with ${name}`], actual });
  }
  judgeForwarded(passage, name, value);
}
