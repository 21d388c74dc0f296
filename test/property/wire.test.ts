import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codecs, type LayerName } from '../../src/generated/codecs.ts';
import { ipv4Header, ipv4HeaderLayout } from '../../src/generated/ipv4/header.ts';
import { icmpMessageLayout } from '../../src/generated/ipv4/icmp.ts';
import { relayContentLayout } from '../../src/generated/relay/content.ts';
import { relayFrameLayout } from '../../src/generated/relay/frame.ts';
import { tcpSegmentLayout } from '../../src/generated/tcp/segment.ts';
import { channelDataLayout } from '../../src/generated/turn/channel-data.ts';
import { stunMessageLayout } from '../../src/generated/turn/message.ts';
import { udpDatagram, udpDatagramLayout } from '../../src/generated/udp/datagram.ts';
import { validators } from '../../src/generated/validators.ts';
import { contextOf } from '../../src/wire/context.ts';
import { isBitField, type Layout } from '../../src/wire/layout.ts';
import { viewOf } from '../../src/wire/runtime/octets.ts';
import { isDerived } from '../../src/wire/targets/typescript/write.ts';
import { numbersOf, valuesOf } from './wire-values.ts';

const LAYOUTS: Record<LayerName, Layout> = {
  'ipv4/header': ipv4HeaderLayout,
  'ipv4/icmp': icmpMessageLayout,
  'relay/content': relayContentLayout,
  'relay/frame': relayFrameLayout,
  'tcp/segment': tcpSegmentLayout,
  'turn/channel-data': channelDataLayout,
  'turn/message': stunMessageLayout,
  'udp/datagram': udpDatagramLayout,
};
/** Octets of lists and data; most attributes of a relay's frame take more than the options of a header. */
const ROOM: Partial<Record<LayerName, number>> = { 'relay/frame': 480 };
/** Of the datagram around; nothing in a layer whose checksum does not take them in. */
const AROUND = contextOf({ source: '192.0.2.1', destination: '198.51.100.7' });

describe.each(Object.entries(LAYOUTS) as [LayerName, Layout][])('%s', (layer, layout) => {
  const codec = codecs[layer];
  const values = valuesOf(layout, ROOM[layer]);
  /** Octets near the truth: a right message with some octets changed, cut off or added. */
  const nearly = fc
    .tuple(
      values,
      fc.array(fc.tuple(fc.nat(80), fc.nat(255)), { maxLength: 3 }),
      fc.nat(80),
      fc.uint8Array({ maxLength: 8 }),
    )
    .map(([value, changes, length, more]) => {
      const octets = Uint8Array.from([...codec.encode(value, AROUND), ...more]);
      for (const [at, octet] of changes) if (at < octets.length) octets[at] = octet;
      return octets.slice(0, length);
    });
  const any = fc.oneof(nearly, fc.uint8Array({ maxLength: 100 }));

  test('value -> octets -> value', () => {
    fc.assert(
      fc.property(values, (value) => {
        const octets = codec.encode(value, AROUND);
        const decoded = codec.decode(octets, AROUND);
        expect(decoded).toMatchObject({ ok: true, length: octets.length });
        if (!decoded.ok) return;
        expect(decoded.value).toMatchObject(value);
        expect(codec.encode(decoded.value)).toEqual(octets);
        expect(validators[layer](decoded.value), JSON.stringify(validators[layer].errors)).toBe(true);
      }),
    );
  });

  test('a part of the octets from their start is truncated, at a field that is not whole', () => {
    fc.assert(
      fc.property(values, fc.nat(59), (value, length) => {
        const octets = codec.encode(value, AROUND);
        // What follows the fixed part of an ICMP message is data of any length: only a header knows its own.
        const least = layout.length ? octets.length : codec.minimumOctets;
        fc.pre(length < least);
        const decoded = codec.decode(octets.subarray(0, length), AROUND);
        expect(decoded).toMatchObject({ ok: false, fault: { kind: 'truncated' } });
        const observed = codec.observe(octets.subarray(0, length), AROUND);
        expect(observed.faults).toHaveLength(1);
        for (const { bit, bits } of Object.values(observed.where)) expect(bit + bits).toBeLessThanOrEqual(length * 8);
      }),
    );
  });

  test('what the caller says beats what would be derived', () => {
    const derived = layout.fields.filter(isBitField).filter(isDerived);
    // A relay's content has defaults, and nothing that is worked out.
    expect(derived.length > 0).toBe(layer !== 'relay/content');
    for (const field of derived) {
      const anything = numbersOf({ name: '', label: '', rules: [], form: 'uint', bits: field.bits });
      fc.assert(
        fc.property(values, anything, (value, number) => {
          const octets = codec.encode({ ...value, [field.name]: number }, AROUND);
          expect(codec.observe(octets, AROUND).value[field.name]).toBe(number);
        }),
      );
    }
  });

  test('no octets make it throw, and its four readings agree', () => {
    fc.assert(
      fc.property(any, fc.uint8Array({ minLength: 1, maxLength: 70 }), (octets, after) => {
        const decoded = codec.decode(octets, AROUND);
        const observed = codec.observe(octets, AROUND);
        const into = codec.create();
        const whole = viewOf(Uint8Array.from([0xa5, ...octets, ...after]));
        const number = codec.read(into, whole, 1, 1 + octets.length, AROUND);
        const fresh = codec.decodeStruct(whole, 1, 1 + octets.length, AROUND);
        if (!decoded.ok) {
          expect(decoded.fault).toEqual(observed.faults[0]);
          expect(codec.faults[number - 1]).toMatchObject({ kind: decoded.fault.kind });
          expect(fresh).toBe(number);
          return;
        }
        expect(number).toBe(0);
        expect(fresh).toEqual(into);
        expect(observed).toMatchObject({ value: decoded.value, faults: [], length: decoded.length });
        expect(observed.value).toEqual(decoded.value);
      }),
      { numRuns: 1_000 },
    );
  });

  test('a struct that was read is written back as the same octets', () => {
    fc.assert(
      fc.property(values, (value) => {
        const octets = codec.encode(value, AROUND);
        const struct = codec.create();
        expect(codec.read(struct, viewOf(octets), 0, octets.length, AROUND)).toBe(0);
        const out = new Uint8Array(octets.length + 8).fill(0xa5);
        expect(codec.write(struct, viewOf(out), 4, { octets: viewOf(octets) })).toBe(octets.length);
        expect(out.subarray(4, 4 + octets.length)).toEqual(octets);
        expect([...out.subarray(0, 4), ...out.subarray(4 + octets.length)]).toEqual(Array(8).fill(0xa5));
      }),
    );
  });

  test('whatever is wrong with it, an encoded value says what it was asked to say', () => {
    const loose = fc.record(
      Object.fromEntries(
        layout.fields
          .filter(isBitField)
          .filter(({ presentWhen, form }) => !presentWhen && form === 'uint')
          .map(({ name, bits }) => [name, fc.nat(2 ** bits - 1)]),
      ),
    );
    fc.assert(
      fc.property(values, loose, (value, wrong) => {
        const present = Object.fromEntries(Object.entries(value).filter(([name]) => !conditional(layout, name)));
        expect(codec.observe(codec.encode({ ...present, ...wrong }, AROUND)).value).toMatchObject(wrong);
      }),
    );
  });
});

