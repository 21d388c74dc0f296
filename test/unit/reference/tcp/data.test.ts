/** Data both ways: order, duplicates, windows, Nagle, delayed acknowledgements, urgent data (RFC 9293 sections 3.7, 3.8). */
import { describe, expect, test } from 'vitest';
import { setKeepAlive } from '../../../../src/reference/tcp/index.ts';
import { Bench, mss, sackPermitted, timestamps, windowScale } from './bench.ts';

const nop = { kind: 1 as const };

describe('what arrives', () => {
  test('is acknowledged within half a second, or with every second segment', () => {
    const tcp = new Bench().established();
    expect(tcp.send('ACK 1 ack 1', { data: 'abc' })).toEqual([]);
    expect(tcp.pass(500)).toEqual(['+200 ACK 1 ack 4']);
    const large = 'x'.repeat(1460);
    expect(tcp.send('ACK 4 ack 1', { data: large })).toEqual([]);
    expect(tcp.send('ACK 1464 ack 1', { data: large })).toEqual(['ACK 1 ack 2924']);
  });

  test('is acknowledged with every second segment, if the path carries no larger ones', () => {
    const tcp = new Bench().established();
    const large = 'x'.repeat(536);
    expect(tcp.send('ACK 1 ack 1', { data: large })).toEqual([]);
    expect(tcp.send('ACK 537 ack 1', { data: large })).toEqual(['ACK 1 ack 1073']);
  });

  test('out of order is kept, and its place in the window is named', () => {
    const tcp = new Bench().established({ options: [sackPermitted] });
    expect(tcp.send('ACK 4 ack 1', { data: 'def' })).toEqual(['ACK 1 ack 1']);
    expect(tcp.last[0]?.options).toMatchObject([nop, nop, { kind: 5, length: 10 }]);
    expect(tcp.send('ACK 10 ack 1', { data: 'jkl' })).toEqual(['ACK 1 ack 1']);
    expect(tcp.last[0]?.options[2]).toMatchObject({ kind: 5, length: 18 });
    expect(tcp.send('ACK 1 ack 1', { data: 'abc' })).toEqual(['ACK 1 ack 7']);
    expect(tcp.send('ACK 7 ack 1', { data: 'ghi' })).toEqual(['ACK 1 ack 13']);
    expect(tcp.read()).toBe('abcdefghijkl');
    tcp.send('ACK 13 ack 1', { data: 'm' });
    tcp.pass(300);
    expect(tcp.read()).toBe('m');
  });

  test('twice is taken once, and answered at once', () => {
    const tcp = new Bench().established();
    tcp.send('ACK 1 ack 1', { data: 'abc' });
    expect(tcp.send('ACK 1 ack 1', { data: 'abc' })).toEqual(['ACK 1 ack 4']);
    expect(tcp.send('ACK 2 ack 1', { data: 'bcde' })).toEqual([]);
    expect(tcp.read()).toBe('abcde');
  });

  test('overlapping in any way is one stream', () => {
    const tcp = new Bench().established();
    tcp.send('ACK 5 ack 1', { data: 'efg' });
    tcp.send('ACK 3 ack 1', { data: 'cdefghi' });
    tcp.send('ACK 12 ack 1', { data: 'l' });
    tcp.send('ACK 0 ack 1', { data: '?abcdefghijkl' });
    expect(tcp.read()).toBe('abcdefghijkl');
  });

  test('beyond the window is cut off', () => {
    const tcp = new Bench({ receiveBuffer: 2048 }).established();
    tcp.send('ACK 1 ack 1', { data: 'x'.repeat(2000) });
    expect(tcp.send('ACK 2001 ack 1', { data: 'y'.repeat(100) })).toEqual(['ACK 1 ack 2049']);
    expect(tcp.last[0]?.window).toBe(0);
    expect(tcp.send('ACK 2049 ack 1', { data: 'z' })).toEqual(['ACK 1 ack 2049']);
    expect(tcp.read()).toHaveLength(2048);
  });

  test('from the very edge of the window acknowledges all the same, or two ends would answer each other for ever', () => {
    const tcp = new Bench({ receiveBuffer: 2048 }).established();
    tcp.write('abc');
    expect(tcp.send('ACK 2050 ack 4')).toEqual(['ACK 4 ack 1']);
    expect(tcp.connection.sent.length).toBe(3);
    expect(tcp.send('ACK 2049 ack 4')).toEqual([]);
    expect(tcp.connection.sent.length).toBe(0);
  });

  test('for a closed window is not taken, but what it acknowledges is', () => {
    const tcp = new Bench({ receiveBuffer: 2048 }).established();
    tcp.send('ACK 1 ack 1', { data: 'x'.repeat(2048) });
    tcp.write('abc');
    expect(tcp.send('ACK 2049 ack 4', { data: 'z' })).toEqual(['ACK 4 ack 2049']);
    expect(tcp.connection.snd.una).toBe(tcp.connection.snd.nxt);
    expect(tcp.send('RST 2049')).toEqual([]);
    expect(tcp.state).toBe('CLOSED');
  });

  test('the window opens when half of the buffer or two segments are free, not by crumbs', () => {
    const tcp = new Bench({ receiveBuffer: 8192 }).established();
    tcp.send('ACK 1 ack 1', { data: 'x'.repeat(8192) });
    const windows: number[] = [];
    for (let reads = 0; reads < 8; reads += 1) {
      tcp.user(() => undefined);
      tcp.read(1024);
      windows.push(...tcp.last.map(({ window }) => window));
    }
    expect(windows).toEqual([3072, 6144]);
  });

  test('a window never takes back what it offered', () => {
    const tcp = new Bench().established();
    let edge = 0;
    for (let at = 1; at < 60_000; at += 1000) {
      tcp.send(`ACK ${at} ack 1`, { data: 'x'.repeat(1000) });
      for (const { acknowledgmentNumber, window } of tcp.last) {
        const here = ((acknowledgmentNumber - 0xfffffff0) | 0) + window;
        expect(here).toBeGreaterThanOrEqual(edge);
        edge = here;
      }
    }
    expect(edge).toBe(65_536);
  });

  test('urgent data is told of once for each advance', () => {
    const tcp = new Bench().established();
    tcp.send('URG,ACK 1 ack 1', { data: 'abc', urgentPointer: 3 });
    tcp.send('URG,ACK 1 ack 1', { data: 'abc', urgentPointer: 3 });
    expect(tcp.told.filter((each) => each === 'urgent')).toHaveLength(1);
    tcp.send('URG,ACK 2 ack 1', { data: 'bcd', urgentPointer: 3 });
    expect(tcp.told.filter((each) => each === 'urgent')).toHaveLength(2);
    expect((tcp.connection.rcv.up! - tcp.connection.irs) | 0).toBe(5);
    tcp.send('URG,ACK 5 ack 1', { urgentPointer: 50_000 });
    expect(tcp.told.filter((each) => each === 'urgent')).toHaveLength(3);
  });
});

