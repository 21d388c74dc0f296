/** Marks of congestion (RFC 3168), and segments by source routes (RFC 9293 section 3.9.2.1). */
import { describe, expect, test } from 'vitest';
import { tcpSegment } from '../../../../src/generated/tcp/segment.ts';
import { datagram, HOST, TESTER } from '../ipv4/bench.ts';
import { Bench, HERE, mss, THERE } from './bench.ts';

const ISS = 0xfffffff0;
const options = [mss(1000)];

function marked(fields: object, header: object = {}): Uint8Array {
  const value = { sourcePort: 40_000, destinationPort: 7, window: 65_535, ...fields };
  const segment = tcpSegment.encode(value, { source: THERE, destination: HERE });
  return datagram({ protocol: 6, source: TESTER, destination: HOST, ...header }, segment);
}

function asked(): Bench {
  const tcp = new Bench().listen(true);
  tcp.arrive(marked({ syn: true, ece: true, cwr: true, sequenceNumber: ISS, options }));
  return tcp;
}

function open(): Bench {
  const tcp = asked();
  tcp.send('ACK 1 ack 1');
  return tcp;
}

const flagsOf = (tcp: Bench) => tcp.last.map(({ ece, cwr }) => ({ ece, cwr }));

describe('congestion notification', () => {
  test('is agreed to by ECE alone', () => {
    expect(flagsOf(asked())).toEqual([{ ece: true, cwr: false }]);
  });

  test('is not offered to who does not ask', () => {
    const tcp = new Bench().listen();
    tcp.send('SYN 0', { options });
    expect(flagsOf(tcp)).toEqual([{ ece: false, cwr: false }]);
    tcp.send('ACK 1 ack 1');
    expect(tcp.connection.ecn).toBeUndefined();
  });

  test('a mark is told of until the sender says that it has slowed down', () => {
    const tcp = open();
    const numbers = { ack: true, acknowledgmentNumber: (tcp.connection.iss + 1) >>> 0, data: '61' };
    tcp.arrive(marked({ ...numbers, sequenceNumber: (ISS + 1) >>> 0 }, { ecn: 3 }));
    tcp.pass(200);
    expect(flagsOf(tcp)).toEqual([{ ece: true, cwr: false }]);
    tcp.arrive(marked({ ...numbers, cwr: true, sequenceNumber: (ISS + 2) >>> 0 }));
    tcp.pass(200);
    expect(flagsOf(tcp)).toEqual([{ ece: false, cwr: false }]);
  });

  test('who is told of one halves its window, once for all that was on its way, and says so', () => {
    const tcp = open();
    const { congestion } = tcp.connection;
    tcp.write('x'.repeat(20_000));
    const before = tcp.last.length;
    tcp.send('ACK 1 ack 1001', { ece: true });
    expect(congestion.window).toBeLessThan(before * 1000);
    const { window } = congestion;
    tcp.send('ACK 1 ack 2001', { ece: true });
    expect(congestion.window).toBeGreaterThanOrEqual(window);
    tcp.send(`ACK 1 ack ${before * 1000 + 1}`);
    expect(flagsOf(tcp)[0]).toEqual({ ece: false, cwr: true });
    expect(
      flagsOf(tcp)
        .slice(1)
        .some(({ cwr }) => cwr),
    ).toBe(false);
  });
});
