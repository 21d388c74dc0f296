/** Any segments at any time: no throw, no endless loop, memory bounded; and what is established lives through a flood. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tcpSegment } from '../../src/generated/tcp/segment.ts';
import { foldSum, internetSum, pseudoHeaderSum } from '../../src/wire/runtime/checksum.ts';
import { viewOf } from '../../src/wire/runtime/octets.ts';
import { datagram } from '../unit/reference/ipv4/bench.ts';
import {
  Bench,
  type Fields,
  HERE,
  mss,
  sackPermitted,
  THERE,
  timestamps,
  windowScale,
} from '../unit/reference/tcp/bench.ts';

const flags = fc
  .subarray(['SYN', 'ACK', 'FIN', 'RST', 'PSH', 'URG'] as const)
  .map((set) => (set.length === 0 ? 'none' : set.join(',')));
const near = fc.oneof(fc.integer({ min: -3, max: 10 }), fc.integer({ min: -70_000, max: 70_000 }), fc.integer());
const options = fc.subarray([
  mss(0),
  mss(7),
  mss(1460),
  windowScale(255),
  sackPermitted,
  timestamps(7, 9),
  { kind: 5 as const, length: 10, blocks: '0000000500000003' },
]);
const fields: fc.Arbitrary<Fields> = fc.record({
  window: fc.constantFrom(0, 1, 10, 65_535),
  urgentPointer: fc.nat(0xffff),
  options: options as fc.Arbitrary<Fields['options'] & object>,
  data: fc.string({ maxLength: 60, unit: 'binary-ascii' }),
});
const segment = fc.tuple(flags, near, near, fields).map(([set, number, ack, more]) => ({
  kind: 'segment' as const,
  words: `${set} ${number} ack ${ack}`,
  fields: more,
}));
const call = fc
  .constantFrom('write' as const, 'read' as const, 'shutdown' as const, 'close' as const, 'abort' as const)
  .map((name) => ({ kind: 'call' as const, name }));
const pause = fc.constantFrom(1, 250, 5000, 300_000).map((milliseconds) => ({ kind: 'pause' as const, milliseconds }));
const events = fc.array(fc.oneof({ weight: 6, arbitrary: segment }, { weight: 2, arbitrary: call }, pause), {
  maxLength: 60,
});
const starts = fc.constantFrom('listen', 'open', 'established');

function begin(start: string): Bench {
  const tcp = new Bench({ receiveBuffer: 4096, mostSegmentsHeld: 16 });
  if (start === 'open') tcp.open();
  else if (start === 'listen') tcp.listen();
  else tcp.established({ options: [mss(1460), sackPermitted] });
  return tcp;
}

test('any segments, calls and pauses: nothing is thrown, nothing runs for ever, little is held', () => {
  fc.assert(
    fc.property(starts, events, (start, happenings) => {
      const tcp = begin(start);
      for (const each of happenings) {
        if (each.kind === 'segment') {
          // What is sent at once is bounded by the window; what answers is one.
          expect(tcp.send(each.words, each.fields).length).toBeLessThan(5000);
        } else if (each.kind === 'pause') tcp.pass(each.milliseconds);
        else if (tcp.connection !== undefined) {
          if (each.name === 'write') tcp.write('x'.repeat(500));
          else tcp[each.name]();
        }
        expect(tcp.tcp.connections).toBeLessThanOrEqual(2);
        const received = tcp.connection?.received;
        if (received !== undefined) {
          expect(received.readable).toBeLessThanOrEqual(4096);
          expect(received.early.length).toBeLessThanOrEqual(16);
        }
      }
    }),
    { numRuns: 600 },
  );
});

test('any octets in a datagram for it: nothing is thrown', () => {
  const octets = fc.uint8Array({ minLength: 0, maxLength: 80 }).map((bytes) => {
    const whole = Uint8Array.from([...bytes.subarray(0, 2), 0, 7, ...bytes.subarray(2)]);
    return whole;
  });
  fc.assert(
    fc.property(fc.array(octets, { maxLength: 10 }), (payloads) => {
      const tcp = begin('established');
      for (const payload of payloads) tcp.arrive(datagram({ protocol: 6 }, payload));
    }),
    { numRuns: 300 },
  );
});

test('a flood of 1,000,000 SYNs: half-open ones are bounded, what is established lives', { timeout: 300_000 }, () => {
  const MOST = 1_000_000;
  const tcp = new Bench().established({ options: [mss(1460)] });
  const syn = tcpSegment.encode(
    { sourcePort: 1, destinationPort: 7, syn: true, window: 1000 },
    { source: THERE, destination: HERE },
  );
  const template = datagram({ protocol: 6 }, syn);
  for (let count = 0; count < MOST; count += 1) {
    tcp.swallow(from(template, count));
    if (count % (MOST / 10) === 0) {
      tcp.send(`PSH,ACK ${1 + count / (MOST / 10)} ack 1`, { data: 'x' });
      tcp.pass(100);
    }
  }
  expect(tcp.tcp.connections).toBe(129);
  expect(tcp.tcp.waiting).toBeLessThanOrEqual(129);
  expect(tcp.read()).toBe('x'.repeat(10));
});

/** The same SYN with another port and number; as many as there are, until the ports are through. */
function from(template: Uint8Array, count: number): Uint8Array {
  const [PORT_AT, NUMBER_AT, CHECKSUM_AT] = [20, 24, 36];
  const octets = template.slice();
  const view = viewOf(octets);
  view.setUint16(PORT_AT, 1 + (count % 39_000));
  view.setUint32(NUMBER_AT, count);
  view.setUint16(CHECKSUM_AT, 0);
  const length = octets.length - PORT_AT;
  const pseudo = pseudoHeaderSum(view.getInt32(12), view.getInt32(16), 6, length);
  view.setUint16(CHECKSUM_AT, ~foldSum(internetSum(view, PORT_AT, octets.length, pseudo)));
  return octets;
}
