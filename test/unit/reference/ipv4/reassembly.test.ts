import { describe, expect, test } from 'vitest';
import { cut, datagram, echo, open, quoteOf, step } from './bench.ts';

const SECOND = 1_000_000;
const DATA = Array.from({ length: 60 }, (_, index) => index.toString(16).padStart(2, '0')).join('');
const whole = echo(DATA, { identification: 99 });
const pieces = cut(whole, 24);

describe('fragments', () => {
  test('in any order make the datagram, and only the one that completes it does', () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [1, 1, 0, 2],
      [2, 0, 0, 1],
    ]) {
      const one = open();
      const counts = order.map((index, at) => step(one, at * SECOND, pieces[index]!).map(({ icmp }) => icmp?.data));
      expect(counts.slice(0, -1).flat()).toEqual([]);
      expect(counts.at(-1)).toEqual([DATA]);
    }
  });

  test('that overlap: what came last stands', () => {
    // Two words change places, which the message's checksum does not see.
    const [kept, dropped] = ['11112222', '22221111'];
    const around = '00'.repeat(16);
    const request = (middle: string): Uint8Array => echo(`${around}${middle}${around}`, { identification: 5 });
    const [first, second] = cut(request(kept), 24);
    const [, other] = cut(request(dropped), 24);
    expect(step(open(), 0, other!, second!, first!)[0]?.icmp?.data).toBe(`${around}${kept}${around}`);
    expect(step(open(), 0, second!, other!, first!)[0]?.icmp?.data).toBe(`${around}${dropped}${around}`);
  });

  test('of another identification, source or protocol do not', () => {
    for (const header of [{ identification: 98 }, { source: '10.0.0.8' }, { protocol: 2 }]) {
      const one = open();
      const [, strange] = cut(echo(DATA, { identification: 99, ...header }), 24);
      expect(step(one, 0, pieces[0]!, strange!, pieces[2]!)).toEqual([]);
      expect(step(one, 0, pieces[1]!)).toHaveLength(1);
    }
  });

  test.each([
    ['a length that is no multiple of 8', { moreFragments: true, fragmentOffset: 0 }, 12],
    ['no data', { moreFragments: true, fragmentOffset: 1 }, 0],
    ['an end beyond the largest datagram', { moreFragments: false, fragmentOffset: 8191 }, 64],
  ])('with %s are passed over', (_, header, length) => {
    const one = open();
    one.step(0, [
      { datagram: datagram({ protocol: 1, identification: 99, ...header }, new Uint8Array(length)), interface: 0 },
    ]);
    expect(one.step(0, []).wakeAt).toBeUndefined();
    expect(step(one, 0, ...pieces)).toHaveLength(1);
  });

  test('beyond the known end, or with another end, are passed over', () => {
    const beyond = datagram(
      { protocol: 1, identification: 99, moreFragments: true, fragmentOffset: 20 },
      new Uint8Array(8),
    );
    const otherEnd = datagram({ protocol: 1, identification: 99, fragmentOffset: 20 }, new Uint8Array(8));
    expect(step(open(), 0, pieces[2]!, beyond, otherEnd, pieces[0]!, pieces[1]!)).toHaveLength(1);
  });

  test('of more datagrams than are kept push out the oldest', () => {
    const one = open();
    const firsts = Array.from({ length: 65 }, (_, index) => cut(echo(DATA, { identification: 1000 + index }), 24));
    for (const [first] of firsts) expect(step(one, 0, first!)).toEqual([]);
    expect(step(one, 0, ...firsts[0]!.slice(1))).toEqual([]);
    expect(step(one, 0, ...firsts[64]!.slice(1))).toHaveLength(1);
  });

  test('of ten thousand datagrams leave room for the next one, and no more reports than are kept', () => {
    const one = open();
    const first = datagram({ protocol: 1, moreFragments: true }, new Uint8Array(1480));
    const flood = Array.from({ length: 10_000 }, (_, index) =>
      datagram({ protocol: 1, moreFragments: true, identification: index }, first.subarray(20)),
    );
    expect(step(one, 0, ...flood)).toEqual([]);
    expect(step(one, SECOND, ...cut(echo(DATA, { identification: 20_000 }), 24))).toMatchObject([
      { icmp: { data: DATA } },
    ]);
    expect(step(one, 200 * SECOND).length).toBeLessThanOrEqual(64);
    expect(one.step(200 * SECOND, []).wakeAt).toBeUndefined();
  });

  test('of one datagram in the worst order, every second one first, make it all the same', () => {
    const data = '77'.repeat(65_000);
    const small = cut(echo(data, { identification: 7 }), 8);
    const one = open();
    expect(step(one, 0, ...small.filter((_, index) => index % 2 === 1))).toEqual([]);
    expect(step(one, 0, ...small.filter((_, index) => index % 2 === 0))[0]?.icmp?.data).toBe(data);
  });

  test('an atomic datagram of the same identification does not disturb them', () => {
    const atomic = echo('ff', { identification: 99, dontFragment: true });
    const replies = step(open(), 0, pieces[0]!, atomic, pieces[1]!, pieces[2]!);
    expect(replies.map(({ icmp }) => icmp?.data)).toEqual(['ff', DATA]);
  });
});

describe('fragments that are missing', () => {
  test('are waited for between 60 and 120 seconds, whatever the time to live and whatever else comes', () => {
    for (const timeToLive of [1, 255]) {
      const one = open();
      const [first, second] = cut(echo(DATA, { timeToLive }), 24);
      const at = one.step(5 * SECOND, [{ datagram: first!, interface: 0 }]).wakeAt!;
      expect(at).toBeGreaterThanOrEqual(65 * SECOND);
      expect(at).toBeLessThanOrEqual(125 * SECOND);
      expect(one.step(20 * SECOND, [{ datagram: second!, interface: 0 }]).wakeAt).toBe(at);
      expect(step(one, at - 1)).toEqual([]);
      const [report] = step(one, at);
      expect(report?.icmp).toMatchObject({ type: 11, code: 1 });
      expect([...quoteOf(report!)]).toEqual([...first!]);
      expect(one.step(at, []).wakeAt).toBeUndefined();
    }
  });

  test('are not reported without the first', () => {
    const one = open();
    step(one, 0, pieces[1]!, pieces[2]!);
    expect(step(one, 200 * SECOND)).toEqual([]);
  });

  test('come too late', () => {
    const one = open();
    step(one, 0, pieces[0]!);
    expect(step(one, 200 * SECOND, pieces[1]!, pieces[2]!)).toMatchObject([{ icmp: { type: 11, code: 1 } }]);
  });
});
