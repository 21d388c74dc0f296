import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildLayout } from '../../../../src/wire/build-layout.ts';
import { DERIVE } from '../../../../src/wire/codec.ts';
import { contextOf } from '../../../../src/wire/context.ts';
import type { WireDocument } from '../../../../src/wire/document.ts';
import { viewOf } from '../../../../src/wire/runtime/octets.ts';
import { valuesOf } from '../../../property/wire-values.ts';
import { compileCodec } from '../compile.ts';

const folder = new URL('../../../../fixtures/meta/x-wire/valid', import.meta.url).pathname;
const documents = new Map(
  readdirSync(folder).map((name) => {
    return [name.replace('.json', ''), JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as WireDocument];
  }),
);

const AROUND = contextOf({ source: '192.0.2.1', destination: '198.51.100.7' });

function document(name: string): WireDocument {
  const found = documents.get(name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
}

function octetsOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

describe.each([...documents])('%s', (_, schema) => {
  test('the compiled decoder and the observing one agree on any octets', async () => {
    const codec = await compileCodec(schema);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (octets) => {
        const decoded = codec.decode(octets, AROUND);
        const observed = codec.observe(octets, AROUND);
        expect(decoded.ok ? undefined : decoded.fault).toEqual(observed.faults[0]);
        if (!decoded.ok) return;
        expect(decoded.value).toEqual(observed.value);
        expect(decoded.length).toBe(observed.length);
      }),
      { numRuns: 300 },
    );
  });

  test('value -> octets -> value -> octets', async () => {
    const codec = await compileCodec(schema);
    fc.assert(
      fc.property(valuesOf(buildLayout(schema), 24), (value) => {
        const octets = codec.encode(value, AROUND);
        const decoded = codec.decode(octets, AROUND);
        // A sample with a requirement has values that do not meet it.
        if (!decoded.ok) {
          expect(decoded.fault.kind).toBe('require');
          return;
        }
        expect(decoded).toMatchObject({ value, length: octets.length });
        expect(codec.encode(decoded.value)).toEqual(octets);
      }),
    );
  });
});

test('a field may lie across words', async () => {
  const codec = await compileCodec(document('fields-across-words'));
  // 101 | 32 ones | 29 bits of 1
  expect(codec.encode({ a: 5, b: 0xffffffff, c: 1 })).toEqual(octetsOf('bfffffffe0000001'));
  expect(codec.decode(octetsOf('bfffffffe0000001'))).toMatchObject({ value: { a: 5, b: 0xffffffff, c: 1 } });
});

test('octets take the size that an earlier field gives, and what follows is found behind them', async () => {
  const codec = await compileCodec(document('sized-octets'));
  const value = { size: 4, data: 'aabbccdd', trailer: 0x1234 };
  expect(codec.decode(octetsOf('04 aabbccdd 1234 99'))).toEqual({ ok: true, value, length: 7 });
  expect(codec.encode({ data: 'aabbccdd', trailer: 0x1234 })).toEqual(octetsOf('04 aabbccdd 1234'));
  expect(codec.decode(octetsOf('04 aabbcc'))).toMatchObject({
    fault: { kind: 'truncated', field: 'data', bit: 8, expected: 'at least 5 octets', actual: '4 octets' },
  });
  expect(codec.decode(octetsOf('04 aabbccdd 12'))).toMatchObject({
    fault: { kind: 'truncated', field: 'trailer', bit: 40 },
  });
});

test('a field is there when its condition holds, and a value for an absent field is refused', async () => {
  const codec = await compileCodec(document('present-when'));
  expect(codec.encode({ kind: 1, data: 'ff' })).toEqual(octetsOf('01 0000 ff'));
  expect(codec.encode({ kind: 2, data: 'ff' })).toEqual(octetsOf('02 ff'));
  expect(codec.decode(octetsOf('0a 0102 ff'))).toMatchObject({ value: { kind: 10, extra: 0x0102, data: 'ff' } });
  expect(() => codec.encode({ kind: 2, extra: 1 })).toThrow(
    'extra is there only when Kind is 1 or Kind is more than 9',
  );
});

test('a list is padded with zeros to its boundary, and its length may be stated too long', async () => {
  const codec = await compileCodec(document('list-with-padding'));
  const other = { type: 5, length: 3, data: 'ee' };
  expect(codec.encode({ options: [other] })).toEqual(octetsOf('02000000 0503ee00'));
  expect(codec.encode({ words: 3, options: [other] })).toEqual(octetsOf('03000000 0503ee00 00000000'));
  expect(codec.encode({ words: 1, options: [other] })).toEqual(octetsOf('01000000 0503ee00'));
  expect(codec.decode(octetsOf('02000000 0503ee00'))).toMatchObject({ value: { options: [other, { type: 0 }] } });
});

test('requirements are judged with both fields in sight', async () => {
  const codec = await compileCodec(document('requirements'));
  expect(codec.decode(octetsOf('0304'))).toMatchObject({ ok: true });
  expect(codec.decode(octetsOf('0503'))).toEqual({
    ok: false,
    fault: {
      kind: 'require',
      field: 'size',
      bit: 8,
      expected: 'not (Size is less than Kind) and Size modulo 2 is 0',
      actual: 'Size 3, Kind 5',
      rule: 'RFC791-TL-1',
    },
  });
});

test('a struct is created with constants filled in and DERIVE where a value hangs on others', async () => {
  const codec = await compileCodec(document('total-length-from-outside'));
  expect(codec.create()).toEqual({ size: DERIVE, check: DERIVE });
  const octets = new Uint8Array(4);
  expect(codec.write(codec.create(), viewOf(octets), 0, { payloadLength: 6 })).toBe(4);
  expect(octets).toEqual(octetsOf('000a fff5'));
});

test('write has no room: RangeError, as the view itself says', async () => {
  const codec = await compileCodec(document('one-octet'));
  expect(() => codec.write(codec.create(), new DataView(new ArrayBuffer(0)), 0)).toThrow(RangeError);
});

test('a pseudo-header has no length field to go by: it counts the octets of the layer', async () => {
  const codec = await compileCodec(document('pseudo-header'));
  const octets = codec.encode({ port: 80, data: '616263' }, AROUND);
  let sum = 0xc000 + 0x0201 + 0xc633 + 0x6407 + 6 + 7 + 80 + 0x6162 + 0x6300;
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  const check = ~sum & 0xffff;
  expect(codec.decode(octets, AROUND)).toMatchObject({ ok: true, value: { check } });
  const worse = Uint8Array.from([...octets, 0]);
  expect(codec.decode(worse, AROUND)).toMatchObject({ ok: false, fault: { kind: 'checksum', field: 'check' } });
  expect(codec.decode(worse, { source: AROUND.source })).toMatchObject({ ok: true });
  expect(() => codec.encode({ port: 80 })).toThrow(TypeError);
});
