/** The two sendings of a case: the twin, which must be answered as it is to be, and what is at issue. */
import { Unmet, Unsupported } from '../../../harness/outcome.ts';
import { insteadOfResponse } from '../conversation.ts';
import type { HttpPeer } from '../peer.ts';
import { fitsAnswers } from './answers.ts';
import { readCheck } from './checks.ts';
import { fillIn, NAMES_TWIN } from './fill-in.ts';

/** @throws Unmet when the twin is answered otherwise */
export async function sendTwin(peer: HttpPeer, answers: string, asks: string, text: string): Promise<void> {
  const conversation = await peer.transmit(fillIn(text, peer), methodsOf(asks));
  const { responses } = conversation.observation;
  if (!fitsAnswers(answers, { responses, twin: 0 })) {
    const statuses = responses.map(({ status }) => status).join(', then ');
    const actual = responses.length === 0 ? insteadOfResponse(conversation) : `status ${statuses}`;
    throw new Unmet({ expected: [`the twin answered with ${answers}`], actual, missing: responses.length === 0 });
  }
  peer.twin = conversation;
}

/** What a case needs of its twin's response. @throws Unsupported where it is not so */
export function requireOfTwin(peer: HttpPeer, phrases: string): void {
  const twin = peer.twin;
  if (twin === undefined) throw new RangeError('there is no twin to ask that of');
  for (const phrase of phrases.split('; ')) {
    if (!readCheck(phrase).holds(twin, undefined)) throw new Unsupported(`a resource of this kind: ${phrase}`);
  }
}

/** `finish`: ends our side behind it, and reads to the end of the other. */
export async function sendCase(peer: HttpPeer, asks: string, text: string, { finish = false } = {}): Promise<void> {
  const octets = fillInTwin(peer, text);
  await (finish ? peer.transmit(octets, methodsOf(asks), 'closed', true) : peer.transmit(octets, methodsOf(asks)));
}

/** Sends a header section alone, and reads until anything has been said about it. */
export async function sendAndWait(peer: HttpPeer, asks: string, text: string): Promise<void> {
  await peer.transmit(fillInTwin(peer, text), methodsOf(asks), 'spoken');
}

function fillInTwin(peer: HttpPeer, text: string): Uint8Array {
  peer.leansOnTwin ||= NAMES_TWIN.test(text);
  return fillIn(text, peer, peer.twin);
}

function methodsOf(asks: string): readonly string[] {
  return asks.split(', ');
}
