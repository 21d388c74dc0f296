import { describe, expect, test } from 'vitest';
import type { Ipv4Header } from '../../../../src/generated/ipv4/header.ts';
import { echo, open, type Sent, step } from './bench.ts';

/** An option as hex, type and length included. */
function optionsOf(...options: string[]): Ipv4Header['options'] {
  return options.map((hex) => ({
    type: Number.parseInt(hex.slice(0, 2), 16),
    length: Number.parseInt(hex.slice(2, 4), 16),
    data: hex.slice(4),
  }));
}

function asked(now: number, ...options: string[]): Sent {
  const [answer] = step(open('host'), now, echo('abcd', { options: optionsOf(...options) }));
  return answer!;
}

const [OWN, OTHER] = ['0a000001', 'c0000201'];
const FREE = '00000000';
/** Three seconds after the host began, marked as counted from no midnight. */
const [NOW, TIME] = [3_000_000, '80000bb8'];

describe('an echo reply (RFC 1122 section 3.2.2.6)', () => {
  test.each([
    ['the first place', `070f04${FREE}${FREE}${FREE}`, { pointer: 8, route: `${OWN}${FREE}${FREE}` }],
    ['the last place', `070b08${OTHER}${FREE}`, { pointer: 12, route: OTHER + OWN }],
    ['no place', `070708${OTHER}`, { pointer: 8, route: OTHER }],
    ['a pointer far beyond', `0707ff${OTHER}`, { pointer: 255, route: OTHER }],
    ['no entry at all', '070304', { pointer: 4, route: '' }],
  ])('records the host: %s', (_, option, expected) => {
    expect(asked(NOW, option)).toMatchObject({
      icmp: { type: 0 },
      header: { options: [{ type: 7, ...expected }, {}] },
    });
  });

  test.each([
    ['times alone', `440c0500${FREE}${FREE}`, { pointer: 9, overflow: 0, entries: TIME + FREE }],
    ['an address and a time', `440c0501${FREE}${FREE}`, { pointer: 13, overflow: 0, entries: OWN + TIME }],
    ['the address given', `440c0503${OWN}${FREE}`, { pointer: 13, overflow: 0, entries: OWN + TIME }],
    ['its other address given', `440c05030a010001${FREE}`, { pointer: 13, overflow: 0, entries: `0a010001${TIME}` }],
    ['the address of another given', `440c0503${OTHER}${FREE}`, { pointer: 5, overflow: 0, entries: OTHER + FREE }],
    ['no place', `44080900${TIME}`, { pointer: 9, overflow: 1, entries: TIME }],
    ['no place for the fifteenth', `440809e0${TIME}`, { pointer: 9, overflow: 15, entries: TIME }],
    ['no place after addresses given', `440c0d03${OTHER}${TIME}`, { pointer: 13, overflow: 0, entries: OTHER + TIME }],
  ])('adds the time: %s', (_, option, expected) => {
    expect(asked(NOW, option)).toMatchObject({ icmp: { type: 0 }, header: { options: [{ type: 68, ...expected }] } });
  });

  test('records and tells the time in one', () => {
    const { header } = asked(NOW, `070704${FREE}`, `44080500${FREE}`);
    expect(header.options).toMatchObject([{ route: OWN }, { entries: TIME }, { type: 0 }]);
  });

  test.each(['88041234', '94040000', '820b00000000000000000000', '5e04abcd'])('leaves %s out', (option) => {
    expect(asked(0, option)).toMatchObject({ icmp: { type: 0 }, header: { ihl: 5, options: [] } });
  });

  test('has no options where the request has none but fillers', () => {
    const [reply] = step(open(), 0, echo('', { options: [{ type: 1 }, { type: 1 }, { type: 0 }] }));
    expect(reply).toMatchObject({ icmp: { type: 0 }, header: { options: [] } });
  });
});

describe('a parameter problem (RFC 1122 section 3.2.2.5)', () => {
  test.each([
    ['a length of 0', '5e00', 21],
    ['a length of 1', '5e01', 21],
    ['a length beyond the header', '5e09abcd', 21],
    ['a record without a pointer', '0702', 21],
    ['a pointer into the head of a record', `070703${FREE}`, 22],
    ['half a place in a record', '070604000000', 22],
    ['half a place behind an entry', `070a08${OTHER}000000`, 22],
    ['a full record that ends in a part of a place', '07040500', 21],
    ['a record of a place and a part of one', `070804${FREE}00`, 21],
    ['full timestamps that end in a part of one', '4406070000', 21],
    ['timestamps that end in a part of one', `44090500${FREE}00`, 21],
    ['timestamps without flags', '440305', 21],
    ['a pointer into the head of timestamps', `44080400${FREE}`, 22],
    ['a flag that nobody has defined', `44080502${FREE}`, 23],
    ['half a place among timestamps', '4406050000', 22],
    ['place for an address and for no time', `44080501${FREE}`, 22],
    ['a count of missing places that runs over', `440809f0${TIME}`, 23],
  ])('points at %s', (_, option, pointer) => {
    expect(asked(0, option).icmp).toMatchObject({
      type: 12,
      code: 0,
      pointer,
    });
  });

  test('points at the second of two source routes', () => {
    expect(asked(0, `830704${OTHER}`, `890704${OTHER}`).icmp).toMatchObject({ type: 12, code: 0, pointer: 27 });
  });

  test('is not sent about a header whose checksum is wrong too', () => {
    const options = optionsOf('5e00');
    expect(step(open(), 0, echo('', { options, headerChecksum: 1 }))).toEqual([]);
  });

  test('is not sent about an impossible option behind the end of the list', () => {
    const options: Ipv4Header['options'] = [{ type: 0 }, ...optionsOf('5e00')];
    expect(step(open(), 0, echo('', { options }))[0]?.icmp?.type).toBe(0);
  });
});
