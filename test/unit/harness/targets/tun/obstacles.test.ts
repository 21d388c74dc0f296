import { expect, test } from 'vitest';
import { obstacle, type Surroundings } from '../../../../../src/harness/targets/tun/obstacles.ts';
import type { Description } from '../../../../../src/linux/interfaces.ts';

const device: Description = { index: 2, mtu: 1500, isUp: true, isRunning: true, isBare: true, address: undefined };
const quiet: Surroundings = { forwards: false, addresses: ['127.0.0.1', '10.0.0.1', '198.17.0.1', '198.20.0.1'] };

test('a device that a stack holds, and a kernel that keeps out', () => {
  expect(obstacle('tun0', device, quiet)).toBeUndefined();
  expect(obstacle('tun0', { ...device, mtu: 65_535 }, quiet)).toBeUndefined();
});

test.each<[string, Partial<Description>, Partial<Surroundings>, RegExp]>([
  ['an interface with a link layer', { isBare: false }, {}, /no TUN device/],
  ['a device that is down', { isUp: false, isRunning: false }, {}, /is down; ip link set tun0 up$/],
  ['a device without a stack', { isRunning: false }, {}, /no program has tun0 open/],
  ['an address of the kernel there', { address: '10.0.0.1' }, {}, /address 10\.0\.0\.1 on tun0/],
  ['one of the network elsewhere', {}, { addresses: ['10.0.0.1', '198.19.7.7'] }, /address 198\.19\.7\.7/],
  ['a kernel that forwards', {}, { forwards: true }, /echo 0 > \/proc\/sys\/net\/ipv4\/conf\/tun0\/forwarding$/],
  ['a link too narrow', { mtu: 1499 }, {}, /ip link set tun0 mtu 1500$/],
])('%s is in the way', (_, interfaceOf, machine, message) => {
  expect(obstacle('tun0', { ...device, ...interfaceOf }, { ...quiet, ...machine })).toMatch(message);
});
