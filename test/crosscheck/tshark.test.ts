/** Wireshark's dissectors over generated octets: 5,000 headers, 3,000 ICMP messages and 2,000 UDP datagrams a run. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { ipv4Header, ipv4HeaderLayout } from '../../src/generated/ipv4/header.ts';
import { icmpMessage, icmpMessageLayout } from '../../src/generated/ipv4/icmp.ts';
import { udpDatagram, udpDatagramLayout } from '../../src/generated/udp/datagram.ts';
import { contextOf } from '../../src/wire/context.ts';
import { valuesOf } from '../property/wire-values.ts';
import { testWith } from '../requires.ts';
import { expectHeaders, headerColumns } from './dissected-header.ts';
import { expectMessages, icmpColumns } from './dissected-icmp.ts';
import { expectDatagram, udpColumns } from './dissected-udp.ts';
import { headerOptions } from './header-options.ts';
import { dissect } from './tshark.ts';

const HEADERS = { numRuns: 5_000, seed: 791 };
const MESSAGES = { numRuns: 3_000, seed: 792 };
const DATAGRAMS = { numRuns: 2_000, seed: 768 };
const ICMP = 1;
const UDP = 17;
const ADDRESSES = { source: '192.0.2.1', destination: '192.0.2.2' };

function around(protocol: number, body: Uint8Array): Uint8Array {
  return Buffer.concat([ipv4Header.encode({ protocol, ...ADDRESSES }, { payloadLength: body.length }), body]);
}

/** With a bit of the octet at `at` inverted, if it is to be. */
function spoilt(octets: Uint8Array, at: number, isSpoilt: boolean): Uint8Array {
  if (isSpoilt) octets[at] = (octets[at] ?? 0) ^ 1;
  return octets;
}

testWith('tshark')('tshark reads the fields of a header as we do, and judges its checksum alike', () => {
  const samples = fc.sample(fc.tuple(valuesOf(ipv4HeaderLayout), headerOptions, fc.boolean()), HEADERS);
  const headers = samples.map(([value, options, spoil]) => spoilt(ipv4Header.encode({ ...value, options }), 10, spoil));
  const rows = dissect(headers, headerColumns);
  for (const [index, row] of rows.entries()) expectHeaders(row, [headers[index] ?? new Uint8Array()]);
  const types = rows.flatMap((row) => row['ip.opt.type'] ?? []);
  expect(types.length).toBeGreaterThan(HEADERS.numRuns);
  expect([...new Set(types)].map(Number).sort((a, b) => a - b)).toEqual([0, 1, 7, 68, 130, 131, 136, 137, 148]);
});

testWith('tshark')('tshark reads the fields of an ICMP message as we do, and judges its checksum alike', () => {
  const kinds = fc.constantFrom(
    { type: 0, code: 0 },
    { type: 8, code: 0 },
    { type: 3, code: 4 },
    { type: 12, code: 0 },
    { type: 11, code: 1 },
    { type: 4, code: 0 },
    { type: 5, code: 1 },
    { type: 13, code: 0 },
    { type: 14, code: 0 },
  );
  const values = kinds.chain((kind) => valuesOf(pinned(kind)).map((value) => ({ ...value, ...kind })));
  const samples = fc.sample(fc.tuple(values, fc.boolean()), MESSAGES);
  const bodies = samples.map(([value, spoil]) => spoilt(icmpMessage.encode(value), 2, spoil));
  const packets = bodies.map((body) => around(ICMP, body));
  for (const [index, row] of dissect(packets, icmpColumns).entries()) {
    expectMessages(row, [bodies[index] ?? new Uint8Array()]);
  }
});

testWith('tshark')('tshark reads the fields of a UDP datagram as we do, and judges its checksum alike', () => {
  const context = contextOf(ADDRESSES);
  const spoiling = fc.constantFrom('not', 'by a bit', 'none');
  const samples = fc.sample(fc.tuple(valuesOf(udpDatagramLayout), spoiling), DATAGRAMS);
  const bodies = samples.map(([value, how]) => {
    const given = how === 'none' ? { ...value, checksum: 0 } : value;
    return spoilt(udpDatagram.encode(given, context), 7, how === 'by a bit');
  });
  const rows = dissect(
    bodies.map((body) => around(UDP, body)),
    udpColumns,
  );
  for (const [index, row] of rows.entries()) expectDatagram(row, bodies[index] ?? new Uint8Array(), context);
  expect(new Set(rows.flatMap((row) => row['udp.checksum.status'] ?? [])).size).toBe(3);
});

/** The layout with type and code held to `kind`. */
function pinned({ type, code }: { type: number; code: number }): typeof icmpMessageLayout {
  const fields = icmpMessageLayout.fields.map((field) => {
    if (field.name === 'type') return { ...field, constant: type };
    return field.name === 'code' ? { ...field, constant: code } : field;
  });
  return { ...icmpMessageLayout, fields };
}