describe('what is sent', () => {
  test('goes out in segments that the peer takes', () => {
    const tcp = new Bench().established({ options: [mss(1000)] });
    expect(tcp.write('x'.repeat(2500))).toEqual(['ACK 1:1001 ack 1', 'ACK 1001:2001 ack 1']);
    expect(tcp.send('ACK 1 ack 2001')).toEqual(['PSH,ACK 2001:2501 ack 1']);
  });

  test('without a word of the peer in segments of 536, with timestamps 12 less', () => {
    expect(new Bench().established().write('x'.repeat(600))).toEqual(['ACK 1:537 ack 1']);
    const tcp = new Bench().established({ options: [mss(1460), timestamps(1)] });
    expect(tcp.write('x'.repeat(1460))).toEqual(['ACK 1:1449 ack 1']);
  });

  test('leaves room for what is told of data that came early', () => {
    const tcp = new Bench().established({ options: [mss(1460), sackPermitted] });
    tcp.send('ACK 5 ack 1', { data: 'e' });
    expect(tcp.write('x'.repeat(3000))).toEqual(['ACK 1:1449 ack 1', 'ACK 1449:2897 ack 1']);
    expect(tcp.last[0]?.options[2]).toMatchObject({ kind: 5 });
  });

  test.each([0, 1, 12, 13])('a largest segment of %i octets is borne', (octets) => {
    const tcp = new Bench().established({ options: [mss(octets), timestamps(1), sackPermitted] });
    tcp.write('abc');
    expect(tcp.last.map(({ data }) => data.length / 2)).toEqual([1, 1, 1]);
  });

  test('small pieces wait while something is on its way (Nagle), unless told not to', () => {
    const tcp = new Bench().established();
    expect(tcp.write('a')).toEqual(['PSH,ACK 1:2 ack 1']);
    expect([tcp.write('b'), tcp.write('c')]).toEqual([[], []]);
    expect(tcp.send('ACK 1 ack 2')).toEqual(['PSH,ACK 2:4 ack 1']);
    tcp.connection.noDelay = true;
    expect(tcp.write('d')).toEqual(['PSH,ACK 4:5 ack 1']);
  });

  test('goes no farther than the window', () => {
    const tcp = new Bench().established({ window: 1000 });
    expect(tcp.write('x'.repeat(3000))).toEqual(['ACK 1:537 ack 1']);
    expect(tcp.send('ACK 1 ack 537', { window: 1000 })).toEqual(['ACK 537:1073 ack 1']);
  });

  test('windows of the peer are scaled, but that of its SYN', () => {
    const tcp = new Bench().listen();
    tcp.send('SYN 0', { options: [windowScale(3), mss(1460)], window: 4000 });
    expect(tcp.connection?.snd.wnd).toBeUndefined();
    tcp.send('ACK 1 ack 1', { window: 1000 });
    expect(tcp.connection.snd.wnd).toBe(8000);
  });

  test('an old acknowledgement does not move the window', () => {
    const tcp = new Bench().established();
    tcp.write('abc');
    tcp.send('ACK 5 ack 4', { data: 'e', window: 5000 });
    tcp.send('ACK 1 ack 1', { window: 9000 });
    expect(tcp.connection.snd.wnd).toBe(5000);
  });

  test('urgent data is marked until it is acknowledged', () => {
    const tcp = new Bench().established();
    expect(tcp.write('abc', true)).toEqual(['URG,PSH,ACK 1:4 ack 1']);
    expect(tcp.last[0]?.urgentPointer).toBe(3);
    tcp.send('ACK 1 ack 4');
    expect(tcp.write('d')).toEqual(['PSH,ACK 4:5 ack 1']);
  });

  test('more than the buffer holds is not taken, and room is told of', () => {
    const tcp = new Bench({ sendBuffer: 1000 }).established({ options: [mss(1460)] });
    expect(tcp.write('x'.repeat(2000))).toEqual(['PSH,ACK 1:1001 ack 1']);
    expect(tcp.write('y')).toEqual([]);
    tcp.send('ACK 1 ack 1001');
    expect(tcp.told).toEqual(['writable']);
  });
});

