/** Verdicts on how a client asks for an allocation, keeps it and gives it back: RFC 8656 sections 5, 7 and 8. */
import { Inconclusive, Unmet } from '../../../harness/outcome.ts';
import { ATTRIBUTES, type AttributeName, METHODS } from '../attribute-types.ts';
import { find, type StunMessage } from '../read-message.ts';
import { isSigned } from './guest.ts';
import { unmetAt } from './unmet.ts';
import {
  after,
  fateOf,
  type Heard,
  isDelete,
  messagesOf,
  oddAnswer,
  type Said,
  signedAllocate,
  transactionsOf,
  type Visit,
} from './visit.ts';

const SECOND = 1_000_000;
/** IANA's number of UDP. */
const UDP = 17;
/** A client that was told something while it was sending could not know it yet. */
const UNDER_WAY = 2 * SECOND;

function allocates(visit: Visit): readonly Heard<StunMessage>[] {
  const found = messagesOf(visit, 'request', 'Allocate');
  if (found.length === 0) throw new Inconclusive('precondition', `no Allocate request came: ${fateOf(visit)}`);
  return found;
}

/** TURN-A-01 */
export function judgeTransport(visit: Visit): void {
  for (const heard of allocates(visit)) {
    const attribute = find(heard.message, 'REQUESTED-TRANSPORT');
    if (attribute?.value.length === 4 && attribute.value[0] === UDP) continue;
    const actual = attribute === undefined ? 'none' : `${attribute.value[0]} in ${attribute.value.length} octets`;
    throw unmetAt(heard, 'REQUESTED-TRANSPORT', '17 in 4 octets', actual, attribute);
  }
}

const EXCLUDED: readonly (readonly [AttributeName, AttributeName])[] = [
  ['REQUESTED-ADDRESS-FAMILY', 'ADDITIONAL-ADDRESS-FAMILY'],
  ['REQUESTED-ADDRESS-FAMILY', 'RESERVATION-TOKEN'],
  ['ADDITIONAL-ADDRESS-FAMILY', 'RESERVATION-TOKEN'],
];

/** TURN-A-02 */
export function judgeFamilies(visit: Visit): void {
  for (const heard of allocates(visit)) {
    for (const [one, other] of EXCLUDED) refuseBoth(heard, one, other);
    const even = find(heard.message, 'EVEN-PORT');
    if (((even?.value[0] ?? 0) & 0x80) !== 0) refuseBoth(heard, 'EVEN-PORT', 'ADDITIONAL-ADDRESS-FAMILY');
    const named = heard.message.attributes.filter(({ type }) => type === ATTRIBUTES['REQUESTED-ADDRESS-FAMILY']);
    if (named[1] !== undefined) throw unmetAt(heard, 'REQUESTED-ADDRESS-FAMILY', 'one of them', 'two', named[1]);
  }
}

/** TURN-A-03 */
export function judgeParity(visit: Visit): void {
  for (const heard of allocates(visit)) refuseBoth(heard, 'EVEN-PORT', 'RESERVATION-TOKEN');
}

function refuseBoth(heard: Heard<StunMessage>, one: AttributeName, other: AttributeName): void {
  const attribute = find(heard.message, other);
  if (find(heard.message, one) === undefined || attribute === undefined) return;
  throw unmetAt(heard, other, `no ${other} beside ${one}`, 'both', attribute);
}

/** TURN-A-29: what cannot be used is given back, and nothing more is asked for. */
export function judgeGivenBack(visit: Visit): void {
  const odd = oddAnswer(visit);
  const later = laterRequests(visit, odd);
  const more = later.find(({ message }) => message.method === METHODS.Allocate);
  if (more !== undefined) throw unmetAt(more, 'message', 'no further allocation there', 'an Allocate request');
  if (later.some(isDelete)) return;
  throw new Unmet({ expected: ['a Refresh with a lifetime of 0'], actual: fateOf(visit), missing: true });
}

/** New requests that came after an answer, but those of another port that was asking before and has not been refused. */
function laterRequests(visit: Visit, { exchange }: Said): readonly Heard<StunMessage>[] {
  const refused = visit.said.filter((said) => !said.isUsual && said.exchange <= exchange).map(({ to }) => to.from.port);
  const asking = visit.heard.filter((heard) => heard.exchange < exchange).map(({ from }) => from.port);
  const others = new Set(asking.filter((port) => !refused.includes(port)));
  return transactionsOf(visit)
    .map(({ first }) => first)
    .filter((heard) => heard.exchange > exchange && !others.has(heard.from.port));
}

/** TURN-A-30: another port each time, three of them at least. */
export function judgeOtherPorts(visit: Visit): void {
  const [first, ...more] = refusals(visit);
  if (first === undefined) throw new Inconclusive('precondition', `nothing was refused: ${fateOf(visit)}`);
  const ports = new Set([first, ...more].map(({ to }) => `${to.from.address} ${to.from.port}`));
  const tried = `${ports.size} of the client's addresses tried`;
  if (ports.size >= 3) return;
  throw new Unmet({ expected: ['three of its transport addresses tried'], actual: `${tried}; ${fateOf(visit)}` });
}

/** Signed Allocate requests that were answered otherwise than others do. */
function refusals(visit: Visit): readonly Said[] {
  const odd = visit.said.filter(({ isUsual, to }) => !isUsual && to.message.method === METHODS.Allocate);
  const ids = new Set<Heard>();
  return odd.filter(({ to }) => !ids.has(to) && ids.add(to));
}

