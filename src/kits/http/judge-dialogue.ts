/** Verdicts on requests that come in pieces. */
import { Inconclusive, Unmet, Unsupported } from '../../harness/outcome.ts';
import { responseOf } from './conversation.ts';
import type { Observation } from './observation.ts';
import type { HttpPeer } from './peer.ts';

/** What came last: the status of the twin's response is what the same octets have in one piece. */
export async function judgeSameAsTwin(peer: HttpPeer): Promise<void> {
  const { twin } = peer;
  if (twin === undefined) throw new Inconclusive('precondition', 'there was no twin');
  const wanted = responseOf(twin).status;
  const status = statusOf(await peer.dialogue.hearAll());
  if (status === wanted) return;
  throw new Unmet({ expected: [`status ${wanted}, as for the same octets in one piece`], actual: `status ${status}` });
}

export async function judgeFinal(peer: HttpPeer): Promise<void> {
  const status = statusOf(await peer.dialogue.hearAll());
  peer.scene.took({ outcome: `status ${status}`, clause: 'RFC 9110 section 10.1.1' });
}

/** Of a section whose last line makes the request wrong: who answers with success has not waited for it. */
export async function judgeWholeSection(peer: HttpPeer): Promise<void> {
  const status = statusOf(await peer.dialogue.hearAll());
  if (status >= 400) return;
  throw new Unmet({ expected: ['refused, once the section is whole'], actual: `status ${status}` });
}

/** RFC9112-9.3-01 */
export async function judgeSecond(peer: HttpPeer): Promise<void> {
  const { responses } = await peer.dialogue.hearAll();
  if (responses.length > 1) return;
  throw new Unmet({ expected: ['a response to the second request'], actual: 'the connection was closed' });
}

/** Goes on only where the server told it to. @throws Unsupported where it answered instead */
export async function awaitContinue(peer: HttpPeer): Promise<void> {
  if ((await peer.dialogue.hear()) !== '100') throw new Unsupported('100 to who expects it');
}

function statusOf({ responses }: Observation): number {
  const response = responses.at(-1);
  if (response === undefined) throw new Inconclusive('precondition', 'the connection was closed without an answer');
  return response.status;
}
