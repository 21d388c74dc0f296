import { expect, test } from 'vitest';
import type { Passed } from '../../../../src/harness/kit.ts';
import { captions } from '../../../../src/kits/tcp/captions.ts';
import { type SegmentFields, segmentProbe } from '../../../../src/kits/tcp/segment.ts';

const HERE = { source: '198.18.0.9', sourcePort: 50_000, destination: '198.18.0.1', destinationPort: 7 };

function sent(fields: SegmentFields, ends = HERE): Passed {
  return { direction: 'sent', layer: 'tcp', octets: segmentProbe(ends, fields, {}, 1).octets };
}

function received(fields: SegmentFields): Passed {
  const { source, sourcePort, destination, destinationPort } = HERE;
  const back = { source: destination, sourcePort: destinationPort, destination: source, destinationPort: sourcePort };
  return { direction: 'received', layer: 'tcp', octets: segmentProbe(back, fields, {}, 1).octets };
}

const of = (sequenceNumber: number, acknowledgmentNumber?: number): SegmentFields => ({
  sequenceNumber,
  window: 100,
  ...(acknowledgmentNumber === undefined ? {} : { ack: true, acknowledgmentNumber }),
});

test('numbers count from the first of each side, across their end', () => {
  expect(
    captions([
      sent({ ...of(0xffff_ffff), syn: true, options: [{ kind: 2, length: 4, mss: 1460 }] }),
      received({ ...of(5000, 0), syn: true }),
      sent({ ...of(0, 5001), psh: true, data: 'aabb' }),
      received({ ...of(4999, 2), window: 0 }),
      sent({ ...of(0, 5001), urg: true, urgentPointer: 3 }),
    ]),
  ).toEqual([
    'SYN seq 0, MSS',
    'SYN,ACK seq 0 ack 1',
    'PSH,ACK seq 1 ack 1, 2 octets',
    'ACK seq -1 ack 3, window 0',
    'URG,ACK seq 1 ack 1, urgent 3',
  ]);
});

test('without a SYN numbers stand as they came', () => {
  expect(captions([sent(of(77, 88)), received({ ...of(88), rst: true })])).toEqual(['ACK seq 77 ack 88', 'RST seq 88']);
});

test('of several connections each says its port', () => {
  const other = { ...HERE, sourcePort: 50_001 };
  const told = captions([sent({ ...of(1), syn: true }), sent({ ...of(2), syn: true }, other)]);
  expect(told).toEqual(['port 50000: SYN seq 0', 'port 50001: SYN seq 0']);
});

test('faults are named, octets of other layers left to others, and whatever came is told', () => {
  const spoilt = sent({ ...of(1), data: '01' });
  spoilt.octets[spoilt.octets.length - 1]! ^= 1;
  expect(captions([spoilt])).toEqual(['none seq 1, 1 octet, wrong checksum']);
  const octets = new Uint8Array(3);
  expect(captions([{ direction: 'received', layer: 'tcp/segment', octets }])).toEqual([undefined]);
  expect(captions([{ direction: 'received', layer: 'tcp', octets }])).toEqual(['3 octets, too few for a header']);
  for (let length = 20; length < 41; length += 1) {
    expect(captions([{ ...spoilt, octets: spoilt.octets.subarray(0, length) }])[0]).toMatch(/./);
  }
});
