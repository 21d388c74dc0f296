/** What is lost: retransmission, backoff, closed windows, congestion (RFC 6298, 5681, 6582, 6675; RFC 9293 section 3.8). */
import { describe, expect, test } from 'vitest';
import { Bench, mss, sackPermitted } from './bench.ts';

const MSS = 1000;
const open = () => new Bench().established({ options: [mss(MSS)] });
/** What the peer says by SACK that it holds. */
const held = ({ connection: { iss } }: Bench, from: number, to: number) => {
  const octets = Buffer.alloc(8);
  octets.writeInt32BE((iss + from) | 0, 0);
  octets.writeInt32BE((iss + to) | 0, 4);
  return { kind: 5 as const, length: 10, blocks: octets.toString('hex') };
};
const segments = (tcp: Bench) => tcp.last.map(({ data }) => data.length / 2);

describe('the retransmission timer', () => {
  test('doubles at each timeout', () => {
    const tcp = open();
    tcp.write('abc');
    const again = 'PSH,ACK 1:4 ack 1';
    expect(tcp.pass(32_000)).toEqual([1, 3, 7, 15, 31].map((second) => `+${second * 1000} ${again}`));
  });

  test('tells of trouble at the third, and ends the connection after 100 seconds at the least', () => {
    const tcp = open();
    tcp.write('abc');
    tcp.pass(6999);
    expect(tcp.told).toEqual([]);
    tcp.pass(1);
    expect(tcp.told).toEqual(['trouble not acknowledged']);
    tcp.pass(93_000);
    expect(tcp.state).toBe('ESTABLISHED');
    expect(tcp.pass(60_000).at(-1)).toMatch(/RST,ACK 4 ack 1$/);
    expect(tcp.told.at(-1)).toBe('ended timed out');
  });

  test('a user may say how long', () => {
    const tcp = open();
    tcp.connection.userTimeout = 5_000_000;
    tcp.write('abc');
    tcp.pass(7000);
    expect(tcp.told.at(-1)).toBe('ended timed out');
  });

  test('starts anew with each acknowledgement of something new, and stops with the last', () => {
    const tcp = open();
    tcp.write('x'.repeat(2000));
    tcp.pass(900);
    tcp.send('ACK 1 ack 1001');
    expect(tcp.pass(3000).map((line) => line.split(' ')[0])).toEqual([expect.stringMatching(/^\+\d+/)]);
    tcp.send('ACK 1 ack 2001');
    expect(tcp.pass(100_000)).toEqual([]);
  });

  test('what was sent twice is not measured (Karn), and the backoff stays', () => {
    const tcp = open();
    tcp.write('a');
    tcp.pass(3500);
    tcp.send('ACK 1 ack 2');
    const backedOff = tcp.connection.rto.value;
    expect(backedOff).toBe(4_000_000);
    tcp.write('b');
    tcp.pass(100);
    tcp.send('ACK 1 ack 3');
    expect(tcp.connection.rto.value).toBe(1_000_000);
  });

  test('a segment that is sent again carries all that waits', () => {
    const tcp = open();
    tcp.write('a');
    tcp.write('b');
    expect(tcp.pass(1000)).toEqual(['+1000 PSH,ACK 1:3 ack 1']);
  });
});

describe('a closed window', () => {
  const closed = () => {
    const tcp = open();
    tcp.send('ACK 1 ack 1', { window: 0 });
    expect(tcp.write('abcdef')).toEqual([]);
    return tcp;
  };

  test('is probed with an octet, less and less often, without end', () => {
    const tcp = closed();
    const times: string[] = [];
    for (let minutes = 0; minutes < 60; minutes += 1) {
      const lines = tcp.pass(60_000);
      times.push(...lines.map((line) => line.replace(/^\+\d+ /, '')));
      if (lines.length > 0) expect(tcp.send('ACK 1 ack 1', { window: 0 })).toEqual([]);
    }
    expect(new Set(times)).toEqual(new Set(['ACK 1:2 ack 1']));
    expect(times.length).toBeGreaterThan(55);
    expect(tcp.state).toBe('ESTABLISHED');
    expect(tcp.send('ACK 1 ack 1')).toEqual(['PSH,ACK 1:7 ack 1']);
  });

  test('the first probes come at 1, 3, 7 and 15 seconds', () => {
    expect(
      closed()
        .pass(16_000)
        .map((line) => line.split(' ')[0]),
    ).toEqual(['+1000', '+3000', '+7000', '+15000']);
  });

  test('a probe may be taken', () => {
    const tcp = closed();
    tcp.pass(1000);
    expect(tcp.send('ACK 1 ack 2')).toEqual(['PSH,ACK 2:7 ack 1']);
  });

  test('a FIN waits for it, too, and probes it', () => {
    const tcp = open();
    tcp.send('ACK 1 ack 1', { window: 0 });
    expect(tcp.shutdown()).toEqual([]);
    expect(tcp.pass(1000)).toEqual(['+1000 FIN,ACK 1 ack 1']);
    tcp.send('ACK 1 ack 2', { window: 0 });
    expect(tcp.state).toBe('FIN-WAIT-2');
  });

  test('that was taken back while something was on its way does not end the connection', () => {
    const tcp = open();
    tcp.write('x'.repeat(1000));
    for (let seconds = 0; seconds < 600; seconds += 10) {
      tcp.send('ACK 1 ack 1', { window: 0 });
      tcp.pass(10_000);
    }
    expect(tcp.state).toBe('ESTABLISHED');
  });

  test('too small for a segment it is used in the end', () => {
    const tcp = open();
    tcp.send('ACK 1 ack 1', { window: 100 });
    expect(tcp.write('x'.repeat(500))).toEqual([]);
    expect(tcp.pass(2000)).toEqual(['+1000 ACK 1:101 ack 1', '+2000 ACK 1:101 ack 1']);
  });
});

