/** What an answer must be. */
import { defineSteps } from '../../../src/harness/kit.ts';
import type { AttributeName } from '../../../src/kits/turn/attribute-types.ts';
import { type TurnPeer, turnKit } from '../../../src/kits/turn/index.ts';
import {
  assertHas,
  assertHasNot,
  assertJust,
  assertNotTaken,
  assertOutcome,
  assertRefused,
  assertSuccess,
  assertUnknownListed,
  excuseRefusal,
} from '../../../src/kits/turn/judge-answer.ts';
import {
  assertAddressFormat,
  assertErrorCode,
  assertFingerprint,
  assertHeader,
  assertIntegrity,
  assertMapped,
  assertPadded,
  assertPadding,
  assertReason,
  assertShort,
  assertSource,
} from '../../../src/kits/turn/judge-format.ts';
import {
  assertCookie,
  assertOtherNonce,
  assertSha256Length,
  assertStale,
  noteLarger,
  noteLifetime,
  noteTaken,
} from '../../../src/kits/turn/judge-session.ts';
import { assertSilent } from '../../../src/kits/turn/silence.ts';

export const turnJudgeSteps = defineSteps<TurnPeer>(turnKit, {
  then: {
    'the server answers with success': (peer) => assertSuccess(peer),
    'the server answers with success, whoever else has allocations': (peer) => assertJust(peer, ['success']),
    'the server answers with {int}': (peer, code: number) => assertOutcome(peer, [code]),
    'the server answers with {int} or {int}': (peer, one: number, other: number) => assertOutcome(peer, [one, other]),
    'the server answers with success, or {int}': (peer, code: number) => assertOutcome(peer, ['success', code]),
    'the server answers with 401, or 437 where there is no allocation': (peer) =>
      assertOutcome(peer, [401, 437], 'RFC 8656 section 5'),
    'the server answers with {int}, if it has room': (peer, code: number) => {
      excuseRefusal(peer, ['success', code]);
      assertOutcome(peer, [code]);
    },
    'the server answers with 438, if the nonce is no longer good': (peer) => assertStale(peer),
    'the server refuses': (peer) => assertRefused(peer),
    'the server does not take it': (peer) => assertNotTaken(peer),
    'the server says nothing to client {word}': async (peer, name: string) => assertSilent(await peer.client(name)),
    'the answer has {word}': (peer, name: string) => assertHas(peer, name as AttributeName),
    'the answer has no {word}': (peer, name: string) => assertHasNot(peer, name as AttributeName),
    'the answer lists the attributes {word} and {word}': (peer, one: string, other: string) =>
      assertUnknownListed(peer, [Number(one), Number(other)]),
    'the answer tells the address that the request came from': (peer) => assertMapped(peer),
    'the answer comes from the address that the request was sent to': (peer) => assertSource(peer),
    'the {word} of the answer is right': (peer, field: string) => assertHeader(peer, field),
    'the attributes of the answer are padded to a multiple of four': (peer) => assertPadded(peer),
    'the attributes of the answer are padded with zero': (peer) => assertPadding(peer),
    'the answer has an error code in its range': (peer) => assertErrorCode(peer),
    'the reason of the error is short and in UTF-8': (peer) => assertReason(peer),
    '{word} of the answer starts with zero and a family': (peer, name: string) =>
      assertAddressFormat(peer, name as AttributeName),
    '{word} of the answer has fewer than 128 characters': (peer, name: 'REALM' | 'NONCE') => assertShort(peer, name),
    'the FINGERPRINT of the answer is right, if it has one': (peer) => assertFingerprint(peer, 'value'),
    'the FINGERPRINT of the answer is its last attribute, if it has one': (peer) => assertFingerprint(peer, 'place'),
    'the MESSAGE-INTEGRITY of the answer is right, if it has one': (peer) => assertIntegrity(peer, 'if there is one'),
    'the answer is signed with the key of its user': (peer) => assertIntegrity(peer, 'always'),
    'the answer is signed with the SHA-256 key of its user': (peer) => assertIntegrity(peer, 'always', 'sha256'),
    'the MESSAGE-INTEGRITY-SHA256 of the answer has 32 octets': (peer) => assertSha256Length(peer),
    'the nonce is another one than that of client {word}': (peer, name: string) => assertOtherNonce(peer, name),
    'the nonce begins with the cookie and four characters of base64': (peer) => assertCookie(peer),
    'it is noted how much larger than the request the answer is': (peer) => noteLarger(peer),
    'it is noted which lifetime was taken': (peer) => noteLifetime(peer),
    'it is noted whether the server takes it': (peer) => noteTaken(peer),
  },
});
