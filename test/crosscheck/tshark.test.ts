/** Wireshark's dissectors, over captures that we write: 500 headers, 500 ICMP messages and 500 UDP datagrams a run. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { type Ipv4Header, ipv4Header, ipv4HeaderLayout } from '../../src/generated/ipv4/header.ts';
import { type IcmpMessage, icmpMessage, icmpMessageLayout } from '../../src/generated/ipv4/icmp.ts';
import { udpDatagram, udpDatagramLayout } from '../../src/generated/udp/datagram.ts';
import { writePcap } from '../../src/net/pcap.ts';
import { contextOf } from '../../src/wire/context.ts';
import { valuesOf } from '../property/wire-values.ts';
import { testWith } from '../requires.ts';

const COUNT = 500;
const SEED = 791;
const ICMP = 1;
const UDP = 17;
/** What tshark says of a checksum. */
const [BAD, GOOD, NOT_PRESENT] = [0, 1, 3];
/** Up to 40 octets of options; behind the End of Option List tshark reads no more than we do. */
const OPTIONS = fc.array(
  fc.oneof(
    fc.constant({ type: 1 }),
    fc.record({ type: fc.constant(148), length: fc.constant(4), value: fc.nat(0xffff) }),
    fc.record({ type: fc.constant(136), length: fc.constant(4), streamId: fc.nat(0xffff) }),
    fc.constant({ type: 7, length: 7, pointer: 4, route: 'c0000201' }),
  ),
  { maxLength: 5 },
);

