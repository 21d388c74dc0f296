/** Closed windows, keep-alives and urgent data, as users and peers see them (RFC 9293 sections 3.8.4 to 3.8.6). */
import { describe, expect, test } from 'vitest';
import { setKeepAlive } from '../../../../src/reference/tcp/calls.ts';
import { Bench, mss } from './bench.ts';

const HOURS = 3_600_000;
const open = (window = 2000) => new Bench().established({ options: [mss(1000)], window });

describe('a closed window', () => {
  test('its probes are no losses: their answers bring no segment', () => {
    const tcp = open();
    tcp.write('x'.repeat(5000));
    tcp.send('ACK 1 ack 2001', { window: 0 });
    for (const wait of [1000, 2000, 4000, 8000, 16_000]) {
      expect(tcp.pass(wait)).toEqual([`+${wait} ACK 2001:2002 ack 1`]);
      expect(tcp.send('ACK 1 ack 2001', { window: 0 })).toEqual([]);
    }
  });

  test('acknowledgements are sent from the number before the probe', () => {
    const tcp = open();
    tcp.write('x'.repeat(5000));
    tcp.send('ACK 1 ack 2001', { window: 0 });
    tcp.pass(1000);
    tcp.send('PSH,ACK 1 ack 2001', { window: 0, data: 'abc' });
    expect(tcp.pass(200)).toEqual(['+200 ACK 2001 ack 4']);
  });

  test('that was taken back is no reason to give up a peer that answers', () => {
    const tcp = open();
    tcp.write('x'.repeat(2000));
    tcp.send('ACK 1 ack 1', { window: 0 });
    for (let minutes = 0; minutes < 10; minutes += 1) {
      tcp.pass(60_000);
      tcp.send('ACK 1 ack 1', { window: 0 });
    }
    expect(tcp.state).toBe('ESTABLISHED');
    tcp.pass(300_000);
    expect(tcp.told.at(-1)).toBe('ended timed out');
  });

  test('a user may give up sooner', () => {
    const tcp = open();
    tcp.connection.userTimeout = 10_000_000;
    tcp.write('x'.repeat(2000));
    tcp.send('ACK 1 ack 1', { window: 0 });
    tcp.pass(5000);
    tcp.send('ACK 1 ack 1', { window: 0 });
    tcp.pass(10_000);
    expect(tcp.told.at(-1)).toBe('ended timed out');
  });
});

describe('keep-alives', () => {
  test('none unless asked for', () => {
    expect(open().pass(24 * HOURS)).toEqual([]);
  });

  test('two hours after the last that was heard, and nine of them', () => {
    const tcp = open();
    tcp.user(() => setKeepAlive(tcp.tcp, tcp.connection, true));
    tcp.pass(HOURS);
    tcp.send('ACK 1 ack 1');
    expect(tcp.pass(2 * HOURS)).toEqual([`+${2 * HOURS} ACK 0 ack 1`]);
    tcp.send('ACK 1 ack 1');
    expect(tcp.pass(3 * HOURS)).toHaveLength(10);
    expect(tcp.told.at(-1)).toBe('ended timed out');
  });
});

describe('urgent mode', () => {
  test('lasts until what is urgent is read, though it is not there yet', () => {
    const tcp = open();
    tcp.send('URG,ACK 1 ack 1', { data: 'ab', urgentPointer: 5 });
    expect(tcp.told).toContain('urgent');
    expect(tcp.read()).toBe('ab');
    expect(tcp.connection.rcv.up).toBeDefined();
    tcp.send('ACK 3 ack 1', { data: 'cde' });
    expect(tcp.read()).toBe('cde');
    expect(tcp.connection.rcv.up).toBeUndefined();
  });
});