test('any octets for options: the walk, the decoder and the observer find the same', () => {
  const words = fc
    .integer({ min: 1, max: 10 })
    .chain((count) => fc.uint8Array({ minLength: 4 * count, maxLength: 4 * count }));
  const likely = words.map((octets) => octets.map((octet) => (octet < 160 ? octet % 9 : octet)));
  fc.assert(
    fc.property(fc.oneof(words, likely), (options) => {
      const struct = { ...ipv4Header.create(), optionsLength: options.length };
      const octets = new Uint8Array(20 + options.length);
      ipv4Header.write(struct, viewOf(octets), 0, { octets: viewOf(options) });
      const observed = ipv4Header.observe(octets);
      const decoded = ipv4Header.decode(octets);
      expect(decoded.ok ? undefined : decoded.fault).toEqual(observed.faults[0]);
      if (decoded.ok) expect(decoded.value).toEqual(observed.value);
      else expect(decoded.fault).toMatchObject({ kind: 'list', rule: 'RFC791-OPT-3' });
    }),
    { numRuns: 2_000 },
  );
});

test('the payload counts in the total length, and nowhere else', () => {
  fc.assert(
    fc.property(valuesOf(ipv4HeaderLayout), fc.nat(65_475), (value, payloadLength) => {
      const { value: header, length } = ipv4Header.observe(ipv4Header.encode(value, { payloadLength }));
      expect(header.totalLength).toBe(length + payloadLength);
    }),
  );
});

function conditional(layout: Layout, name: string): boolean {
  return layout.fields.some((field) => field.name === name && field.presentWhen !== undefined);
}

describe('a checksum over a pseudo-header', () => {
  const values = valuesOf(udpDatagramLayout);

  test('holds for its own addresses, and for others only if they add up to the same', () => {
    const address = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    const sum = (...addresses: number[]): number =>
      addresses.reduce((total, one) => total + (one >>> 16) + (one & 0xffff), 0) % 0xffff;
    fc.assert(
      fc.property(values, address, address, address, (value, source, destination, other) => {
        const octets = udpDatagram.encode(value, { source, destination });
        expect(udpDatagram.decode(octets, { source, destination }).ok).toBe(true);
        const isSame = sum(source, destination) === sum(other, destination);
        expect(udpDatagram.decode(octets, { source: other, destination }).ok).toBe(isSame);
        expect(udpDatagram.decode(octets, { source: destination, destination: source }).ok).toBe(true);
      }),
    );
  });

  test('is not looked at without addresses, nor where there is none', () => {
    fc.assert(
      fc.property(values, fc.nat(0xffff), (value, checksum) => {
        const octets = udpDatagram.encode({ ...value, checksum });
        expect(udpDatagram.decode(octets)).toMatchObject({ ok: true, value: { checksum } });
        expect(udpDatagram.observe(octets).faults).toEqual([]);
        octets.fill(0, 6, 8);
        expect(udpDatagram.decode(octets, AROUND).ok).toBe(true);
      }),
    );
  });

  test('never comes to 0', () => {
    let most = 0;
    for (let word = 0; word < 0x10000; word++) {
      const data = word.toString(16).padStart(4, '0');
      const { checksum } = udpDatagram.observe(udpDatagram.encode({ destinationPort: 7, data }, AROUND)).value;
      expect(checksum).not.toBe(0);
      if (checksum === 0xffff) most += 1;
    }
    expect(most).toBe(1);
  });
});
