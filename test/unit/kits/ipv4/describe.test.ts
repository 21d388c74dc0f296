import { expect, test } from 'vitest';
import { echo, fragments, probe, withChecksumBitInverted } from '../../../../src/kits/ipv4/datagram.ts';
import { describe as inWords } from '../../../../src/kits/ipv4/describe.ts';
import { readHex } from '../../../../src/kits/ipv4/words.ts';
import { random } from '../../../../src/net/random.ts';

const addresses = { source: '198.18.0.9', destination: '198.18.0.1' };
const request = echo({ ...addresses, identification: 7 }, new Uint8Array(4), random(1));
const line = (octets: Uint8Array): string =>
  inWords('ipv4', octets)!.replace(/(identifier|sequence number) \d+/g, '$1 N');

test('an echo request', () => {
  expect(line(request.octets)).toBe(
    'IPv4 198.18.0.9 > 198.18.0.1, time to live 64, ICMP echo request, identifier N, sequence number N, 4 octets of data',
  );
});

test('a fragment', () => {
  const [first, last] = fragments(echo(addresses, new Uint8Array(24), random(1)), 2);
  expect(line(first!.octets)).toContain('fragment at octet 0, more follow, ICMP echo request');
  expect(line(last!.octets)).toBe(
    'IPv4 198.18.0.9 > 198.18.0.1, time to live 64, fragment at octet 16, the last, ICMP, 16 octets of data',
  );
});

test('a wrong checksum', () => {
  expect(line(withChecksumBitInverted(request.octets, 15))).toMatch(/, headerChecksum 0x\w+ where 0x\w+ is right$/);
});

test('a report and what it is about', () => {
  const quote = [...request.octets.subarray(0, 28)];
  const octets = probe({ ...addresses, protocol: 1 }, Uint8Array.of(11, 0, 0xff, 0xff, 0, 0, 0, 0, ...quote)).octets;
  expect(line(octets)).toContain(
    'ICMP time exceeded, code 0 (Time to Live, in Transit), about 198.18.0.9 > 198.18.0.1',
  );
});

test('a redirect says where to', () => {
  const quote = [...request.octets.subarray(0, 28)];
  const octets = probe({ ...addresses, protocol: 1 }, Uint8Array.of(5, 1, 0, 0, 198, 18, 0, 2, ...quote)).octets;
  expect(line(octets)).toContain('ICMP redirect, code 1 (for the Host), to 198.18.0.2, about 198.18.0.9 > 198.18.0.1');
});

test('a UDP datagram, its ports and what is wrong with it', () => {
  const octets = probe({ ...addresses, protocol: 17 }, Uint8Array.of(0xc0, 0, 0, 7, 0, 9, 0, 0, 5)).octets;
  expect(line(octets)).toMatch(/, UDP 49152 > 7, 1 octets of data, no checksum$/);
  const damaged = probe({ ...addresses, protocol: 17 }, Uint8Array.of(0xc0, 0, 0, 7, 0, 9, 0, 1, 5)).octets;
  expect(line(damaged)).toMatch(/, UDP 49152 > 7, 1 octets of data, checksum 0x0001 where 0x\w+ is right$/);
  const cut = probe({ ...addresses, protocol: 17 }, Uint8Array.of(0xc0, 0, 0)).octets;
  expect(line(cut)).toMatch(/, UDP, 3 octets, too few for its header$/);
});

test('a header alone, and octets that are none', () => {
  expect(inWords('ipv4/header', readHex('4500 0014 0000 0000 4001 8ead c000 0201 c633 6407'))).toBe(
    'IPv4 header of 20 octets, total length 20, identification 0, 192.0.2.1 > 198.51.100.7, time to live 64, protocol 1',
  );
  expect(inWords('ipv4/header', new Uint8Array(0))).toBe('0 octets, too few for an IPv4 header');
  expect(inWords('ipv4', Uint8Array.of(0x45))).toBe('1 octets, too few for an IPv4 header');
  expect(inWords('ipv4/icmp', new Uint8Array(0))).toBe('without a type');
  expect(inWords('http/response', new Uint8Array(0))).toBeUndefined();
});
