/** Verdicts on requests as transactions: RFC 8489 sections 5, 6.2 and 6.3. */
import { toHex } from '../../../contract/hex.ts';
import { elapsed } from '../../../harness/interval.ts';
import { Inconclusive, Unmet } from '../../../harness/outcome.ts';
import { METHODS, methodName } from '../attribute-types.ts';
import { describeMessage } from '../describe.ts';
import { unmetAt } from './unmet.ts';
import {
  after,
  fateOf,
  type Heard,
  idOf,
  isDelete,
  isStun,
  oddAnswer,
  type Transaction,
  transactionsOf,
  type Visit,
} from './visit.ts';

const MILLISECOND = 1_000;
/** Timers of others lag, too, and datagrams wait before they are read. */
const SLACK = 50 * MILLISECOND;
const FIRST_TIMEOUT = 500 * MILLISECOND;
/** What is not measured finely is judged coarsely: twice as long is anything from half as much again on. */
const LEAST_GROWTH = 1.5;
const MOST_GROWTH = 2.5;
const MOST_SENDS = 7;

/** STUN-HDR-04: what is the same transaction is the same request, bit for bit. */
export function judgeSameCopies(visit: Visit): void {
  const retransmitted = transactionsOf(visit).filter(({ copies }) => copies.length > 1);
  if (retransmitted.length === 0) throw new Inconclusive('precondition', `nothing was sent again: ${fateOf(visit)}`);
  judgeOtherIds([visit]);
}

/** STUN-HDR-04: ids drawn by lot from 2^96 are never the same twice, on whichever errand. */
export function judgeOtherIds(visits: readonly Visit[]): void {
  const known = new Map<string, Heard>();
  for (const visit of visits) {
    const transactions = transactionsOf(visit);
    if (transactions.length === 0) throw new Inconclusive('precondition', `no request came: ${fateOf(visit)}`);
    for (const { first } of transactions) {
      const id = toHex(first.message.transaction);
      const before = known.get(id);
      if (before !== undefined) {
        throw unmetAt(first, 'transaction id', 'one that no request had before', id);
      }
      known.set(id, first);
    }
  }
}

/** STUN-HDR-06, AUTH-19: it is as if the answer had never come; the request is sent again. */
export function judgeNotReceived(visit: Visit): void {
  const odd = oddAnswer(visit);
  // What it does on another port is another matter.
  const next = visit.heard.find(({ exchange, from }) => exchange > odd.to.exchange && from.port === odd.to.from.port);
  const expected = 'the same request once more';
  if (next === undefined) throw new Unmet({ expected: [expected], actual: fateOf(visit), missing: true });
  if (isStun(next) && toHex(next.message.transaction) === toHex(odd.to.message.transaction)) return;
  throw unmetAt(next, 'message', expected);
}

/** STUN-420-03, STUN-ERR-03: the transaction is over, and has given nothing. */
export function judgeFailed(visit: Visit): void {
  const odd = oddAnswer(visit);
  const later = after(visit, odd, 0);
  const again = later.find((heard) => isStun(heard) && idOf(heard) === idOf(odd.to));
  if (again !== undefined) throw unmetAt(again, 'message', 'the transaction given up', 'the same request once more');
  const used = later.find(
    (heard) => heard.message.kind !== 'stun' || (isUse(heard.message.method) && !isDelete(heard)),
  );
  const anew = later.find(({ message }) => message.kind === 'stun' && message.method === METHODS.Allocate);
  if (used !== undefined && (anew === undefined || used.exchange < anew.exchange)) {
    throw unmetAt(used, 'message', 'no use of what was not given', describeMessage(used.message.octets));
  }
}

function isUse(method: number): boolean {
  return method !== METHODS.Allocate && method !== METHODS.Binding;
}

/** A request that was never answered. @throws Inconclusive */
function unanswered(visit: Visit, least: number): Transaction {
  const found = transactionsOf(visit)[0];
  if (found === undefined) throw new Inconclusive('precondition', `no request came: ${fateOf(visit)}`);
  if (found.copies.length < least) {
    throw new Unmet({
      expected: [`${methodName(found.first.message.method)} at least ${least} times`],
      actual: `${found.copies.length} times; ${fateOf(visit)}`,
      missing: true,
    });
  }
  return found;
}

/** STUN-RETX-01: half a second at least before anything is sent again. */
export function judgeFirstTimeout(visit: Visit): void {
  const { copies } = unanswered(visit, 2);
  const gap = elapsed(copies[0]!.at, copies[1]!.at);
  if (gap.latest >= FIRST_TIMEOUT - SLACK) return;
  throw unmetAt(
    copies[1]!,
    'time',
    'at least 500 ms after the first',
    `${Math.round(gap.latest / MILLISECOND)} ms after it`,
  );
}

/** STUN-RETX-01: each pause twice as long as the one before; the last one before the end may be another. */
export function judgeDoubled(visit: Visit, least: number): void {
  const { copies } = unanswered(visit, least);
  const gaps = copies.slice(1).map(({ at }, index) => elapsed(copies[index]!.at, at));
  for (const [index, gap] of gaps.slice(1).entries()) {
    const before = gaps[index]!;
    const tooShort = gap.latest + SLACK < LEAST_GROWTH * before.earliest;
    const tooLong = gap.earliest - SLACK > MOST_GROWTH * before.latest;
    if (!tooShort && !tooLong) continue;
    const actual = `${Math.round(gap.latest / MILLISECOND)} ms after ${Math.round(before.latest / MILLISECOND)} ms`;
    throw unmetAt(copies[index + 2]!, 'time', 'twice the pause before', actual);
  }
}

/** STUN-RETX-01: seven times in all, and then it is given up. @throws Inconclusive for one that began more slowly */
export function judgeGivenUp(visit: Visit): void {
  if (visit.done === undefined && unanswered(visit, 1).copies.length < MOST_SENDS) {
    throw new Inconclusive('patience', 'the client is still under way, and has some sends left');
  }
  const { copies } = unanswered(visit, MOST_SENDS);
  const [eighth] = copies.slice(MOST_SENDS);
  if (eighth !== undefined) throw unmetAt(eighth, 'message', 'seven requests, and no more', 'an eighth');
  if (visit.done === undefined) throw new Inconclusive('fence', 'the client is still under way');
}

/** STUN-TCP-01 */
export function judgeSentOnce(visit: Visit): void {
  const { copies } = unanswered(visit, 1);
  const [, again] = copies;
  if (again !== undefined) throw unmetAt(again, 'message', 'one request on the connection', 'the same once more');
}
