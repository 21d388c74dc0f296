/** Verdicts on how an answer is written: RFC 8489 sections 5 and 14, whatever it says. */
import { toHex } from '../../contract/hex.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { addressInWords, sameAddress } from './addresses.ts';
import { type AttributeName, attributeName, methodName } from './attribute-types.ts';
import type { Client } from './client.ts';
import { headline } from './describe.ts';
import { fingerprintOf, integrityOf, longTermKey } from './integrity.ts';
import { type Answer, answerOf, excuseRefusal, unmetAttribute } from './judge-answer.ts';
import { HEADER_OCTETS, MAGIC_COOKIE } from './message.ts';
import type { TurnPeer } from './peer.ts';
import { addressIn, errorCode, find, findAll, numberIn } from './read-message.ts';

type Algorithm = 'md5' | 'sha256';
type Place = { readonly at: number; readonly octets: number };

/** Fields of the header, and attributes that end where the length says. @throws Unmet, Inconclusive */
export function assertHeader(peer: TurnPeer, field: string): void {
  const answer = answerOf(peer);
  const checks: Readonly<Record<string, () => void>> = {
    cookie: () => equal(answer, 'magic cookie', { at: 4, octets: 4 }, MAGIC_COOKIE, answer.cookie),
    length: () =>
      equal(answer, 'message length', { at: 2, octets: 2 }, answer.octets.length - HEADER_OCTETS, answer.length),
    method: () => {
      const [expected, actual] = [peer.latest.draft.method, answer.method].map(methodName);
      equal(answer, 'method', { at: 0, octets: 2 }, expected, actual);
    },
  };
  const check = checks[field];
  if (check === undefined) throw new TypeError(`nothing is known of ${field}`);
  check();
}

/** Each fills a multiple of four octets, whatever its padding holds: RFC 5389 section 15 lets it. @throws Unmet, Inconclusive */
export function assertPadded(peer: TurnPeer): void {
  const answer = answerOf(peer);
  if (answer.brokenAt === undefined) return;
  const place = { at: answer.brokenAt, octets: 4 };
  equal(answer, 'attributes', place, 'each padded to a multiple of four', `broken at octet ${answer.brokenAt}`);
}

/** RFC 8489 section 14. @throws Unmet, Inconclusive */
export function assertPadding(peer: TurnPeer): void {
  assertPadded(peer);
  const answer = answerOf(peer);
  for (const { type, padding, at, value } of answer.attributes) {
    const place = { at: at + 4 + value.length, octets: padding.length };
    equal(answer, `padding of ${attributeName(type)}`, place, toHex(new Uint8Array(padding.length)), toHex(padding));
  }
}

/** Class and number in their ranges, a phrase that is short and UTF-8. @throws Unmet, Inconclusive */
export function assertErrorCode(peer: TurnPeer): void {
  const answer = answerOf(peer);
  if (answer.of !== 'error') throw new Inconclusive('precondition', 'the answer is no error response');
  const attribute = find(answer, 'ERROR-CODE');
  if (attribute === undefined) throw new Unmet({ expected: ['ERROR-CODE'], actual: 'an error response without it' });
  const [of, number] = [(attribute.value[2] ?? 0) & 7, attribute.value[3] ?? 0xff];
  if (attribute.value.length >= 4 && of >= 3 && of <= 6 && number <= 99) return;
  const actual = `class ${of}, number ${number}, ${attribute.value.length} octets`;
  throw unmetAttribute(answer, attribute, { expected: ['a class of 3 to 6 and a number of 0 to 99'], actual });
}

/** @throws Unmet, Inconclusive */
export function assertReason(peer: TurnPeer): void {
  const answer = answerOf(peer);
  const attribute = find(answer, 'ERROR-CODE');
  if (attribute === undefined) throw new Inconclusive('precondition', 'there is no ERROR-CODE');
  const phrase = attribute.value.subarray(4);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(phrase);
    if ([...text].length < 128) return;
    throw unmetAttribute(answer, attribute, { expected: ['fewer than 128 characters'], actual: `${text.length}` });
  } catch (cause) {
    if (cause instanceof Unmet) throw cause;
    throw unmetAttribute(answer, attribute, { expected: ['a reason in UTF-8'], actual: toHex(phrase) });
  }
}

/** The first octet of an address is zero, and its family is known. @throws Unmet, Inconclusive */
export function assertAddressFormat(peer: TurnPeer, name: AttributeName): void {
  const answer = answerOf(peer);
  const attributes = findAll(answer, name);
  if (attributes.length === 0) throw new Inconclusive('precondition', `the answer has no ${name}`);
  for (const attribute of attributes) {
    const [first, family] = attribute.value;
    const octets = family === 1 ? 8 : 20;
    if (first === 0 && (family === 1 || family === 2) && attribute.value.length === octets) continue;
    const expected = ['0, family 1 in 8 octets or 2 in 20'];
    throw unmetAttribute(answer, attribute, { expected, actual: toHex(attribute.value), field: name });
  }
}

