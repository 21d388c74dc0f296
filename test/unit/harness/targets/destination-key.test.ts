import { expect, test } from 'vitest';
import { destinationKey } from '../../../../src/harness/targets/destination-key.ts';
import { echoRequest } from './kernel/datagrams.ts';

test.each([
  ['198.18.2.3', 0x0203],
  ['198.19.2.3', 0x0203],
  ['198.18.127.254', 0x7ffe],
  ['198.19.127.254', 0x7ffe],
  ['198.18.255.254', 0x7ffe],
  // For all on a network, and the network itself.
  ['198.18.127.255', undefined],
  ['198.18.128.0', undefined],
  ['198.20.2.3', undefined],
  ['198.17.2.3', undefined],
  // Group management speaks on every interface.
  ['224.0.0.22', undefined],
])('a datagram to %s is for %s', (destination, key) => {
  expect(destinationKey(echoRequest('198.18.0.1', destination, 1))).toBe(key);
});

test('octets too few for a header are for nobody', () => {
  expect(destinationKey(echoRequest('198.18.0.1', '198.18.2.3', 1).subarray(0, 19))).toBeUndefined();
});
