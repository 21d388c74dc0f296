import { expect, test } from 'vitest';
import { isRefused } from '../../../../src/reference/turn/peer-filter.ts';

const LOOPBACK = ['127.0.0.1', '127.255.255.255', '::1', '::ffff:7f00:1', '::7f00:1', '64:ff9b::7f00:1'];

const REFUSED = [
  '0.0.0.0',
  '0.255.255.255',
  '10.0.0.0',
  '10.255.255.255',
  '100.64.0.0',
  '100.127.255.255',
  '169.254.169.254',
  '172.16.0.0',
  '172.31.255.255',
  '192.0.0.8',
  '192.168.0.1',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  'fc00::1',
  'fdff::1',
  'fe80::1',
  'febf::1',
  'fec0::1',
  'ff02::1',
  '2001::1',
  '2002:7f00:1::',
  '2002:c000:20a::1',
  '::ffff:a00:1',
  '::a9fe:a9fe',
  '64:ff9b::c0a8:1',
  '64:ff9b:1::1',
];

const PEERS = [
  '1.0.0.0',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.2.1',
  '192.167.255.255',
  '198.18.0.1',
  '223.255.255.255',
  '2001:1::1',
  '2001:db8::1',
  '2003::1',
  '2606:4700::1',
  'fbff::1',
  '::ffff:c000:201',
  '64:ff9b::c000:201',
  '64:ff9b:2::1',
];

test.each([...LOOPBACK, ...REFUSED])('%s is refused', (address) => {
  expect(isRefused(address, { allowLoopback: false })).toBe(true);
});

test.each(PEERS)('%s is a peer', (address) => {
  expect(isRefused(address, { allowLoopback: false })).toBe(false);
});

test.each(LOOPBACK)('%s is one where loopback is asked for', (address) => {
  expect(isRefused(address, { allowLoopback: true })).toBe(false);
});

test.each(REFUSED)('%s is refused all the same', (address) => {
  expect(isRefused(address, { allowLoopback: true })).toBe(true);
});