describe('congestion', () => {
  test('begins with four segments of 1000, and grows by one for each that is acknowledged', () => {
    const tcp = open();
    tcp.write('x'.repeat(60_000));
    expect(segments(tcp)).toEqual(Array(4).fill(1000));
    tcp.send('ACK 1 ack 1001');
    expect(segments(tcp)).toEqual([1000, 1000]);
    tcp.send('ACK 1 ack 3001');
    expect(segments(tcp)).toEqual([1000, 1000, 1000]);
  });

  test('a timeout leaves one segment', () => {
    const tcp = open();
    tcp.write('x'.repeat(60_000));
    expect(tcp.pass(1000)).toEqual(['+1000 ACK 1:1001 ack 1']);
    tcp.send('ACK 1 ack 1001');
    expect(segments(tcp)).toEqual([1000, 1000]);
    expect(tcp.connection.congestion.threshold).toBe(2000);
    for (const ack of [3001, 4001]) tcp.send(`ACK 1 ack ${ack}`);
    expect(tcp.connection.congestion.window).toBeLessThan(4000);
  });

  test('two duplicates let a new segment out each, the third sends the missing one again', () => {
    const tcp = open();
    tcp.write('x'.repeat(60_000));
    expect(tcp.send('ACK 1 ack 1')).toEqual(['ACK 4001:5001 ack 1']);
    expect(tcp.send('ACK 1 ack 1')).toEqual(['ACK 5001:6001 ack 1']);
    expect(tcp.send('ACK 1 ack 1')[0]).toBe('ACK 1:1001 ack 1');
    expect(tcp.connection.congestion.isRecovering).toBe(true);
  });

  test('a partial acknowledgement sends the next missing one (NewReno)', () => {
    const tcp = open();
    tcp.write('x'.repeat(60_000));
    for (let count = 0; count < 3; count += 1) tcp.send('ACK 1 ack 1');
    expect(tcp.send('ACK 1 ack 2001')[0]).toBe('ACK 2001:3001 ack 1');
    expect(tcp.connection.congestion.isRecovering).toBe(true);
    tcp.send('ACK 1 ack 6001');
    expect(tcp.connection.congestion.isRecovering).toBe(false);
    expect(tcp.connection.congestion.window).toBeLessThanOrEqual(3000);
  });

  test('duplicates after a timeout mean nothing new', () => {
    const tcp = open();
    tcp.write('x'.repeat(60_000));
    tcp.pass(1000);
    for (let count = 0; count < 5; count += 1) expect(tcp.send('ACK 1 ack 1').join()).not.toContain('1:1001');
    expect(tcp.connection.congestion.isRecovering).toBe(false);
  });

  test('holes that SACK shows are filled, and nothing else is sent again', () => {
    const tcp = new Bench().established({ options: [mss(MSS), sackPermitted] });
    tcp.write('x'.repeat(60_000));
    tcp.send('ACK 1 ack 1', { options: [held(tcp, 2001, 3001)] });
    tcp.send('ACK 1 ack 1', { options: [held(tcp, 2001, 4001)] });
    const lines = tcp.send('ACK 1 ack 1', { options: [held(tcp, 2001, 5001)] });
    expect(lines[0]).toBe('ACK 1:1001 ack 1');
    const more = [...lines, ...tcp.send('ACK 1 ack 1', { options: [held(tcp, 2001, 6001)] })];
    expect(more.filter((line) => line.startsWith('ACK 1:') || line.startsWith('ACK 1001:'))).toHaveLength(2);
    expect(more.join()).not.toContain('ACK 2001:');
  });

  test('where nothing new waits, a hole that may only be late is filled, and once the very end is sent again', () => {
    const tcp = new Bench().established({ options: [mss(MSS), sackPermitted] });
    tcp.write('x'.repeat(4000));
    for (let ack = 1001; ack <= 4001; ack += 1000) tcp.send(`ACK 1 ack ${ack}`);
    expect(tcp.write('x'.repeat(8000))).toHaveLength(8);
    for (const end of [6001, 7001]) tcp.send('ACK 1 ack 4001', { options: [held(tcp, 5001, end)] });
    expect(tcp.send('ACK 1 ack 4001', { options: [held(tcp, 5001, 8001)] })).toEqual(['ACK 4001:5001 ack 1']);
    expect(tcp.send('ACK 1 ack 4001', { options: [held(tcp, 9001, 10_001)] })).toEqual([]);
    expect(tcp.send('ACK 1 ack 4001', { options: [held(tcp, 9001, 11_001)] })).toEqual(['ACK 8001:9001 ack 1']);
    expect(tcp.send('ACK 1 ack 8001', { options: [held(tcp, 9001, 11_001)] })).toEqual(['PSH,ACK 11001:12001 ack 1']);
    expect(tcp.send('ACK 1 ack 9001', { options: [held(tcp, 9001, 11_001)] })).toEqual([]);
  });

  test('after a rest it starts anew', () => {
    const tcp = open();
    tcp.write('x'.repeat(30_000));
    for (let ack = 1001; ack <= 30_001; ack += 1000) tcp.send(`ACK 1 ack ${ack}`);
    tcp.pass(10_000);
    tcp.write('x'.repeat(30_000));
    expect(segments(tcp)).toHaveLength(4);
  });
});
