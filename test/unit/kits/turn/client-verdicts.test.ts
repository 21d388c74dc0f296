/** What a client may do is not held against it; what looks much the same and is wrong still is. */
import { describe, expect, test } from 'vitest';
import { ATTRIBUTES } from '../../../../src/kits/turn/attribute-types.ts';
import { judgeAway, judgeLeftInPeace, judgeNotRepeated } from '../../../../src/kits/turn/clients/judge-allocations.ts';
import {
  ALGORITHM_LISTS,
  judgeAlgorithms,
  judgeCredentials,
  judgeFreshNonce,
  judgeNotTheSame,
} from '../../../../src/kits/turn/clients/judge-authentication.ts';
import { judgeGivenUp } from '../../../../src/kits/turn/clients/judge-transactions.ts';
import type { Attribute } from '../../../../src/kits/turn/message.ts';
import { Errand, outcomeOf, REALM } from './errand.ts';

const EVEN: Attribute = { type: ATTRIBUTES['EVEN-PORT'], value: Uint8Array.of(0) };
const EVEN_AND_NEXT: Attribute = { type: ATTRIBUTES['EVEN-PORT'], value: Uint8Array.of(0x80) };
const TOKEN: Attribute = { type: ATTRIBUTES['RESERVATION-TOKEN'], value: new Uint8Array(8).fill(7) };
const IPV6: Attribute = { type: ATTRIBUTES['REQUESTED-ADDRESS-FAMILY'], value: Uint8Array.of(2, 0, 0, 0) };

describe('AUTH-15: a list of algorithms', () => {
  const chosen = (words: keyof typeof ALGORITHM_LISTS, number: number): string => {
    const { list, known } = ALGORITHM_LISTS[words];
    const errand = new Errand();
    errand.learns(1, 'n');
    errand.asks(1, {
      nonce: 'n',
      more: [
        { type: ATTRIBUTES['PASSWORD-ALGORITHMS'], value: list },
        { type: ATTRIBUTES['PASSWORD-ALGORITHM'], value: Uint8Array.of(0, number, 0, 0) },
      ],
    });
    return outcomeOf(() => judgeAlgorithms(errand.visit(), list, known));
  };

  test('with MD5 first: the first as RFC 8489 has it, or SHA-256 as RFC 8656 has it', () => {
    expect(chosen('MD5, then SHA-256', 1)).toBe('pass');
    expect(chosen('MD5, then SHA-256', 2)).toBe('pass');
    expect(chosen('MD5, then SHA-256', 3)).toBe('fail');
  });

  test('what is not in the list is not chosen from it', () => {
    expect(chosen('one that nobody knows, then SHA-256', 2)).toBe('pass');
    expect(chosen('one that nobody knows, then SHA-256', 1)).toBe('fail');
  });
});

