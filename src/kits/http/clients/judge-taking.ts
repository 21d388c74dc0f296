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
  const { method, target } = requestOf(latest).request;
  const isAgain = latest.asked.slice(1).some(({ request }) => request.method === method && request.target === target);
  if (isAgain) scene.took({ outcome: 'asked again', clause: 'RFC 9110 section 9.2.2' });
  return isAgain;
}

export function judgeRefused(peer: ClientPeer): void {
  const { ok, output } = doneOf(peer.latest, 'a failure');
  if (!ok || hasAskedAgain(peer)) return;
  throw new Unmet({ expected: ['a failure'], actual: `success, and the content ${quote(textOf(output))}` });
}

/** An answer that need not be understood: failure, or just this content. */
export function judgeTakenOrRefused(peer: ClientPeer, content: string, clause: string): void {
  const { ok } = doneOf(peer.latest, 'success or failure');
  if (hasAskedAgain(peer)) return;
  peer.scene.took({ outcome: ok ? 'taken' : 'refused', clause });
  if (ok) judgeTaken(peer.latest, content);
}

/** The two last errands ended alike: the same success or failure, the same content handed out. */
export function judgeAlike({ visits }: ClientPeer): void {
  const [one, other] = visits.slice(-2);
  if (one === undefined || other === undefined) throw new Inconclusive('twin', 'there are no two errands to compare');
  if (one.done === undefined) throw new Inconclusive('twin', 'the first of two errands came to no end');
  const expected = `as before: ${summary(one.done)}`;
  const done = doneOf(other, expected);
  if (done.ok === one.done.ok && textOf(done.output) === textOf(one.done.output)) return;
  throw new Unmet({ expected: [expected], actual: summary(done) });
}

function summary({ ok, output }: NonNullable<Visit['done']>): string {
  return `${ok ? 'success' : 'failure'}, ${output.length === 0 ? 'no content' : `content ${quote(textOf(output))}`}`;
}
