import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../../src/contract/hex.ts';
import type { Impairment } from '../../../src/net/impairment.ts';
import {
  bandwidth,
  captured,
  corruption,
  delay,
  duplication,
  jitter,
  loss,
  mtu,
  partition,
  reordering,
} from '../../../src/net/index.ts';
import { writePcap } from '../../../src/net/pcap.ts';
import { line, PATH, sendMany } from './bench.ts';

/** Every impairment there is, each at work on some of the packets. */
const ALL: readonly Impairment[] = [
  mtu(40),
  loss(0.1),
  duplication(0.1),
  corruption(0.2),
  bandwidth(20_000_000, 3),
  reordering(0.1, 60),
  jitter(30),
  delay(500),
  partition({ from: 2000, until: 2500 }),
];

function everything(seed: number) {
  const one = line(ALL, seed);
  sendMany(one, 500, 8, 20);
  for (let at = 0; at < 3; at += 1) one.send(new Array<number>(41).fill(0), 4100 + at);
  one.network.run();
  return one.network.trace;
}

const digestOf = (octets: string | Uint8Array): string => createHash('sha256').update(octets).digest('hex');

describe('a trace', () => {
  test('of one seed is the same on every machine, octet for octet', () => {
    const trace = everything(791);
    const kinds = new Set(trace.map((event) => event.what + ('by' in event ? ` ${event.by}` : '')));
    // The digests below stand for every kind of event but a report.
    expect([...kinds].sort()).toEqual([
      'corrupted',
      'delayed bandwidth',
      'delayed delay',
      'delayed jitter',
      'delayed reordering',
      'delivered',
      'duplicated',
      'lost bandwidth',
      'lost loss',
      'lost mtu',
      'lost partition',
      'sent',
    ]);
    const text = JSON.stringify(trace, (_, value) => (value instanceof Uint8Array ? toHex(value) : value));
    expect(digestOf(text)).toBe('520e16636b558685e10ce296cf07a6233d369222befe10a1d5eb9faf1e198b2f');
    expect(digestOf(writePcap(captured(trace, 'delivered')))).toBe(
      'd22d22411beaef6e504e67216bea5a79fdc2b32a59b2665255ab196ff068b7bb',
    );
  });

  test('of another seed is another', () => {
    expect(everything(1)).not.toEqual(everything(2));
  });

  test('gives the packets that were sent or delivered, of one path or of all', () => {
    const one = line([delay(10)]);
    one.send([7], 2);
    one.network.run();
    one.network.send('b', { datagram: Uint8Array.of(8), interface: 0 });
    one.network.run();
    const { trace } = one.network;
    expect(captured(trace, 'sent', PATH)).toEqual([{ at: 2, octets: Uint8Array.of(7) }]);
    expect(captured(trace, 'delivered').map(({ at }) => at)).toEqual([12, 22]);
  });
});
