/** Verdicts on what a server tells of authentication, and what is only noted (RFC 8489 section 9.2). */
import { Inconclusive } from '../../harness/outcome.ts';
import { answerOf, assertOutcome, outcomeOf, unmetAttribute } from './judge-answer.ts';
import type { TurnPeer } from './peer.ts';
import { find, numberIn, textIn } from './read-message.ts';

/** Its nine characters, and 24 bits of features in base64: RFC 8489 section 9.2. */
export const NONCE_COOKIE = /^obMatJos2[A-Za-z0-9+/]{4}/;
const HMAC_SHA256_OCTETS = 32;

/** @throws Unmet, Inconclusive */
export async function assertOtherNonce(peer: TurnPeer, name: string): Promise<void> {
  const answer = answerOf(peer);
  const nonce = textIn(answer, 'NONCE');
  const others = (await peer.client(name)).session?.nonce;
  if (nonce === undefined || others === undefined) throw new Inconclusive('precondition', 'there are no two nonces');
  if (nonce !== others) return;
  throw unmetAttribute(answer, find(answer, 'NONCE')!, { expected: ['another nonce'], actual: nonce, field: 'NONCE' });
}

/** @throws Unmet, Inconclusive */
export function assertCookie(peer: TurnPeer): void {
  const answer = answerOf(peer);
  const nonce = textIn(answer, 'NONCE');
  if (nonce === undefined) throw new Inconclusive('precondition', 'the answer has no NONCE');
  if (NONCE_COOKIE.test(nonce)) return;
  const expected = ['obMatJos2 and four characters of base64'];
  throw unmetAttribute(answer, find(answer, 'NONCE')!, { expected, actual: nonce, field: 'NONCE' });
}

/** Where it is no longer good at all. @throws Unmet, Inconclusive */
export function assertStale(peer: TurnPeer): void {
  if (answerOf(peer).of === 'success') throw new Inconclusive('precondition', 'the nonce is still good');
  assertOutcome(peer, [438]);
}

/** @throws Unmet, Inconclusive */
export function assertSha256Length(peer: TurnPeer): void {
  assertOutcome(peer, ['success']);
  const answer = answerOf(peer);
  const attribute = find(answer, 'MESSAGE-INTEGRITY-SHA256');
  if (attribute === undefined) throw new Inconclusive('precondition', 'the answer has no MESSAGE-INTEGRITY-SHA256');
  if (attribute.value.length === HMAC_SHA256_OCTETS) return;
  throw unmetAttribute(answer, attribute, {
    expected: [`${HMAC_SHA256_OCTETS} octets`],
    actual: `${attribute.value.length} octets`,
    field: 'MESSAGE-INTEGRITY-SHA256',
  });
}

export function noteLarger(peer: TurnPeer): void {
  const { octets } = peer.latest;
  const factor = answerOf(peer).octets.length / octets.length;
  peer.scene.took({ outcome: `${factor.toFixed(1)} times`, clause: 'RFC 8489 section 16.1.2', level: 'MAY' });
}

/** Of LIFETIME twice. @throws Inconclusive */
export function noteLifetime(peer: TurnPeer): void {
  const answer = answerOf(peer);
  const told = numberIn(answer, 'LIFETIME');
  const outcome = told === undefined ? outcomeOf(answer) : `${told} seconds`;
  peer.scene.took({ outcome, clause: 'RFC 8489 section 14', level: 'MAY' });
}

/** Of what a server may take or refuse. @throws Inconclusive */
export function noteTaken(peer: TurnPeer): void {
  peer.scene.took({ outcome: outcomeOf(answerOf(peer)), clause: 'RFC 8656 section 10.2', level: 'MAY' });
}
