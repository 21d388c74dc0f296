import { expect, test } from 'vitest';
import { captions } from '../../../../src/kits/ipv4/captions.ts';
import { echo, fragment, probe, udp, withChecksumBitInverted } from '../../../../src/kits/ipv4/datagram.ts';
import { random as seeded } from '../../../../src/net/random.ts';

const ENDS = { source: '198.18.0.9', destination: '198.18.0.1', timeToLive: 9 };
const random = seeded(1);
const caption = (octets: Uint8Array, layer = 'ipv4') => captions([{ direction: 'sent', layer, octets }])[0];
const request = echo(ENDS, new Uint8Array(56), random);

test('what is in it, from whom to whom', () => {
  expect(caption(request.octets)).toBe('echo request, 198.18.0.9 > 198.18.0.1, ttl 9');
  expect(caption(probe({ ...ENDS, protocol: 99 }, new Uint8Array(4)).octets)).toMatch(/^protocol 99, 198/);
  const datagram = udp({ ...ENDS, protocol: 17 }, 12, random).octets;
  expect(caption(datagram)).toMatch(/^UDP \d+ > 9, 198/);
});

test('a fragment says which octets it holds', () => {
  expect(caption(fragment(request, 0, 16).octets)).toMatch(/^echo request, octets 0 to 15, 198/);
  expect(caption(fragment(request, 16, 64).octets)).toMatch(/^ICMP, octets 16 to 63, 198/);
});

test('faults are named; headers by themselves travel nowhere', () => {
  const spoilt = withChecksumBitInverted(request.octets, 3);
  expect(caption(spoilt)).toBe('echo request, 198.18.0.9 > 198.18.0.1, ttl 9, wrong headerChecksum');
  expect(caption(spoilt, 'ipv4/header')).toBeUndefined();
  expect(caption(new Uint8Array(7))).toBe('7 octets, too few for a header');
});
