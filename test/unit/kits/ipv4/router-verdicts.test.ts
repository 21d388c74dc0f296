/** What the kit says of routers: every legal way of doing it passes, and what is none fails. */
import { describe, expect, test } from 'vitest';
import { ipv4Header } from '../../../../src/generated/ipv4/header.ts';
import { icmpMessage } from '../../../../src/generated/ipv4/icmp.ts';
import { judge, type Tampering, withOctets } from './judge.ts';

const HEX_OF = (octets: Uint8Array): string => Buffer.from(octets).toString('hex');

/** What becomes of a datagram with options on the far side. */
const withOptions = (edit: (octets: Uint8Array) => readonly (readonly [Uint8Array, number])[]): Tampering => ({
  output: (octets, port) => (port === 1 && octets[0]! > 0x45 ? edit(octets) : [[octets, port]]),
});
const dropped = withOptions(() => []);

/** An ICMP error about the datagram in its stead. */
const reported = (type: number, code: number): Tampering =>
  withOptions((octets) => {
    const { value } = ipv4Header.observe(octets);
    const message = icmpMessage.encode({ type, code, data: HEX_OF(octets) } as never);
    const header = { source: '198.18.0.1', destination: value.source!, protocol: 1, identification: 1 };
    return [[Uint8Array.of(...ipv4Header.encode(header, { payloadLength: message.length }), ...message), 0]];
  });

describe('an option that a router does not know', () => {
  test('may cost the datagram its way', async () => {
    expect(await judge('ipv4-transit-002/control', dropped)).toMatchObject({
      verdict: 'pass',
      branch: { outcome: 'dropped', clause: 'RFC 7126 section 4.23.4' },
    });
    expect(await judge('ipv4-transit-002/control', reported(3, 13))).toMatchObject({ verdict: 'pass' });
  });

  test('is no error', async () => {
    expect(await judge('ipv4-transit-002/control', reported(12, 0))).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'type', actual: '12' } },
    });
  });

  test('may be followed by other fillers, but not be changed itself', async () => {
    const filled = withOptions((octets) => [[withOctets(octets, { 23: 1 }), 1]]);
    const changed = withOptions((octets) => [[withOctets(octets, { 22: 0 }), 1]]);
    expect(await judge('ipv4-transit-002/debugging-copied', filled)).toMatchObject({ verdict: 'pass' });
    expect(await judge('ipv4-transit-002/control', changed)).toMatchObject({ verdict: 'fail' });
  });
});

describe('a record of the route', () => {
  const octetsOfSlot = { 23: 0, 24: 0, 25: 0, 26: 0 };

  test('may be ignored, or cost the datagram its way', async () => {
    const ignored = withOptions((octets) => [[withOctets(octets, { 22: 4, ...octetsOfSlot }), 1]]);
    expect(await judge('ipv4-transit-004/one', ignored)).toMatchObject({
      verdict: 'pass',
      branch: { outcome: 'ignored', level: 'MAY' },
    });
    expect(await judge('ipv4-transit-004/one', dropped)).toMatchObject({
      verdict: 'pass',
      branch: { outcome: 'dropped' },
    });
    expect(await judge('ipv4-transit-004/one')).toMatchObject({ verdict: 'pass', branch: { outcome: 'recorded' } });
  });

  test('that is ignored or dropped tells nothing of errors in it', async () => {
    expect(await judge('ipv4-router-icmp-004/half-a-slot', dropped)).toMatchObject({ verdict: 'inconclusive' });
  });

  test('has the pointer moved and an address in the slot, not one of both', async () => {
    const half = withOptions((octets) => [[withOctets(octets, octetsOfSlot), 1]]);
    expect(await judge('ipv4-transit-004/one', half)).toMatchObject({ verdict: 'fail' });
  });
});

describe('a time to live', () => {
  /** Two at each router; what has no more than that goes no further. */
  const two: Tampering = {
    output: (octets, port) => {
      if (port !== 1) return [[octets, port]];
      return octets[8] === 1 ? [] : [[withOctets(octets, { 8: octets[8]! - 1 }), port]];
    },
  };

  test('may be lowered by two everywhere', async () => {
    expect(await judge('ipv4-forward-006', two)).toMatchObject({ verdict: 'pass' });
    expect(await judge('ipv4-forward-009/one', two)).toMatchObject({ verdict: 'pass' });
  });
});

describe('the report that fragmentation is needed', () => {
  /** With the length of the quote in words where RFC 4884 puts it, and so many octets behind 128 of the quote. */
  const extended = (words: number, behind: number): Tampering => ({
    output: (octets, port) => {
      if (octets[9] !== 1 || octets[20] !== 3) return [[octets, port]];
      const quote = new Uint8Array(128 + behind);
      quote.set(octets.subarray(28, 28 + 124));
      const whole = Uint8Array.of(
        ...withOctets(octets.subarray(0, 28), { 2: 0, 3: 28 + quote.length, 25: words }),
        ...quote,
      );
      return [[whole, port]];
    },
  });

  test('may have an extension behind the quote, and tell where it begins', async () => {
    expect(await judge('ipv4-router-icmp-003', extended(32, 4))).toMatchObject({
      verdict: 'pass',
      branch: { outcome: 'with an extension' },
    });
  });

  test('holds zeros there otherwise', async () => {
    expect(await judge('ipv4-router-icmp-003', extended(32, 0))).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'unusedBeforeMtu', expected: '0', actual: '32' } },
    });
  });
});

describe('fragments', () => {
  const onNarrow = (edit: (octets: Uint8Array) => Uint8Array): Tampering => ({
    output: (octets, port) => [[port === 2 && (octets[6]! & 0x20) !== 0 ? edit(octets) : octets, port]],
  });

  test('with a wrong checksum are still fragments', async () => {
    const wrong = onNarrow((octets) => withOctets(octets, { 10: 1, 11: 2 }));
    expect(await judge('ipv4-fragmentation-007/without-options', wrong)).toMatchObject({ verdict: 'fail' });
    expect(await judge('ipv4-fragmentation-001/room-for-48', wrong)).toMatchObject({ verdict: 'pass' });
  });

  test('that hold other data are pointed at by the octet', async () => {
    const other = onNarrow((octets) => withOctets(octets, { 40: octets[40]! ^ 1 }));
    expect(await judge('ipv4-fragmentation-004/whole', other)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'data', bit: 320 } },
    });
  });

  test('that never come prove nothing of how they are made', async () => {
    const lost: Tampering = { output: (octets, port) => (port === 2 && octets[6] !== 0 ? [] : [[octets, port]]) };
    expect(await judge('ipv4-fragmentation-001/room-for-48', lost)).toMatchObject({ verdict: 'inconclusive' });
    expect(await judge('ipv4-fragmentation-011/some', lost)).toMatchObject({ verdict: 'fail' });
  });

  test('come to nobody put together', async () => {
    expect(await judge('ipv4-fragmentation-014/first', { output: () => [] })).toMatchObject({
      verdict: 'inconclusive',
    });
  });
});
