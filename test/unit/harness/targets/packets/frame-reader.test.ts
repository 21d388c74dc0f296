import { expect, test } from 'vitest';
import { FrameReader } from '../../../../../src/harness/targets/packets/frame-reader.ts';
import { echoRequest } from '../kernel/datagrams.ts';

const FIRST = echoRequest('198.18.0.1', '198.18.2.3', 1);
const SECOND = Uint8Array.from([...echoRequest('198.18.0.1', '198.18.2.4', 2), ...new Uint8Array(300)]);
const IPV6 = new Uint8Array(40).fill(0x60, 0, 1);

function framed(...datagrams: Uint8Array[]): Buffer {
  return Buffer.concat(datagrams.flatMap((each) => [Buffer.of(each.length >> 8, each.length & 255), each]));
}

function read(...chunks: Buffer[]) {
  const reader = new FrameReader();
  const datagrams: Uint8Array[] = [];
  const breach = chunks.map((chunk) => reader.push(chunk, (datagram) => datagrams.push(datagram)));
  return { datagrams, breach: breach.find((each) => each !== undefined), held: reader.held };
}

test('wherever the pipe cuts, the same datagrams come', () => {
  const octets = framed(FIRST, SECOND);
  for (let at = 0; at <= octets.length; at += 1) {
    const { datagrams, breach, held } = read(octets.subarray(0, at), octets.subarray(at));
    expect(datagrams, `cut at ${at}`).toEqual([FIRST, SECOND]);
    expect({ breach, held }).toEqual({ breach: undefined, held: 0 });
  }
});

test('octet by octet', () => {
  const octets = framed(FIRST, SECOND);
  expect(read(...[...octets].map((octet) => Buffer.of(octet))).datagrams).toEqual([FIRST, SECOND]);
});

test('what is not whole is held', () => {
  const octets = framed(FIRST, SECOND);
  expect(read(octets.subarray(0, -1))).toEqual({ datagrams: [FIRST], breach: undefined, held: SECOND.length + 1 });
});

test('the longest there can be', () => {
  const longest = new Uint8Array(65_535).fill(0x45, 0, 1);
  expect(read(framed(longest, FIRST)).datagrams).toEqual([longest, FIRST]);
});

test('IPv6 is passed over', () => {
  expect(read(framed(IPV6, FIRST))).toMatchObject({ datagrams: [FIRST], breach: undefined });
});

test.each([
  ['text', Buffer.from('no route'), 'wrote a frame of 28271 octets that is no IP datagram: it begins with 0x20'],
  ['nothing', Buffer.of(0, 0), 'wrote a frame of 0 octets; a datagram has at least 20'],
  ['too little', framed(FIRST.subarray(0, 19)), 'wrote a frame of 19 octets; a datagram has at least 20'],
  [
    'an Ethernet frame',
    framed(new Uint8Array(60)),
    'wrote a frame of 60 octets that is no IP datagram: it begins with 0x00',
  ],
])('a frame of %s is a breach, and what came before it is not lost', (_, octets, breach) => {
  expect(read(Buffer.concat([framed(FIRST), octets]))).toMatchObject({ datagrams: [FIRST], breach });
});

test('a frame that stays unfinished is told by its beginning', () => {
  const reader = new FrameReader();
  reader.push(Buffer.from('H'), () => {});
  expect(reader.unfinished()).toBe('a frame unfinished: H');
  reader.push(Buffer.from('ello, network\n'), () => {});
  expect(reader.unfinished()).toBe('a frame of 18533 octets unfinished: Hello, network\\u000a');
});
