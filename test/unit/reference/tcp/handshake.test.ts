/** OPEN, and what arrives before a connection is established (RFC 9293 sections 3.5, 3.10.1, 3.10.7.1 to 3.10.7.3). */
import { describe, expect, test } from 'vitest';
import { Bench, mss, sackPermitted, timestamps, windowScale } from './bench.ts';

describe('no connection', () => {
  test.each([
    ['SYN 0', ['RST,ACK 0 ack 1']],
    ['FIN 5', ['RST,ACK 0 ack 6']],
    ['ACK 1 ack 77', ['RST 77']],
    ['SYN,ACK 1 ack 77', ['RST 77']],
    ['RST 1', []],
    ['RST,ACK 1 ack 77', []],
  ])('%s', (words, answer) => {
    expect(new Bench().send(words)).toEqual(answer);
  });

  test('data counts in what a reset acknowledges', () => {
    expect(new Bench().send('SYN,FIN 0', { data: 'abc' })).toEqual(['RST,ACK 0 ack 5']);
  });
});

describe('LISTEN', () => {
  test('three segments, and both are open', () => {
    const tcp = new Bench().listen();
    expect(tcp.send('SYN 0')).toEqual(['SYN,ACK 0 ack 1']);
    expect(tcp.told).toEqual([]);
    expect(tcp.send('ACK 1 ack 1')).toEqual([]);
    expect(tcp.told).toEqual(['opened']);
    expect(tcp.state).toBe('ESTABLISHED');
  });

  test.each([
    ['RST 0', []],
    ['ACK 1 ack 9', ['RST 9']],
    ['SYN,ACK 0 ack 9', ['RST 9']],
    ['RST,ACK 0 ack 9', []],
    ['FIN 0', []],
    ['URG 0', []],
  ])('%s', (words, answer) => {
    const tcp = new Bench().listen();
    expect(tcp.send(words)).toEqual(answer);
    expect(tcp.tcp.connections).toBe(0);
  });

  test('data of a SYN is not acknowledged, and comes again', () => {
    const tcp = new Bench().listen();
    expect(tcp.send('SYN 0', { data: 'abc' })).toEqual(['SYN,ACK 0 ack 1']);
    tcp.send('ACK 1 ack 1', { data: 'abc' });
    expect(tcp.read()).toBe('abc');
  });

  test('options are told only to who told them', () => {
    const tcp = new Bench().listen();
    tcp.send('SYN 0');
    expect(tcp.last[0]?.options).toEqual([mss(1460)]);
    const other = new Bench({ receiveBuffer: 1_000_000 }).listen();
    other.send('SYN 0', { options: [mss(1000), windowScale(3), sackPermitted, timestamps(5)] });
    const [answer] = other.last;
    expect(answer?.options).toMatchObject([
      mss(1460),
      sackPermitted,
      { kind: 8, echo: 5 },
      { kind: 1 },
      windowScale(4),
    ]);
    expect(answer?.window).toBe(65_535);
  });

  test('a half-open connection gives up after three minutes at the least', () => {
    const tcp = new Bench().listen();
    tcp.send('SYN 0');
    const lines = tcp.pass(400_000);
    expect(lines.slice(0, 4)).toEqual([
      '+1000 SYN,ACK 0 ack 1',
      '+3000 SYN,ACK 0 ack 1',
      '+7000 SYN,ACK 0 ack 1',
      '+15000 SYN,ACK 0 ack 1',
    ]);
    expect(tcp.told.at(-1)).toBe('ended timed out');
    expect(tcp.tcp.connections).toBe(0);
  });
});

describe('SYN-RECEIVED', () => {
  const halfOpen = () => {
    const tcp = new Bench().listen();
    tcp.send('SYN 0');
    return tcp;
  };

  test.each([
    ['an old segment', 'ACK 0 ack 1', ['ACK 1 ack 1'], 1],
    ['an acknowledgement of nothing', 'ACK 1 ack 0', ['RST 0'], 1],
    ['an acknowledgement of more', 'ACK 1 ack 2', ['RST 2'], 1],
    ['a segment without ACK', 'PSH 1', [], 1],
    ['the SYN again', 'SYN 0', ['ACK 1 ack 1'], 1],
    ['a SYN in the window', 'SYN 5', [], 0],
    ['a reset', 'RST 1', [], 0],
    ['a reset in the window', 'RST 2', ['ACK 1 ack 1'], 1],
    ['a reset outside', 'RST 0', [], 1],
  ])('%s', (_, words, answer, left) => {
    const tcp = halfOpen();
    expect(tcp.send(words)).toEqual(answer);
    expect(tcp.tcp.connections).toBe(left);
    expect(tcp.told).toEqual([]);
  });

  test('data that comes with the acknowledgement is taken', () => {
    const tcp = halfOpen();
    expect(tcp.send('PSH,ACK 1 ack 1', { data: 'hello' })).toEqual([]);
    expect(tcp.told).toEqual(['opened', 'readable']);
    expect(tcp.read()).toBe('hello');
  });

  test('a FIN that comes with it, too', () => {
    const tcp = halfOpen();
    expect(tcp.send('FIN,ACK 1 ack 1')).toEqual(['ACK 1 ack 2']);
    expect(tcp.state).toBe('CLOSE-WAIT');
  });
});