/** Column texts of each packet; a field that occurs several times is joined with commas. */
function dissect(packets: readonly Uint8Array[], columns: readonly string[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'assay-tshark-'));
  try {
    const file = join(folder, 'capture.pcap');
    writeFileSync(file, writePcap(packets.map((octets, at) => ({ octets, at }))));
    const settings = [
      'ip.defragment:FALSE',
      'ip.check_checksum:TRUE',
      'ip.security_flag:FALSE',
      'udp.check_checksum:TRUE',
    ];
    const options = settings.flatMap((setting) => ['-o', setting]);
    const wanted = columns.flatMap((column) => ['-e', column]);
    const { stdout, stderr } = spawnSync('tshark', ['-n', '-r', file, '-T', 'fields', ...options, ...wanted], {
      encoding: 'utf8',
    });
    const lines = stdout.split('\n').slice(0, -1);
    if (lines.length !== packets.length) throw new Error(`tshark read ${lines.length} packets: ${stderr}`);
    return lines.map((line) => line.split('\t'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first number of a column: decimal, 0x, or a truth. */
function number(text = ''): number {
  const [first = ''] = text.split(',');
  return first === 'True' ? 1 : first === 'False' ? 0 : Number(first);
}

const HEADER: Readonly<Record<string, (header: Ipv4Header) => unknown>> = {
  'ip.version': ({ version }) => version,
  'ip.hdr_len': ({ ihl }) => ihl * 4,
  'ip.dsfield.dscp': ({ dscp }) => dscp,
  'ip.dsfield.ecn': ({ ecn }) => ecn,
  'ip.len': ({ totalLength }) => totalLength,
  'ip.id': ({ identification }) => identification,
  'ip.flags.rb': ({ reserved }) => Number(reserved),
  'ip.flags.df': ({ dontFragment }) => Number(dontFragment),
  'ip.flags.mf': ({ moreFragments }) => Number(moreFragments),
  'ip.ttl': ({ timeToLive }) => timeToLive,
  'ip.proto': ({ protocol }) => protocol,
  'ip.checksum': ({ headerChecksum }) => headerChecksum,
};

/** Of all options of a header, in their order. */
const LISTS = ['ip.opt.ra', 'ip.opt.sid', 'ip.opt.ptr'];

testWith('tshark')('tshark reads the fields of a header as we do, and judges its checksum alike', () => {
  const headers = fc.sample(fc.tuple(valuesOf(ipv4HeaderLayout), OPTIONS, fc.boolean()), {
    numRuns: COUNT,
    seed: SEED,
  });
  const octets = headers.map(([value, options, spoil]) => {
    const encoded = ipv4Header.encode({ ...value, options });
    if (spoil) encoded[10] = (encoded[10] ?? 0) ^ 1;
    return encoded;
  });
  const columns = Object.keys(HEADER);
  const rows = dissect(octets, [
    ...columns,
    'ip.frag_offset',
    'ip.src',
    'ip.dst',
    'ip.checksum.status',
    'ip.opt.type',
    ...LISTS,
  ]);
  let optionsSeen = 0;
  for (const [index, row] of rows.entries()) {
    const { value, faults } = ipv4Header.observe(octets[index] ?? new Uint8Array());
    const header = value as Ipv4Header;
    const [offset, source, destination, status, types = '', ...lists] = row.slice(columns.length);
    const [alerts, streams, pointers] = lists.map((list) => (list === '' ? [] : list.split(',').map(Number)));
    const named = Object.fromEntries(columns.map((column, place) => [column, number(row[place])]));
    expect(named).toEqual(Object.fromEntries(columns.map((column) => [column, HEADER[column]?.(header)])));
    expect([header.fragmentOffset, header.fragmentOffset * 8]).toContain(number(offset));
    expect([source, destination]).toEqual([header.source, header.destination]);
    expect(faults.some(({ kind }) => kind === 'checksum')).toBe(number(status) === 0);
    expect(alerts).toEqual(header.options.flatMap((option) => ('value' in option ? [option.value] : [])));
    expect(streams).toEqual(header.options.flatMap((option) => ('streamId' in option ? [option.streamId] : [])));
    expect(pointers).toEqual(header.options.flatMap((option) => ('pointer' in option ? [option.pointer] : [])));
    const listed = types === '' ? [] : types.split(',').map(Number);
    optionsSeen += listed.length;
    expect(listed).toEqual(header.options.map(({ type }) => type).slice(0, listed.length));
    expect(header.options.slice(listed.length).every(({ type }) => type === 0)).toBe(true);
  }
  expect(optionsSeen).toBeGreaterThan(COUNT);
});

const MESSAGE: Readonly<Record<string, (message: Partial<IcmpMessage>) => number | string | undefined>> = {
  'icmp.type': ({ type }) => type,
  'icmp.code': ({ code }) => code,
  'icmp.checksum': ({ checksum }) => checksum,
  'icmp.ident': ({ identifier }) => identifier,
  'icmp.seq': ({ sequenceNumber }) => sequenceNumber,
  'icmp.mtu': ({ nextHopMtu }) => nextHopMtu,
  'icmp.pointer': ({ pointer }) => pointer,
  'icmp.redir_gw': ({ gatewayAddress }) => gatewayAddress,
  'icmp.originate_timestamp': ({ originateTimestamp }) => originateTimestamp,
  'icmp.receive_timestamp': ({ receiveTimestamp }) => receiveTimestamp,
  'icmp.transmit_timestamp': ({ transmitTimestamp }) => transmitTimestamp,
};

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
  const messages = fc.sample(fc.tuple(values, fc.boolean()), { numRuns: COUNT, seed: SEED });
  const bodies = messages.map(([value, spoil]) => {
    const encoded = icmpMessage.encode(value);
    if (spoil) encoded[2] = (encoded[2] ?? 0) ^ 1;
    return encoded;
  });
  const packets = bodies.map((body) => {
    const addresses = { source: '192.0.2.1', destination: '192.0.2.2' };
    return Buffer.concat([ipv4Header.encode({ protocol: ICMP, ...addresses }, { payloadLength: body.length }), body]);
  });
  const columns = Object.keys(MESSAGE);
  for (const [index, row] of dissect(packets, [...columns, 'icmp.checksum.status']).entries()) {
    const { value, faults } = icmpMessage.observe(bodies[index] ?? new Uint8Array());
    for (const [place, column] of columns.entries()) {
      const ours = MESSAGE[column]?.(value);
      if (ours !== undefined) expect(typeof ours === 'string' ? row[place] : number(row[place]), column).toBe(ours);
      else expect(row[place], column).toBe('');
    }
    expect(faults.some(({ kind }) => kind === 'checksum')).toBe(number(row[columns.length]) === 0);
  }
});

testWith('tshark')('tshark reads the fields of a UDP datagram as we do, and judges its checksum alike', () => {
  const addresses = { source: '192.0.2.1', destination: '192.0.2.2' };
  const context = contextOf(addresses);
  const spoiling = fc.constantFrom('not', 'by a bit', 'none');
  const samples = fc.sample(fc.tuple(valuesOf(udpDatagramLayout), spoiling), { numRuns: COUNT, seed: SEED });
  const bodies = samples.map(([value, spoilt]) => {
    const encoded = udpDatagram.encode(spoilt === 'none' ? { ...value, checksum: 0 } : value, context);
    if (spoilt === 'by a bit') encoded[7] = (encoded[7] ?? 0) ^ 1;
    return encoded;
  });
  const packets = bodies.map((body) => {
    return Buffer.concat([ipv4Header.encode({ protocol: UDP, ...addresses }, { payloadLength: body.length }), body]);
  });
  const columns = ['udp.srcport', 'udp.dstport', 'udp.length', 'udp.checksum', 'udp.checksum.status'];
  const seen = new Set<number>();
  for (const [index, row] of dissect(packets, columns).entries()) {
    const { value, faults } = udpDatagram.observe(bodies[index] ?? new Uint8Array(), context);
    const { sourcePort, destinationPort, length, checksum } = value;
    expect(row.slice(0, 4).map(number)).toEqual([sourcePort, destinationPort, length, checksum]);
    const status = number(row[4]);
    seen.add(status);
    expect(status).toBe(checksum === 0 ? NOT_PRESENT : faults.length === 0 ? GOOD : BAD);
  }
  expect(seen.size).toBe(3);
});

/** The layout with type and code held to `kind`. */
function pinned({ type, code }: { type: number; code: number }): typeof icmpMessageLayout {
  const fields = icmpMessageLayout.fields.map((field) => {
    if (field.name === 'type') return { ...field, constant: type };
    return field.name === 'code' ? { ...field, constant: code } : field;
  });
  return { ...icmpMessageLayout, fields };
}
