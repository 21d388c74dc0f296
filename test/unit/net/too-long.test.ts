import { describe, expect, test } from 'vitest';
import { toHex } from '../../../src/contract/hex.ts';
import { ipv4Header } from '../../../src/generated/ipv4/header.ts';
import { icmpMessage } from '../../../src/generated/ipv4/icmp.ts';
import { fragmentationNeeded } from '../../../src/net/index.ts';
import { datagram, icmp, TESTER } from '../reference/ipv4/bench.ts';

const report = fragmentationNeeded('192.0.2.1');
const uncut = { dontFragment: true };

describe('the report about a datagram that is too long', () => {
  test('says the MTU and quotes what it is about', () => {
    const long = datagram(uncut, new Uint8Array(600).fill(7));
    const octets = report(long, 400)!;
    const head = ipv4Header.decode(octets);
    if (!head.ok) throw new Error(head.fault.field);
    expect(head.value).toMatchObject({ source: '192.0.2.1', destination: TESTER, protocol: 1, totalLength: 576 });
    const message = icmpMessage.decode(octets.subarray(head.length));
    if (!message.ok) throw new Error(message.fault.field);
    expect(message.value).toMatchObject({ type: 3, code: 4, nextHopMtu: 400, data: toHex(long.subarray(0, 548)) });
  });

  test('is sent about an echo too', () => {
    expect(report(icmp({ type: 8, code: 0, data: '00' }, uncut), 20)).toBeDefined();
  });

  test.each<[string, Uint8Array]>([
    ['what may be cut', datagram({}, new Uint8Array(100))],
    ['a later fragment', datagram({ ...uncut, fragmentOffset: 9 }, new Uint8Array(100))],
    ['an ICMP error', icmp({ type: 3, code: 1, data: '00' }, uncut)],
    ['octets that are no datagram', Uint8Array.of(0x45, 0, 0)],
  ])('is not sent about %s', (_, octets) => {
    expect(report(octets, 20)).toBeUndefined();
  });
});
