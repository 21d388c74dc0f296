import { describe, expect, test } from 'vitest';
import { point } from '../../../../src/harness/interval.ts';
import { fragments, probe, udp } from '../../../../src/kits/ipv4/datagram.ts';
import { Gatherer } from '../../../../src/kits/ipv4/reassemble.ts';
import { see } from '../../../../src/kits/ipv4/seen.ts';
import { random } from '../../../../src/net/random.ts';

const header = { source: '192.0.2.1', destination: '198.51.100.7', identification: 5 };
const whole = udp(header, 100, random(3));
const pieces = fragments(whole, 3);
const arrive = (datagram: Uint8Array) => ({ datagram, interface: 0, at: point(0) });

describe('fragments that come back', () => {
  test.each([['012'], ['210'], ['1012'], ['0021'], ['20221']])('in the order %s', (order) => {
    const gatherer = new Gatherer();
    const made = [...order].map((digit) => gatherer.take(arrive(pieces[Number(digit)]!.octets)));
    expect(made.slice(0, -1)).toEqual(made.slice(0, -1).map(() => undefined));
    const seen = see(made.at(-1)!, 0);
    expect([...seen.data]).toEqual([...whole.payload]);
    expect(seen.header).toMatchObject({ ...header, moreFragments: false, fragmentOffset: 0 });
    expect(seen.faults).toEqual([]);
  });

  test('are kept apart by interface and identification', () => {
    const gatherer = new Gatherer();
    const other = fragments(udp({ ...header, identification: 6 }, 100, random(3)), 3);
    gatherer.take(arrive(pieces[0]!.octets));
    gatherer.take(arrive(other[1]!.octets));
    expect(gatherer.take({ ...arrive(pieces[1]!.octets), interface: 1 })).toBeUndefined();
    expect(gatherer.take(arrive(pieces[2]!.octets))).toBeUndefined();
    expect(gatherer.take(arrive(pieces[1]!.octets))).toBeDefined();
  });

  test('what is whole, or no datagram at all, passes', () => {
    const gatherer = new Gatherer();
    for (const octets of [
      whole.octets,
      new Uint8Array(),
      probe({ ...header, protocol: 1, version: 7 }, new Uint8Array(4)).octets,
    ]) {
      expect(gatherer.take(arrive(octets))?.datagram).toBe(octets);
    }
  });
});