describe('SYN-SENT', () => {
  test('the answer is acknowledged, and both are open', () => {
    const tcp = new Bench();
    expect(tcp.open()).toEqual(['SYN 0']);
    expect(tcp.send('SYN,ACK 0 ack 1')).toEqual(['ACK 1 ack 1']);
    expect([tcp.state, ...tcp.told]).toEqual(['ESTABLISHED', 'opened']);
  });

  test.each([
    ['an answer to nothing', 'SYN,ACK 0 ack 0', ['RST 0'], 'SYN-SENT'],
    ['an answer to more', 'SYN,ACK 0 ack 2', ['RST 2'], 'SYN-SENT'],
    ['an acknowledgement without SYN', 'ACK 0 ack 1', [], 'SYN-SENT'],
    ['a blind reset', 'RST 0', [], 'SYN-SENT'],
    ['a reset for another SYN', 'RST,ACK 0 ack 9', [], 'SYN-SENT'],
    ['a refusal', 'RST,ACK 0 ack 1', [], 'CLOSED'],
    ['data alone', 'PSH 1', [], 'SYN-SENT'],
  ])('%s', (_, words, answer, state) => {
    const tcp = new Bench();
    tcp.open();
    expect(tcp.send(words)).toEqual(answer);
    expect(tcp.state).toBe(state);
    expect(tcp.told).toEqual(state === 'CLOSED' ? ['ended refused'] : []);
  });

  test('both open at once: two SYNs, one connection', () => {
    const tcp = new Bench();
    tcp.open();
    expect(tcp.send('SYN 0')).toEqual(['SYN,ACK 0 ack 1']);
    expect(tcp.state).toBe('SYN-RECEIVED');
    tcp.send('ACK 1 ack 1');
    expect(tcp.state).toBe('ESTABLISHED');
    expect(tcp.told).toEqual(['opened']);
  });

  test('refused while both open at once', () => {
    const tcp = new Bench();
    tcp.open();
    tcp.send('SYN 0');
    tcp.send('RST 1');
    expect(tcp.told).toEqual(['ended refused']);
  });

  test('what is sent before the answer goes out with it', () => {
    const tcp = new Bench();
    tcp.open();
    expect(tcp.write('early')).toEqual([]);
    expect(tcp.send('SYN,ACK 0 ack 1')).toEqual(['PSH,ACK 1:6 ack 1']);
  });

  test('an answer with data and FIN', () => {
    const tcp = new Bench();
    tcp.open();
    expect(tcp.send('SYN,FIN,ACK 0 ack 1', { data: 'abc' })).toEqual(['ACK 1 ack 5']);
    expect(tcp.state).toBe('CLOSE-WAIT');
    expect([tcp.read(), tcp.read()]).toEqual(['abc', undefined]);
  });

  test('gives up after three minutes, not before', () => {
    const tcp = new Bench();
    tcp.open();
    tcp.pass(180_000);
    expect(tcp.state).toBe('SYN-SENT');
    tcp.pass(64_000);
    expect(tcp.told).toEqual(['trouble not acknowledged', 'ended timed out']);
  });
});

describe('a backlog', () => {
  test('the oldest half-open connection makes room, and what is open stays', () => {
    const tcp = new Bench({ backlog: 2 }).established();
    for (const port of [1, 2, 3, 4]) tcp.send('SYN 0', { port });
    expect(tcp.tcp.connections).toBe(3);
    expect(tcp.state).toBe('ESTABLISHED');
    expect(tcp.send('ACK 1 ack 1', { data: 'x' })).toEqual([]);
  });

  test('no more connections than may be', () => {
    const tcp = new Bench({ mostConnections: 2 }).listen();
    for (const port of [1, 2, 3]) tcp.send('SYN 0', { port });
    expect(tcp.tcp.connections).toBe(2);
  });
});
