import { expect, test } from 'vitest';
import { planOf } from '../../../../src/serve/tun/plan.ts';

const words = { role: 'host', tun: ['tun0'] } as const;

test('one device needs no more than its name', () => {
  expect(planOf(words)).toEqual({
    role: 'host',
    interfaces: [{ name: 'tun0', own: { address: '198.18.0.1', prefix: 17 }, peer: undefined }],
    mtu: undefined,
  });
});

test('addresses and peers go to the devices in their order', () => {
  const plan = planOf({
    role: 'router',
    tun: ['left', 'right'],
    address: ['10.0.0.1/24', '10.1.0.1/31'],
    peer: ['10.0.0.2/24'],
    mtu: 576,
  });
  expect(plan).toEqual({
    role: 'router',
    interfaces: [
      { name: 'left', own: { address: '10.0.0.1', prefix: 24 }, peer: { address: '10.0.0.2', prefix: 24 } },
      { name: 'right', own: { address: '10.1.0.1', prefix: 31 }, peer: undefined },
    ],
    mtu: 576,
  });
});

test.each([
  ['two devices and one address', { tun: ['a', 'b'], address: ['10.0.0.1/8'] }, /2 and 1 are given/],
  ['two devices without an address', { tun: ['a', 'b'] }, /2 and 0 are given/],
  ['a device twice', { tun: ['a', 'a'], address: ['10.0.0.1/8', '11.0.0.1/8'] }, /given twice/],
  ['more peers than devices', { peer: ['10.0.0.1/8', '10.0.0.2/8'] }, /more --peer \(2\)/],
  ['no prefix', { address: ['10.0.0.1'] }, /--address 10.0.0.1: it takes/],
  ['a prefix too long', { address: ['10.0.0.1/33'] }, /--address 10.0.0.1\/33/],
  ['no address', { peer: ['10.0.0/8'] }, /--peer 10.0.0\/8/],
  ['a name too long', { tun: ['a'.repeat(16)] }, /1 to 15 octets/],
  ['a name too long in octets', { tun: ['ä'.repeat(8)] }, /1 to 15 octets/],
  ['a name that the kernel completes', { tun: ['tun%d'] }, /without blanks/],
  ['a path', { tun: ['../x'] }, /without blanks/],
  ['no name', { tun: [''] }, /1 to 15 octets/],
])('%s is refused', (_, wrong, message) => {
  expect(() => planOf({ ...words, ...wrong })).toThrow(
    expect.objectContaining({ code: 'ERR_USAGE', message: expect.stringMatching(message) }),
  );
});