describe('two ports that ask at once', () => {
  /** Both are challenged before either signs. */
  function two(): Errand {
    const errand = new Errand();
    errand.learns(1, 'n1');
    errand.learns(2, 'n2');
    return errand;
  }

  test.each([
    [1, 'n1', 'pass'],
    [1, 'n2', 'fail'],
    [2, 'n2', 'pass'],
    [2, 'n1', 'fail'],
    [3, 'n1', 'pass'],
    [3, 'n3', 'fail'],
  ])('AUTH-15: port %i signs with %s', (port, nonce, outcome) => {
    const errand = two();
    errand.asks(port, { nonce });
    expect(outcomeOf(() => judgeCredentials(errand.visit(), REALM))).toBe(outcome);
  });

  test('AUTH-15: the later one of two challenges of a port counts', () => {
    const errand = two();
    errand.learns(1, 'n3');
    errand.asks(1, { nonce: 'n1' });
    expect(outcomeOf(() => judgeCredentials(errand.visit(), REALM))).toBe('fail');
  });

  test('AUTH-16: the first signed request of a port is no retry of the other', () => {
    const errand = two();
    errand.isRefused(1, 401, { nonce: 'n1' });
    errand.isRefused(2, 401, { nonce: 'n2' });
    expect(outcomeOf(() => judgeNotTheSame(errand.visit()))).toBe('pass');
    errand.asks(1, { nonce: 'n1' });
    expect(outcomeOf(() => judgeNotTheSame(errand.visit()))).toBe('fail');
  });

  test('AUTH-16: a port that nobody has seen before does not make it another request', () => {
    const errand = two();
    errand.isRefused(1, 401, { nonce: 'n1' });
    errand.asks(9, { nonce: 'n1' });
    expect(outcomeOf(() => judgeNotTheSame(errand.visit()))).toBe('fail');
  });

  test('AUTH-17: the retry is looked for where the nonce was stale', () => {
    const errand = two();
    errand.says(errand.asks(1, { nonce: 'n1' }), 438, 'fresh');
    errand.asks(2, { nonce: 'n2' });
    errand.learns(3, 'n3');
    errand.asks(3, { nonce: 'n3' });
    expect(outcomeOf(() => judgeFreshNonce(errand.visit(), REALM))).toBe('fail');
    errand.asks(1, { nonce: 'fresh' });
    expect(outcomeOf(() => judgeFreshNonce(errand.visit(), REALM))).toBe('pass');
  });

  test('AUTH-17: with another nonce it is none', () => {
    const errand = two();
    errand.says(errand.asks(1, { nonce: 'n1' }), 438, 'fresh');
    errand.asks(1, { nonce: 'n1' });
    expect(outcomeOf(() => judgeFreshNonce(errand.visit(), REALM))).toBe('fail');
  });
});

describe('TURN-A-31: a minute of peace', () => {
  const peace = (errand: Errand): string => outcomeOf(() => judgeLeftInPeace(errand.visit(), 60));

  test.each([
    ['left out', [EVEN], []],
    ['changed', [EVEN_AND_NEXT], [EVEN]],
    ['a token that is left out', [TOKEN], []],
  ])('508: the wish for a port is %s at once', (_, before, now) => {
    const errand = new Errand();
    errand.isRefused(1, 508, { more: before });
    errand.isRefused(1, 508, { more: now });
    expect(peace(errand.pass(61))).toBe('pass');
    errand.asks(1, { nonce: 'n' });
    expect(peace(errand)).toBe('pass');
  });

  test('508: and then it is a minute', () => {
    const errand = new Errand();
    errand.isRefused(1, 508, { more: [EVEN_AND_NEXT] });
    errand.isRefused(1, 508, { more: [EVEN] });
    errand.isRefused(1, 508);
    expect(peace(errand.pass(59))).toBe('pass');
    errand.asks(1, { nonce: 'n' });
    expect(peace(errand)).toBe('fail');
  });

  test.each([
    ['the same wish', 508, [EVEN], [EVEN]],
    ['no wish ever', 508, [], []],
    ['one that comes of none', 508, [], [EVEN]],
    ['no room for the user', 486, [EVEN], []],
  ])('%s is no reason to ask at once', (_, code, before, now) => {
    const errand = new Errand();
    errand.isRefused(1, code, { more: before });
    errand.isRefused(1, code, { more: now });
    expect(peace(errand)).toBe('fail');
  });

  test('a wish that was refused does not come back', () => {
    const errand = new Errand();
    errand.isRefused(1, 508, { more: [EVEN] });
    errand.isRefused(1, 508, { more: [EVEN_AND_NEXT] });
    errand.asks(1, { nonce: 'n', more: [EVEN] });
    expect(peace(errand)).toBe('fail');
  });
});