/** The address that the request came from. @throws Unmet, Inconclusive */
export function assertMapped(peer: TurnPeer): void {
  const answer = answerOf(peer);
  if (answer.of !== 'success') throw new Inconclusive('precondition', `the answer is no success: ${headline(answer)}`);
  const { client } = peer.latest;
  const attribute = find(answer, 'XOR-MAPPED-ADDRESS');
  const seen = addressIn(answer, 'XOR-MAPPED-ADDRESS');
  const expected = [`XOR-MAPPED-ADDRESS ${addressInWords(client.local)}`];
  if (attribute === undefined) throw new Unmet({ expected, actual: 'an answer without it' });
  if (seen !== undefined && sameAddress(seen, client.local)) return;
  const actual = seen === undefined ? 'an address that cannot be read' : addressInWords(seen);
  throw unmetAttribute(answer, attribute, { expected, actual, field: 'XOR-MAPPED-ADDRESS' });
}

/** From where the request was sent to. @throws Unmet, Inconclusive */
export async function assertSource(peer: TurnPeer): Promise<void> {
  const { from } = answerOf(peer);
  const { served } = await peer.sockets();
  if (sameAddress(from, served)) return;
  throw new Unmet({
    expected: [`an answer from ${addressInWords(served)}`],
    actual: `one from ${addressInWords(from)}`,
  });
}

/** Where the answer has a FINGERPRINT: it is right, and last. @throws Unmet, Inconclusive, Unsupported */
export function assertFingerprint(peer: TurnPeer, what: 'value' | 'place'): void {
  const answer = answerOf(peer);
  const attribute = find(answer, 'FINGERPRINT');
  if (attribute === undefined) throw new Inconclusive('precondition', 'the answer has no FINGERPRINT');
  if (what === 'place') {
    const last = answer.attributes.at(-1)!;
    equal(answer, 'last attribute', { at: last.at, octets: 4 }, 'FINGERPRINT', attributeName(last.type));
    return;
  }
  const expected = fingerprintOf(answer.octets, attribute.at);
  equal(answer, 'FINGERPRINT', { at: attribute.at + 4, octets: 4 }, expected, numberIn(answer, 'FINGERPRINT'));
}

/** Signed with the key of the request's user; who chose SHA-256 is answered with it. @throws Unmet, Inconclusive */
export function assertIntegrity(
  peer: TurnPeer,
  when: 'always' | 'if there is one',
  algorithm: Algorithm = 'md5',
): void {
  const answer = answerOf(peer);
  const name = algorithm === 'md5' ? 'MESSAGE-INTEGRITY' : 'MESSAGE-INTEGRITY-SHA256';
  const digest = algorithm === 'md5' ? 'sha1' : 'sha256';
  const attribute = find(answer, name);
  const key = keyOf(peer.latest.client, algorithm);
  if (attribute === undefined && when === 'always') {
    excuseUnknown(peer);
    throw new Unmet({ expected: [name], actual: 'an answer without it' });
  }
  if (attribute === undefined) throw new Inconclusive('precondition', `the answer has no ${name}`);
  const expected = integrityOf(answer.octets, attribute.at, key, digest);
  if (toHex(expected) === toHex(attribute.value)) return;
  throw unmetAttribute(answer, attribute, {
    expected: [`${name} ${toHex(expected)}`],
    actual: toHex(attribute.value),
    field: name,
  });
}

/** Who is not known, or turned away at any point, is answered without integrity. @throws Inconclusive */
function excuseUnknown(peer: TurnPeer): void {
  excuseRefusal(peer, ['success']);
  const code = errorCode(answerOf(peer));
  if (code === 401 || code === 438)
    throw new Inconclusive('precondition', `the request was not authenticated (${code})`);
}

function keyOf({ credentials, session }: Client, algorithm: Algorithm): Uint8Array {
  if (session === undefined) throw new Inconclusive('precondition', 'the server authenticates nobody');
  return longTermKey(algorithm, credentials.username, session.realm, credentials.password);
}

function equal<Value extends string | number | undefined>(
  { exchange }: Answer,
  field: string,
  { at, octets }: Place,
  expected: Value,
  actual: Value,
): void {
  if (expected === actual) return;
  const [wanted, found] = [`${field} ${expected}`, `${field} ${actual}`];
  const place = { bit: 8 * at, bits: 8 * Math.max(1, octets) };
  throw new Unmet({
    expected: [wanted],
    actual: found,
    difference: { field, expected: String(expected), actual: String(actual), exchange, ...place },
  });
}

/** Whether a text attribute is short enough: RFC 8489 sections 14.9, 14.10 and 14.14. @throws Unmet, Inconclusive */
export function assertShort(peer: TurnPeer, name: 'REALM' | 'NONCE' | 'SOFTWARE'): void {
  const answer = answerOf(peer);
  const attribute = find(answer, name);
  if (attribute === undefined) throw new Inconclusive('precondition', `the answer has no ${name}`);
  const characters = [...new TextDecoder().decode(attribute.value)].length;
  if (characters < 128) return;
  throw unmetAttribute(answer, attribute, { expected: ['fewer than 128 characters'], actual: `${characters}` });
}
