import fc from 'fast-check';
import { expect, test } from 'vitest';
import { udpDatagram } from '../../../../src/generated/udp/datagram.ts';
import { dataThatAddsToZero, udpProbe } from '../../../../src/kits/udp/datagram.ts';
import { random } from '../../../../src/net/random.ts';
import { parseDotted } from '../../../../src/wire/runtime/address.ts';

const addresses = { source: '192.0.2.1', destination: '198.51.100.7' };
const context = { source: parseDotted('192.0.2.1')!, destination: parseDotted('198.51.100.7')! };
const data = fc.uint8Array({ maxLength: 99 });

test('what is sent is right unless it is said otherwise', () => {
  fc.assert(
    fc.property(data, fc.integer(), (octets, seed) => {
      const { payload, sourcePort } = udpProbe(addresses, octets, {}, random(seed));
      expect(udpDatagram.decode(payload, context)).toMatchObject({ ok: true, value: { sourcePort } });
    }),
  );
});

test.each([
  ['source', { source: '192.0.2.2' }],
  ['destination', { destination: '198.51.100.8' }],
  ['protocol', { protocol: 6 }],
  ['length', { length: 7 }],
])('a checksum for another %s is wrong, and nothing else', (_, pseudoHeader) => {
  const { payload } = udpProbe(addresses, Uint8Array.of(1, 2, 3), { pseudoHeader }, random(1));
  expect(udpDatagram.observe(payload, context).faults).toMatchObject([{ kind: 'checksum' }]);
});

test('a length is written as it is said, however few or many octets it claims', () => {
  for (const length of [0, 7, 10, 65535]) {
    const { payload } = udpProbe(addresses, Uint8Array.of(1, 2, 3), { length, checksum: 0 }, random(1));
    expect(udpDatagram.observe(payload).value).toMatchObject({ length, checksum: 0 });
    expect(payload.length).toBe(11);
  }
});

test('data that bring the checksum to zero make it all ones', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 2, maxLength: 99 }), fc.integer(), (octets, seed) => {
      const ports = { sourcePort: 50000, destinationPort: 7 };
      const pseudo = { ...addresses, protocol: 17, length: 8 + octets.length };
      const filled = dataThatAddsToZero(octets, pseudo, ports);
      const { payload } = udpProbe(addresses, filled, ports, random(seed));
      expect(udpDatagram.decode(payload, context)).toMatchObject({ ok: true, value: { checksum: 0xffff } });
    }),
  );
});
