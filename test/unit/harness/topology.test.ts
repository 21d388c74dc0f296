import { describe, expect, test } from 'vitest';
import { ADDRESS_COUNT, addressesAt, addressesFor, INTERFACES, nextAddresses } from '../../../src/harness/topology.ts';

describe('addresses of a scenario', () => {
  test('the first and the last', () => {
    expect(addressesAt(0)).toEqual({
      iut: '198.18.0.1',
      iutBeyond: '198.18.128.1',
      tester: '198.18.0.2',
      beyond: '198.18.128.2',
      narrow: '198.19.0.2',
      nowhere: '198.19.128.2',
      broadcast: '198.18.127.255',
      network: '198.18.0.0',
    });
    expect(addressesAt(ADDRESS_COUNT - 1).tester).toBe('198.18.127.254');
  });

  test('no end twice, and never that of a network, of the implementation or of a broadcast', () => {
    const ends = Array.from({ length: ADDRESS_COUNT }, (_, index) => addressesAt(index).tester.slice('198.18.'.length));
    expect(new Set(ends).size).toBe(32_765);
    for (const end of ['0.0', '0.1', '127.255']) expect(ends).not.toContain(end);
  });

  test.each([-1, 0.5, ADDRESS_COUNT])('there is none at %d', (index) => {
    expect(() => addressesAt(index)).toThrow(RangeError);
  });

  test('the tester ends alike behind every interface', () => {
    const { iut, tester, beyond, narrow, nowhere } = addressesAt(4711);
    expect(iut).toBe(INTERFACES[0].address);
    expect([tester, beyond, narrow, nowhere]).toEqual([
      '198.18.18.105',
      '198.18.146.105',
      '198.19.18.105',
      '198.19.146.105',
    ]);
  });
});

describe('who gets which', () => {
  test('one process-wide series never repeats', () => {
    const [one, other] = [nextAddresses(), nextAddresses()];
    expect(one.tester).not.toBe(other.tester);
  });

  test('a seed has its own, whatever was asked before', () => {
    expect(addressesFor(7)).toEqual(addressesAt(7));
    expect(addressesFor(7)).toEqual(addressesAt(7));
    expect(addressesFor(ADDRESS_COUNT + 9)).toEqual(addressesAt(9));
    expect(addressesFor(-3)).toEqual(addressesAt(3));
  });
});
