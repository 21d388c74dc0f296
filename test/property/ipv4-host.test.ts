import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../src/contract/hex.ts';
import { ipv4Header } from '../../src/generated/ipv4/header.ts';
import { sealHeader } from '../../src/reference/ipv4/checksum.ts';
import { cut, datagram, echo, open, step } from '../unit/reference/ipv4/bench.ts';

const octets = fc.uint8Array({ maxLength: 120 });

describe('the reference host', () => {
  test('never throws on octets, and what it sends is well-formed', () => {
    fc.assert(
      fc.property(fc.array(octets, { maxLength: 5 }), (inputs) => {
        step(open(), 0, ...inputs);
      }),
    );
  });

  test('stands a sound datagram with any of its octets changed and its checksum put right', () => {
    const changes = fc.array(fc.tuple(fc.nat({ max: 59 }), fc.nat({ max: 255 })), { maxLength: 4 });
    fc.assert(
      fc.property(octets, changes, (data, edits) => {
        const changed = echo(toHex(data), { options: [{ type: 94, length: 4, data: 'abcd' }] });
        for (const [at, octet] of edits) if (at < changed.length) changed[at] = octet;
        const { headerChecksum: _, ...header } = ipv4Header.observe(changed).value;
        const head = ipv4Header.encode({ source: '10.0.0.9', destination: '10.0.0.1', protocol: 1, ...header });
        changed.set(head.subarray(10, 12), 10);
        step(open(), 0, changed);
      }),
    );
  });

  test.each(['host', 'router'] as const)('as a %s stands any options, and answers by none that cannot be', (role) => {
    const area = fc.uint8Array({ minLength: 0, maxLength: 40 });
    const known = fc.constantFrom(0, 1, 7, 68, 130, 131, 136, 137, 148);
    const places = fc.array(fc.tuple(fc.nat({ max: 39 }), known), { maxLength: 4 });
    const end = fc.constantFrom('10.0.0.1', '10.1.0.9', '10.0.0.9');
    fc.assert(
      fc.property(area, places, end, fc.boolean(), fc.boolean(), (octets, kinds, destination, takes, isCut) => {
        for (const [at, kind] of kinds) if (at < octets.length) octets[at] = kind;
        const sent = echo('abcdef0123456789'.repeat(8), { destination, moreFragments: isCut });
        const words = (octets.length + 3) >> 2;
        const head = new Uint8Array(20 + 4 * words);
        head.set(sent.subarray(0, 20));
        head.set(octets, 20);
        head[0] = 0x40 | (5 + words);
        const whole = new Uint8Array([...head, ...sent.subarray(20)]);
        new DataView(whole.buffer).setUint16(2, whole.length);
        sealHeader(new DataView(whole.buffer), head.length);
        // Decodes what comes out, and throws for what is not sound.
        step(open(role, 68, takes), 0, whole);
      }),
      { numRuns: 10_000 },
    );
  });

  test('puts fragments together in any order, however often and however mixed they come', () => {
    const one = fc.uint8Array({ minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(one, one, fc.integer({ min: 1, max: 6 }), fc.infiniteStream(fc.nat()), (a, b, units, dice) => {
        const wanted = [a, b].map((data) => toHex(data));
        const all = wanted.flatMap((data, index) => cut(echo(data, { identification: index + 1 }), units * 8));
        const twice = [...all, ...all.slice(0, 2)];
        const order = twice.map((piece) => ({ piece, at: dice.next().value })).sort((x, y) => x.at - y.at);
        const replies = step(open(), 0, ...order.map(({ piece }) => piece)).map(({ icmp }) => icmp?.data);
        // A copy of the only fragment of a datagram is that datagram again.
        expect(new Set(replies)).toEqual(new Set(wanted));
      }),
    );
  });

  test('forwards with a right checksum, whatever the header', () => {
    const small = fc.record({
      dscp: fc.nat({ max: 63 }),
      identification: fc.nat({ max: 65535 }),
      timeToLive: fc.integer({ min: 2, max: 255 }),
      protocol: fc.nat({ max: 255 }),
      reserved: fc.boolean(),
      dontFragment: fc.boolean(),
    });
    fc.assert(
      fc.property(small, (header) => {
        const [copy] = step(open(), 0, datagram({ destination: '10.1.0.9', ...header }));
        expect(copy).toMatchObject({ interface: 1, header: { ...header, timeToLive: header.timeToLive - 1 } });
      }),
    );
  });
});
