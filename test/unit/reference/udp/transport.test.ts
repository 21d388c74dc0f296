import { describe, expect, test } from 'vitest';
import { toHex } from '../../../../src/contract/hex.ts';
import { type Ipv4Header, ipv4Header } from '../../../../src/generated/ipv4/header.ts';
import { type UdpDatagram, udpDatagram } from '../../../../src/generated/udp/datagram.ts';
import { type Host, host } from '../../../../src/reference/ipv4/index.ts';
import { ECHO_PORT, echo, udp } from '../../../../src/reference/udp/index.ts';
import { at, cut, datagram, HOST, icmp, type Sent, step, TESTER } from '../ipv4/bench.ts';

const open = (): Host =>
  host(
    {
      seed: 1,
      role: 'host',
      interfaces: [
        { address: at(HOST), prefix: 24, mtu: 1500 },
        { address: at('10.1.0.1'), prefix: 24, mtu: 1500 },
      ],
      routes: [],
    },
    [udp(new Map([[ECHO_PORT, echo]]))],
  );

function request(fields: Partial<UdpDatagram> = {}, header: Partial<Ipv4Header> = {}): Uint8Array {
  const { source = TESTER, destination = HOST } = header;
  const value = { sourcePort: 50000, destinationPort: ECHO_PORT, data: '6162', ...fields };
  return datagram(header, udpDatagram.encode(value, { source: at(source), destination: at(destination) }));
}

/** By a decoder that refuses every fault, a wrong checksum among them. */
function read({ header, data }: Sent): UdpDatagram {
  const decoded = udpDatagram.decode(data, { source: at(header.source), destination: at(header.destination) });
  if (!decoded.ok) throw new Error(`the host sent a bad datagram: ${decoded.fault.field} ${decoded.fault.actual}`);
  return decoded.value;
}

/** Headers of the datagrams as they go on the link, fragments not put together. */
function pieces(one: Host, now: number, ...datagrams: Uint8Array[]): Ipv4Header[] {
  const inputs = datagrams.map((each) => ({ datagram: each, interface: 0 }));
  return one.step(now, inputs).outputs.map((output) => ipv4Header.observe(output.datagram).value as Ipv4Header);
}

describe('the echo service', () => {
  test('sends the data back to the port that asked', () => {
    const [answer] = step(open(), 0, request());
    expect(answer!.header).toMatchObject({ source: HOST, destination: TESTER, protocol: 17, dontFragment: true });
    expect(read(answer!)).toMatchObject({ sourcePort: 7, destinationPort: 50000, length: 10, data: '6162' });
  });

  test.each([
    ['no data', { data: '' }],
    ['an odd number of octets', { data: '616263' }],
    ['no checksum', { data: '6162', checksum: 0 }],
  ])('answers a request with %s, with a checksum', (_, fields) => {
    const [answer] = step(open(), 0, request(fields));
    expect(read(answer!)).toMatchObject({ data: fields.data });
    expect(read(answer!).checksum).not.toBe(0);
  });

  test.each([
    ['a checksum off by one', { checksum: 1 }],
    ['a length below 8', { length: 7, checksum: 0 }],
    ['a length beyond its end', { length: 11, checksum: 0 }],
    ['no port for an answer', { sourcePort: 0 }],
  ])('says nothing to a request with %s', (_, fields) => {
    expect(step(open(), 0, request(fields))).toEqual([]);
  });

  test('says nothing to what was led astray', () => {
    const astray = udpDatagram.encode(
      { sourcePort: 50000, destinationPort: ECHO_PORT, data: '' },
      { source: at(TESTER), destination: at('10.0.0.2') },
    );
    expect(step(open(), 0, datagram({}, astray))).toEqual([]);
  });

  test('does not take what stands behind its end', () => {
    expect(read(step(open(), 0, request({ length: 9, checksum: 0 }))[0]!).data).toBe('61');
  });

  test.each([['255.255.255.255'], ['10.0.0.255']])('answers what is for all at %s from its own address', (all) => {
    expect(step(open(), 0, request({}, { destination: all }))[0]!.header.source).toBe(HOST);
  });

  test('answers with the most that a datagram holds, in fragments', () => {
    const data = toHex(new Uint8Array(65507).fill(7));
    const answers = pieces(open(), 0, ...cut(request({ data }), 1480));
    expect(answers.length).toBe(45);
    expect(answers.reduce((sum, { totalLength }) => sum + totalLength - 20, 0)).toBe(65515);
    expect(answers.every(({ dontFragment }) => !dontFragment)).toBe(true);
  });
});

test('a port that nobody listens to is reported, but not to all', () => {
  const [report] = step(open(), 0, request({ destinationPort: 9 }));
  expect(report!.icmp).toMatchObject({ type: 3, code: 3 });
  expect(step(open(), 0, request({ destinationPort: 9 }, { destination: '10.0.0.255' }))).toEqual([]);
});

describe('a path that carries less', () => {
  const large = request({ data: toHex(new Uint8Array(1400)) });
  const tooBig = (quoted: Uint8Array, nextHopMtu: number): Uint8Array =>
    icmp({ type: 3, code: 4, nextHopMtu, data: toHex(quoted.subarray(0, 28)) });
  const answerOf = (one: Host): Uint8Array => one.step(0, [{ datagram: large, interface: 0 }]).outputs[0]!.datagram;

  test('is learnt from a router, and forgotten after ten minutes', () => {
    const one = open();
    step(one, 0, tooBig(answerOf(one), 1006));
    expect(pieces(one, 1, large).map(({ totalLength }) => totalLength)).toEqual([1004, 444]);
    expect(step(one, 600_000_001, large).map(({ header }) => header.dontFragment)).toEqual([true]);
  });

  test('is guessed when the router does not say', () => {
    const one = open();
    step(one, 0, tooBig(answerOf(one), 0));
    expect(pieces(one, 1, large).every(({ totalLength }) => totalLength <= 1006)).toBe(true);
  });

  test('is believed of nobody else', () => {
    const one = open();
    const quoted = answerOf(one).slice();
    quoted[15] = 200;
    step(one, 0, tooBig(quoted, 1006));
    expect(step(one, 1, large).map(({ header }) => header.dontFragment)).toEqual([true]);
  });
});
