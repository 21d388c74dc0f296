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
  idOf,
  isDelete,
  isSameEnd,
  laterRequests,
  messagesOf,
  oddAnswer,
  type Said,
  signedAllocate,
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

/** TURN-A-30: another port each time, three of them at least. */
export function judgeOtherPorts(visit: Visit): void {
  const [first, ...more] = refusals(visit);
  if (first === undefined) throw new Inconclusive('precondition', `nothing was refused: ${fateOf(visit)}`);
  const ports = new Set([first, ...more].map(({ to }) => `${to.from.address} ${to.from.port}`));
  const tried = `${ports.size} of the client's addresses tried`;
  if (ports.size >= 3) return;
  throw new Unmet({ expected: ['three of its transport addresses tried'], actual: `${tried}; ${fateOf(visit)}` });
}

/** Signed Allocate requests that were answered otherwise than others do, each once. */
function refusals(visit: Visit): readonly Said[] {
  const odd = visit.said.filter(({ isUsual, to }) => !isUsual && to.message.method === METHODS.Allocate);
  const ids = new Set<string>();
  return odd.filter(({ to }) => !ids.has(idOf(to)) && ids.add(idOf(to)));
}

/** Least that a client tries before it gives up: RFC 8656 section 7.4. */
const PORTS_TRIED = 3;
/** A transaction lasts no longer (RFC 8489 section 6.2.1): who says nothing for so long after an answer has given up. */
const GIVEN_UP = 39.5 * SECOND;

/** TURN-A-30: never a port again that was refused; and once it has given up, nothing for so long. @throws Inconclusive */
export function judgeAway(visit: Visit, seconds: number): void {
  const found = refusals(visit);
  const [first] = found;
  if (first === undefined || found.length < PORTS_TRIED) {
    throw new Inconclusive('precondition', `fewer refusals than ${PORTS_TRIED}: ${fateOf(visit)}`);
  }
  const asked = laterRequests(visit, first).filter(({ message }) => message.method === METHODS.Allocate);
  for (const [index, refused] of found.entries()) {
    const later = asked.filter(({ exchange }) => exchange > refused.exchange);
    const soon = later.filter(({ at }) => at.latest < refused.at.earliest + seconds * SECOND);
    const again = soon.find((heard) => isSameEnd(heard, refused.to));
    if (again !== undefined) throw unmetAt(again, 'message', 'another transport address', 'one that was refused');
    const [next] = later;
    const hasGivenUp = next === undefined || next.at.earliest > refused.at.latest + GIVEN_UP;
    if (index < PORTS_TRIED - 1 || !hasGivenUp) continue;
    requirePeace(visit, refused, seconds, soon[0]);
    return;
  }
  throw new Inconclusive('patience', 'the client has not given up yet');
}

/** TURN-A-31 @throws Inconclusive */
export function judgeLeftInPeace(visit: Visit, seconds: number): void {
  const [first, ...more] = refusals(visit);
  if (first === undefined) throw new Inconclusive('precondition', `nothing was refused: ${fateOf(visit)}`);
  let last = first;
  const wished = new Set([portWishOf(first.to.message)]);
  // Who wished for a certain port may wish for another, or for any, at once; a minute is for who has no such wish left.
  const isOther = (message: StunMessage): boolean =>
    last.code === 508 && portWishOf(last.to.message) !== '' && !wished.has(portWishOf(message));
  for (const next of more) {
    if (!isOther(next.to.message) || !laterRequests(visit, last).includes(next.to)) continue;
    wished.add(portWishOf(next.to.message));
    last = next;
  }
  const again = laterRequests(visit, last).find(({ message, at }) => {
    const isSoon = at.latest < last.at.earliest + seconds * SECOND;
    return message.method === METHODS.Allocate && isSoon && !isOther(message);
  });
  requirePeace(visit, last, seconds, again);
}

function requirePeace(visit: Visit, { at }: Said, seconds: number, again: Heard | undefined): void {
  if (again !== undefined) throw unmetAt(again, 'message', `no Allocate request for ${seconds} seconds`, 'one before');
  if (visit.done === undefined && visit.endedAt.latest < at.earliest + seconds * SECOND) {
    throw new Inconclusive('patience', 'the client is still under way, and its time is not over');
  }
}

/** TURN-A-32, TURN-A-33: the same is not asked for again. */
export function judgeNotRepeated(visit: Visit): void {
  const [refused] = refusals(visit);
  if (refused === undefined) throw new Inconclusive('precondition', `nothing was refused: ${fateOf(visit)}`);
  // What is refused by these is an address of that kind, whatever else is wished for; by others this request alone.
  const kinds = refused.code === 440 || refused.code === 442 ? WISHES.slice(0, 3) : WISHES;
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

const PORT_WISHES: readonly number[] = [ATTRIBUTES['EVEN-PORT'], ATTRIBUTES['RESERVATION-TOKEN']];

function portWishOf(message: StunMessage): string {
  return wishesOf(message, PORT_WISHES);
}

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