describe('TURN-A-30: two minutes of peace', () => {
  const away = (errand: Errand, end: 'over' | 'under way' = 'over'): string =>
    outcomeOf(() => judgeAway(errand.visit(end), 120));
  const tried = (ports: readonly number[]): Errand => {
    const errand = new Errand();
    for (const port of ports) errand.isRefused(port, 437);
    return errand;
  };

  test.each([[[1, 2, 3]], [[1, 2, 3, 4, 5]], [[1, 2, 3, 4, 5, 6, 7, 8]]])('after ports %j', (ports) => {
    const errand = tried(ports).pass(121);
    expect(away(errand)).toBe('pass');
    errand.asks(99, { nonce: 'n' });
    expect(away(errand)).toBe('pass');
  });

  test('ports at a leisurely pace are still tried', () => {
    const errand = new Errand();
    for (const port of [1, 2, 3, 4, 5]) {
      errand.isRefused(port, 437);
      errand.pass(20);
    }
    expect(away(errand)).toBe('pass');
  });

  test.each([[[1, 2, 3]], [[1, 2, 3, 4, 5]]])('ports %j, and one more before the time is over', (ports) => {
    const errand = tried(ports).pass(100);
    errand.asks(99, { nonce: 'n' });
    expect(away(errand)).toBe('fail');
  });

  test('a port that was refused is tried again', () => {
    const errand = tried([1, 2, 3, 4]);
    errand.asks(1, { nonce: 'n' });
    expect(away(errand)).toBe('fail');
  });

  test('nothing is said of who has not tried three, or whose time is not over', () => {
    expect(away(tried([1, 2]))).toBe('inconclusive: precondition');
    expect(away(tried([1, 2, 3]).pass(60), 'under way')).toBe('inconclusive: patience');
    const repeated = new Errand();
    const asked = repeated.asks(1, { nonce: 'n' });
    for (const to of [asked, repeated.repeats(asked), repeated.repeats(asked)]) repeated.says(to, 437);
    expect(away(repeated)).toBe('inconclusive: precondition');
  });
});

describe('TURN-A-32, TURN-A-33: not the same again', () => {
  const again = (code: number, before: readonly Attribute[], now: readonly Attribute[]): string => {
    const errand = new Errand();
    errand.isRefused(1, code, { more: before });
    errand.isRefused(1, code, { more: now });
    return outcomeOf(() => judgeNotRepeated(errand.visit()));
  };

  test.each([400, 403, 441])('%i: another request is no repetition', (code) => {
    expect(again(code, [EVEN], [])).toBe('pass');
    expect(again(code, [EVEN], [EVEN])).toBe('fail');
    expect(again(code, [], [])).toBe('fail');
  });

  test.each([440, 442])('%i: what was refused is the kind of address', (code) => {
    expect(again(code, [IPV6, EVEN], [IPV6])).toBe('fail');
    expect(again(code, [IPV6], [])).toBe('pass');
  });
});

describe('STUN-RETX-01: seven times', () => {
  /** At these seconds. */
  const sent = (times: readonly number[], watched: number): Errand => {
    const errand = new Errand();
    const first = errand.asks(1);
    let now = 0;
    for (const time of times.slice(1)) {
      errand.pass(time - now);
      errand.repeats(first);
      now = time;
    }
    return errand.pass(watched - now);
  };
  const HALF = [0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5];
  const ONE = [0, 1, 3, 7, 15, 31];

  test('who begins with a second has some left when nobody watches any more', () => {
    expect(outcomeOf(() => judgeGivenUp(sent(ONE, 41).visit('under way')))).toBe('inconclusive: patience');
    expect(outcomeOf(() => judgeGivenUp(sent(HALF, 41).visit()))).toBe('pass');
  });

  test('fewer and an end, or more, is not seven', () => {
    expect(outcomeOf(() => judgeGivenUp(sent(ONE, 41).visit()))).toBe('fail');
    expect(outcomeOf(() => judgeGivenUp(sent([...HALF, 40], 41).visit('under way')))).toBe('fail');
    expect(outcomeOf(() => judgeGivenUp(sent(HALF, 41).visit('under way')))).toBe('inconclusive: fence');
  });
});