/** TURN-A-30, TURN-A-31: nothing is asked of the server for so long after its last word. @throws Inconclusive */
export function judgeLeftInPeace(visit: Visit, seconds: number, refused: number): void {
  const last = refusals(visit)[refused - 1];
  if (last === undefined) throw new Inconclusive('precondition', `fewer refusals than ${refused}: ${fateOf(visit)}`);
  const again = laterRequests(visit, last).find(({ message, at }) => {
    return message.method === METHODS.Allocate && at.latest < last.at.earliest + seconds * SECOND;
  });
  if (again !== undefined) throw unmetAt(again, 'message', `no Allocate request for ${seconds} seconds`, 'one before');
  if (visit.done === undefined && visit.endedAt.latest < last.at.earliest + seconds * SECOND) {
    throw new Inconclusive('patience', 'the client is still under way, and its time is not over');
  }
}

/** TURN-A-32, TURN-A-33: the same is not asked for again. */
export function judgeNotRepeated(visit: Visit): void {
  const [refused] = refusals(visit);
  if (refused === undefined) throw new Inconclusive('precondition', `nothing was refused: ${fateOf(visit)}`);
  // What is wrong with its form can be mended by another one; what is refused is an address of that kind.
  const kinds = refused.code === 400 ? WISHES : WISHES.slice(0, 3);
  const wishes = wishesOf(refused.to.message, kinds);
  const again = laterRequests(visit, refused).find(({ message }) => {
    return message.method === METHODS.Allocate && isSigned(message) && wishesOf(message, kinds) === wishes;
  });
  if (again !== undefined) throw unmetAt(again, 'message', 'no such request again', 'the same request');
}

/** What an Allocate request may ask for: above all the kind of its address. */
const WISHES: readonly number[] = [
  ATTRIBUTES['REQUESTED-TRANSPORT'],
  ATTRIBUTES['REQUESTED-ADDRESS-FAMILY'],
  ATTRIBUTES['ADDITIONAL-ADDRESS-FAMILY'],
  ATTRIBUTES['EVEN-PORT'],
  ATTRIBUTES['DONT-FRAGMENT'],
  ATTRIBUTES['RESERVATION-TOKEN'],
  ATTRIBUTES.LIFETIME,
];

function wishesOf({ attributes }: StunMessage, kinds: readonly number[]): string {
  const told = attributes.filter(({ type }) => kinds.includes(type));
  const wishes = told.map(({ type, value }) => `${type} ${[...value].join('.')}`);
  return wishes.sort().join();
}

/** TURN-A-34: the next that is asked is the server that was named. */
export function judgeFollowed(visit: Visit): void {
  const odd = oddAnswer(visit);
  const next = laterRequests(visit, odd).find(({ message }) => message.method === METHODS.Allocate);
  const expected = 'an Allocate request to the server that was named';
  if (next === undefined) throw new Unmet({ expected: [expected], actual: fateOf(visit), missing: true });
  if (next.place !== odd.to.place) return;
  throw unmetAt(next, 'message', expected, 'one to the server that named it');
}

/** TURN-A-34, RFC 8489 section 10: who is sent to where it was sent away from goes nowhere. */
export function judgeNotToAndFro(visit: Visit): void {
  const sentAway = visit.said.filter(({ code }) => code === 300);
  const [first, second] = sentAway;
  if (first === undefined || second === undefined)
    throw new Inconclusive('precondition', `it was not sent to and fro: ${fateOf(visit)}`);
  const again = laterRequests(visit, second).find(({ place }) => place === first.to.place);
  if (again !== undefined) throw unmetAt(again, 'message', 'the redirection ignored', 'a request to the first server');
}

/** TURN-R-01: as often as it takes, before its time is over. @throws Inconclusive when the client did not want it so long */
export function judgeRefreshed(visit: Visit, seconds: number): void {
  const granted = visit.said.find(({ to, code }) => code === 'success' && to.message.method === METHODS.Allocate);
  if (granted === undefined) throw new Inconclusive('precondition', `nothing was allocated: ${fateOf(visit)}`);
  let since = granted.at;
  for (const { at, message } of messagesOf(visit, 'request', 'Refresh')) {
    const isLate = at.earliest > since.latest + seconds * SECOND;
    if (isLate) break;
    if (isDelete({ message } as Heard)) {
      if (since === granted.at)
        throw new Inconclusive('precondition', 'the client gave it back before its end was near');
      return;
    }
    since = at;
  }
  if (visit.endedAt.earliest <= since.latest + seconds * SECOND) {
    if (since === granted.at) throw new Inconclusive('precondition', `its end was never near: ${fateOf(visit)}`);
    return;
  }
  const expected = `a Refresh before ${seconds} seconds were over`;
  throw new Unmet({ expected: [expected], actual: 'none', missing: true });
}

/** TURN-R-02 */
export function judgeDeleted(visit: Visit): void {
  signedAllocate(visit);
  const isGranted = visit.said.some(({ to, code }) => code === 'success' && to.message.method === METHODS.Allocate);
  if (!isGranted) throw new Inconclusive('precondition', 'nothing was allocated');
  if (visit.heard.some(isDelete)) return;
  if (visit.done === undefined) throw new Inconclusive('fence', 'the client is still under way');
  throw new Unmet({ expected: ['a Refresh with a lifetime of 0'], actual: `none; ${fateOf(visit)}`, missing: true });
}

/** TURN-G-05: after 437 nothing is said any more that needs the allocation, until there is another one. */
export function judgeGone(visit: Visit): void {
  const odd = oddAnswer(visit);
  for (const heard of after(visit, odd, UNDER_WAY)) {
    if (heard.from.port !== odd.to.from.port) continue;
    const { message } = heard;
    if (message.kind === 'stun' && message.method === METHODS.Allocate) return;
    const needs = message.kind === 'channel' || (message.kind === 'stun' && message.method !== METHODS.Binding);
    if (needs && !isDelete(heard)) throw unmetAt(heard, 'message', 'nothing that needs the allocation');
  }
}
