/** Verdicts on what a client makes of an answer: what it hands out, and whether it calls the errand a success. */
import { Inconclusive, Unmet } from '../../../harness/outcome.ts';
import { quote, textOf } from '../octet-text.ts';
import { type ClientPeer, requestOf, type Visit } from './peer.ts';

/** @throws Unmet when it has not come to an end. */
function doneOf(visit: Visit, expected: string) {
  requestOf(visit);
  if (visit.done !== undefined) return visit.done;
  throw new Unmet({ expected: [expected], actual: 'the client is still under way', missing: true });
}

/** An ordinary page, taken. @throws Unmet */
export async function establishPage(peer: ClientPeer): Promise<void> {
  const visit = await peer.send((authority) => [`http://${authority}/ordinary`]);
  if (visit.asked.length === 0) throw new Unmet({ expected: ['a request'], actual: 'none' });
  const done = doneOf(visit, 'an ordinary page taken');
  if (!done.ok) throw new Unmet({ expected: ['an ordinary page taken'], actual: `the client ${done.fate}` });
}

/** The content of all answers of one errand, in their order. */
export function judgeTaken(visit: Visit, content: string): void {
  const expected = content === '' ? 'success, and no content' : `success, and the content ${quote(content)}`;
  const { ok, output, fate } = doneOf(visit, expected);
  const text = textOf(output);
  if (ok && text === content) return;
  const given = `content ${quote(text)}`;
  throw new Unmet({ expected: [expected], actual: ok ? given : `the client ${fate}, ${given}` });
}

/** RFC9112-6.3-01: nothing is waited for that does not come. Its output may tell of the header section (HEAD). */
export function judgeEndsByItself(visit: Visit): void {
  doneOf(visit, 'an end');
}

/** RFC9110-15.4-02 */
export function judgeEnds(visit: Visit): void {
  doneOf(visit, 'an end');
  if (visit.asked.length < 2) throw new Inconclusive('precondition', 'the client followed no redirection');
}

/**
 * What is safe to ask twice may be asked again where the first answer was spoiled (RFC 9110 section 9.2.2); whatever the
 * client makes of the next answer then, it has not taken the first one.
 */
function hasAskedAgain({ scene, latest }: ClientPeer): boolean {
  const isAgain = isRepeated(latest);
  if (isAgain) scene.took({ outcome: 'asked again', clause: 'RFC 9110 section 9.2.2' });
  return isAgain;
}

function isRepeated(visit: Visit): boolean {
  const { method, target } = requestOf(visit).request;
  return visit.asked.slice(1).some(({ request }) => request.method === method && request.target === target);
}

/** Who has given up the connection and not the errand is about to ask again. @throws Inconclusive */
function requireEnd({ latest: { done, moments, asked } }: ClientPeer): void {
  const isGivenUp = moments.some(
    ({ kind, connection }) => (kind === 'ended' || kind === 'reset') && connection === asked[0]?.connection,
  );
  if (done === undefined && isGivenUp) {
    throw new Inconclusive('patience', 'the client has given up the connection, and is still under way');
  }
}

export function judgeRefused(peer: ClientPeer): void {
  if (hasAskedAgain(peer)) return;
  requireEnd(peer);
  const { ok, output } = doneOf(peer.latest, 'a failure');
  if (!ok) return;
  throw new Unmet({ expected: ['a failure'], actual: `success, and the content ${quote(textOf(output))}` });
}

/** An answer that need not be understood: failure, or just this content. */
export function judgeTakenOrRefused(peer: ClientPeer, content: string, clause: string): void {
  if (hasAskedAgain(peer)) return;
  requireEnd(peer);
  const { ok } = doneOf(peer.latest, 'success or failure');
  peer.scene.took({ outcome: ok ? 'taken' : 'refused', clause });
  if (ok) judgeTaken(peer.latest, content);
}

/**
 * The two last errands ended alike: the same success or failure, and `content` handed out both times or neither time. What
 * a client says besides, of the status for instance, is its own affair.
 *
 * @throws Inconclusive where one was asked again, as users may want it for some codes and not for others
 */
export function judgeAlike({ visits }: ClientPeer, content: string): void {
  const [one, other] = visits.slice(-2);
  if (one === undefined || other === undefined) throw new Inconclusive('twin', 'there are no two errands to compare');
  if (one.done === undefined) throw new Inconclusive('twin', 'the first of two errands came to no end');
  if (isRepeated(one) || isRepeated(other)) {
    throw new Inconclusive('precondition', 'the client has asked again, and the next answer was another');
  }
  const before = summary(one.done, content);
  const expected = `as before: ${before}`;
  const actual = summary(doneOf(other, expected), content);
  if (actual !== before) throw new Unmet({ expected: [expected], actual });
}

function summary({ ok, output }: NonNullable<Visit['done']>, content: string): string {
  const given = content !== '' && textOf(output).includes(content);
  return `${ok ? 'success' : 'failure'}, ${given ? 'with' : 'without'} the content ${quote(content)}`;
}
