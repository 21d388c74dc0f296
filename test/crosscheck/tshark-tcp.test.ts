/** Wireshark's dissector of TCP over generated segments. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { ipv4Header } from '../../src/generated/ipv4/header.ts';
import { type TcpSegment, tcpSegment, tcpSegmentLayout } from '../../src/generated/tcp/segment.ts';
import { contextOf } from '../../src/wire/context.ts';
import { valuesOf } from '../property/wire-values.ts';
import { testWith } from '../requires.ts';
import { dissect, plain } from './tshark.ts';

const SEGMENTS = { numRuns: 2_000, seed: 9293 };
const TCP = 6;
const ADDRESSES = { source: '192.0.2.1', destination: '192.0.2.2' };
/** What tshark says of a checksum. */
const [BAD, GOOD] = [0, 1];

const SEGMENT: Readonly<Record<string, (segment: TcpSegment) => unknown>> = {
  'tcp.srcport': ({ sourcePort }) => sourcePort,
  'tcp.dstport': ({ destinationPort }) => destinationPort,
  'tcp.seq_raw': ({ sequenceNumber }) => sequenceNumber,
  'tcp.ack_raw': ({ acknowledgmentNumber }) => acknowledgmentNumber,
  'tcp.hdr_len': ({ dataOffset }) => dataOffset * 4,
  'tcp.flags.cwr': ({ cwr }) => Number(cwr),
  'tcp.flags.ece': ({ ece }) => Number(ece),
  'tcp.flags.urg': ({ urg }) => Number(urg),
  'tcp.flags.ack': ({ ack }) => Number(ack),
  'tcp.flags.push': ({ psh }) => Number(psh),
  'tcp.flags.reset': ({ rst }) => Number(rst),
  'tcp.flags.syn': ({ syn }) => Number(syn),
  'tcp.flags.fin': ({ fin }) => Number(fin),
  'tcp.window_size_value': ({ window }) => window,
  'tcp.checksum': ({ checksum }) => checksum,
  'tcp.urgent_pointer': ({ urgentPointer }) => urgentPointer,
  'tcp.len': ({ data }) => data.length / 2,
};

/** Options that stand in a SYN, each once at most. */
const SYN_OPTIONS = fc
  .tuple(fc.nat(0xffff), fc.nat(14), fc.nat(0xffffffff), fc.nat(0xffffffff))
  .map(([mss, shift, value, echo]) => [
    { kind: 2, length: 4, mss },
    { kind: 3, length: 3, shift },
    { kind: 4, length: 2 },
    { kind: 8, length: 10, value, echo },
  ])
  .chain((all) => fc.shuffledSubarray(all))
  .map((some) => [...some, { kind: 1 }]);

testWith('tshark')('tshark reads the fields of a TCP segment as we do, and judges its checksum alike', () => {
  const context = contextOf(ADDRESSES);
  const samples = fc.sample(fc.tuple(valuesOf(tcpSegmentLayout), SYN_OPTIONS, fc.boolean()), SEGMENTS);
  const bodies = samples.map(([value, options, spoil]) => {
    const encoded = tcpSegment.encode({ ...value, syn: true, options } as never, context);
    if (spoil) encoded[16] = (encoded[16] ?? 0) ^ 1;
    return encoded;
  });
  const packets = bodies.map((body) =>
    Buffer.concat([ipv4Header.encode({ protocol: TCP, ...ADDRESSES }, { payloadLength: body.length }), body]),
  );
  const columns = Object.keys(SEGMENT);
  const ofOptions = ['tcp.options.mss_val', 'tcp.options.wscale.shift', 'tcp.options.timestamp.tsval'];
  for (const [index, row] of dissect(packets, [...columns, 'tcp.checksum.status', ...ofOptions]).entries()) {
    const { value, faults } = tcpSegment.observe(bodies[index] ?? new Uint8Array(), context);
    const first = (column: string) => (row[column]?.[0] === undefined ? undefined : plain(row[column][0]));
    const theirs = Object.fromEntries(columns.map((column) => [column, first(column)]));
    expect(theirs).toEqual(
      Object.fromEntries(columns.map((column) => [column, SEGMENT[column]?.(value as TcpSegment)])),
    );
    expect(first('tcp.checksum.status')).toBe(faults.length === 0 ? GOOD : BAD);
    const options = value.options as unknown as Record<string, number>[];
    const ours = ['mss', 'shift', 'value'].map((name) => options.find((option) => name in option)?.[name]);
    expect(ofOptions.map(first)).toEqual(ours);
  }
});