describe('timestamps (RFC 7323)', () => {
  const stamped = (value: number) => ({ options: [timestamps(value, 0)] });
  const open = () => new Bench().established({ options: [timestamps(1000)] });
  const echo = (tcp: Bench) => tcp.last[0]?.options.flatMap((option) => ('echo' in option ? [option.echo] : []))[0];

  test('an older one is answered, and its data not taken', () => {
    const tcp = open();
    expect(tcp.send('ACK 1 ack 1', { ...stamped(999), data: 'old' })).toEqual(['ACK 1 ack 1']);
    expect(echo(tcp)).toBe(1000);
    tcp.send('ACK 1 ack 1', { ...stamped(1001), data: 'new' });
    expect(tcp.read()).toBe('new');
  });

  test('the one of the segment that an acknowledgement is for is echoed', () => {
    const tcp = open();
    tcp.send('ACK 4 ack 1', { ...stamped(1010), data: 'def' });
    expect(echo(tcp)).toBe(1000);
    tcp.send('ACK 1 ack 1', { ...stamped(1005), data: 'abc' });
    expect(echo(tcp)).toBe(1005);
  });

  test('one from outside the window is not remembered', () => {
    const tcp = open();
    expect(tcp.send('ACK -90000 ack 1', stamped(5000))).toEqual(['ACK 1 ack 1']);
    expect(echo(tcp)).toBe(1000);
  });

  test('without one a segment is passed over, but a reset', () => {
    const tcp = open();
    expect(tcp.send('ACK 1 ack 1', { data: 'x' })).toEqual([]);
    expect(tcp.pass(1000)).toEqual([]);
    tcp.send('RST 1');
    expect(tcp.state).toBe('CLOSED');
  });

  test('after 24 days of silence an older one counts again', () => {
    const tcp = open();
    tcp.pass(25 * 86_400_000);
    tcp.send('ACK 1 ack 1', { ...stamped(999), data: 'x' });
    expect(tcp.read()).toBe('x');
  });
});

describe('keep-alive', () => {
  test('is off until a user asks for it', () => {
    expect(new Bench().established().pass(86_400_000)).toEqual([]);
  });

  test('asks after two hours, and gives up after nine probes', () => {
    const tcp = new Bench().established();
    tcp.user(() => setKeepAlive(tcp.tcp, tcp.connection, true));
    const lines = tcp.pass(7_200_000 + 9 * 75_000);
    expect(lines.slice(0, 2)).toEqual(['+7200000 ACK 0 ack 1', '+7275000 ACK 0 ack 1']);
    expect(lines).toHaveLength(10);
    expect(tcp.told).toEqual(['ended timed out']);
  });

  test('an answer is life', () => {
    const tcp = new Bench().established();
    tcp.user(() => setKeepAlive(tcp.tcp, tcp.connection, true));
    tcp.pass(7_200_000);
    tcp.send('ACK 1 ack 1');
    expect(tcp.pass(7_199_999)).toEqual([]);
    expect(tcp.pass(1)).toEqual(['+1 ACK 0 ack 1']);
  });
});
