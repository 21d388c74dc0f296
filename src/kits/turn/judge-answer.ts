/** Verdicts on an answer: whether it is a success or which error, and which attributes it has. */
import { Inconclusive, type Mismatch, Unmet, Unsupported } from '../../harness/outcome.ts';
import { ATTRIBUTES, type AttributeName, METHODS } from './attribute-types.ts';
import type { Exchange } from './client.ts';
import { headline } from './describe.ts';
import type { TurnPeer } from './peer.ts';
import { errorCode, find, type StunMessage, unknownTypes } from './read-message.ts';

export type Answer = NonNullable<Exchange['answer']>;

/** @throws Inconclusive when there is none to judge */
export function answerOf(peer: TurnPeer): Answer {
  const { answer } = peer.latest;
  if (answer === undefined) throw new Inconclusive('precondition', 'there is no answer to judge');
  return answer;
}

/** Types that a 420 names. */
export function attributesRefused(answer: StunMessage | undefined): readonly number[] {
  return answer !== undefined && errorCode(answer) === 420 ? unknownTypes(answer) : [];
}

/** Attributes that a server need not know, for each came with an option or with a later RFC than its own. */
const OPTIONS: ReadonlySet<number> = new Set([
  ATTRIBUTES['EVEN-PORT'],
  ATTRIBUTES['RESERVATION-TOKEN'],
  ATTRIBUTES['DONT-FRAGMENT'],
  ATTRIBUTES['REQUESTED-ADDRESS-FAMILY'],
  ATTRIBUTES['MESSAGE-INTEGRITY-SHA256'],
  ATTRIBUTES['PASSWORD-ALGORITHM'],
  ATTRIBUTES.USERHASH,
]);

/** Those of them that a 420 names. */
export function optionRefused(answer: StunMessage | undefined): readonly number[] {
  return attributesRefused(answer).filter((type) => OPTIONS.has(type));
}

/** @throws Unmet */
export function assertSuccess(peer: TurnPeer): void {
  assertOutcome(peer, ['success']);
}

type Outcomes = readonly (string | number)[];

/** Each of `legal` is `success` or the code of an error. @throws Unmet, Unsupported, Inconclusive */
export function assertOutcome(peer: TurnPeer, legal: Outcomes, clause?: string): void {
  excuseRefusal(peer, legal);
  assertJust(peer, legal, clause);
}

/**
 * What a server may say to anybody: 486 and 300 to Allocate at any point (RFC 8656 section 7.2, checks 10 and 11), 508 where
 * it has no room, 403 to a peer that it does not let anybody reach (sections 10.2 and 12.2). @throws Inconclusive, Unsupported
 */
export function excuseRefusal({ latest: { answer, draft } }: TurnPeer, legal: Outcomes): void {
  const code = answer && errorCode(answer);
  if (code === undefined || legal.includes(code)) return;
  const isAllocate = draft.method === METHODS.Allocate;
  if (isAllocate && (code === 486 || code === 300)) {
    throw new Inconclusive('precondition', `the server takes no allocation from this client now (${code})`);
  }
  const namesPeer = draft.method === METHODS.CreatePermission || draft.method === METHODS.ChannelBind;
  if (!legal.includes('success') || !(isAllocate || namesPeer)) return;
  if (namesPeer && code === 403) throw new Unsupported("peers at the tester's addresses (403)");
  // For a token there is room: the port was kept for it.
  const hasToken = draft.attributes.some(({ type }) => type === ATTRIBUTES['RESERVATION-TOKEN']);
  if (code === 508 && !hasToken) throw new Inconclusive('precondition', 'the server has no capacity now (508)');
}

/** Nothing else, whatever the server's quotas are. @throws Unmet, Unsupported */
export function assertJust(peer: TurnPeer, legal: Outcomes, clause?: string): void {
  const { answer, draft } = peer.latest;
  const actual = outcomeOf(answer);
  const found = legal.find((each) => String(each) === actual);
  if (found !== undefined) {
    if (legal.length > 1) peer.scene.took({ outcome: actual, clause: clause ?? 'as the rule has it' });
    return;
  }
  const refused = optionRefused(answer).filter((type) => draft.attributes.some((each) => each.type === type));
  // Who does not know an attribute that was meant offers nothing that could be judged by it.
  if (refused.length > 0) throw new Unsupported(`attributes that it does not know: ${refused.map(hex).join(' ')}`);
  throw new Unmet({
    expected: legal.map((each) => (each === 'success' ? 'success' : `error ${each}`)),
    actual: answer === undefined ? 'nothing' : headline(answer),
    ...(answer === undefined ? { missing: true } : { difference: placeOfOutcome(answer, legal, actual) }),
  });
}

/** Refused or passed over: no clause says which. @throws Unmet */
export function assertNotTaken(peer: TurnPeer): void {
  const { answer } = peer.latest;
  if (answer?.of !== 'success') return;
  const place = { field: 'type', exchange: answer.exchange, bit: 0, bits: 16 };
  const mismatch = { expected: ['anything but success'], actual: headline(answer) };
  throw new Unmet({ ...mismatch, difference: { ...place, expected: 'no success', actual: 'success' } });
}

/** With whatever code. @throws Unmet */
export function assertRefused(peer: TurnPeer): void {
  const { answer } = peer.latest;
  if (answer?.of === 'error') return;
  const actual = answer === undefined ? 'nothing' : headline(answer);
  throw new Unmet({ expected: ['an error'], actual, missing: answer === undefined });
}

/** `success`, the code of an error, or words for neither. */
export function outcomeOf(answer: Exchange['answer']): string {
  if (answer === undefined) return 'nothing';
  return answer.of === 'success' ? 'success' : String(errorCode(answer) ?? 'an error without a code');
}

function placeOfOutcome(answer: Answer, legal: Outcomes, actual: string) {
  const code = find(answer, 'ERROR-CODE');
  const place = code === undefined ? { bit: 0, bits: 16 } : { bit: 8 * (code.at + 6), bits: 16 };
  const field = code === undefined ? 'type' : 'ERROR-CODE';
  return { field, expected: legal.join(' or '), actual, exchange: answer.exchange, ...place };
}

/** @throws Unmet, Inconclusive */
export function assertHas(peer: TurnPeer, name: AttributeName): void {
  const answer = answerOf(peer);
  if (find(answer, name) !== undefined) return;
  throw new Unmet({ expected: [`${name} in the answer`], actual: `${headline(answer)} without it` });
}

/** @throws Unmet, Inconclusive */
export function assertHasNot(peer: TurnPeer, name: AttributeName): void {
  const answer = answerOf(peer);
  const attribute = find(answer, name);
  if (attribute !== undefined) throw unmetAttribute(answer, attribute, { expected: [`no ${name}`], actual: name });
}

/** Points at an attribute of the answer. */
export function unmetAttribute(
  { exchange }: Pick<Answer, 'exchange'>,
  { at, value }: { readonly at: number; readonly value: Uint8Array },
  mismatch: Mismatch & { field?: string },
): Unmet {
  const { field = mismatch.actual, ...rest } = mismatch;
  const expected = mismatch.expected.join(', or ');
  const difference = { field, expected, actual: rest.actual, exchange, bit: 8 * at, bits: 8 * (4 + value.length) };
  return new Unmet({ ...rest, difference });
}

/** RFC8489-420: all types that the request had and that nobody knows. @throws Unmet, Inconclusive */
export function assertUnknownListed(peer: TurnPeer, types: readonly number[]): void {
  const answer = answerOf(peer);
  const attribute = find(answer, 'UNKNOWN-ATTRIBUTES');
  if (attribute === undefined) {
    throw new Unmet({ expected: ['UNKNOWN-ATTRIBUTES'], actual: `${headline(answer)} without it` });
  }
  const listed = unknownTypes(answer);
  const missing = types.filter((type) => !listed.includes(type));
  if (missing.length === 0) return;
  throw unmetAttribute(answer, attribute, {
    expected: [types.map(hex).join(' ')],
    actual: listed.map(hex).join(' ') || 'none listed',
    field: 'UNKNOWN-ATTRIBUTES',
  });
}

function hex(type: number): string {
  return `0x${type.toString(16).padStart(4, '0')}`;
}
