/** Reference hosts on links that harm packets: whatever is answered is answered right. */
import { describe, expect, test } from 'vitest';
import { ipv4Header } from '../../src/generated/ipv4/header.ts';
import { icmpMessage } from '../../src/generated/ipv4/icmp.ts';
import {
  bandwidth,
  captured,
  corruption,
  delay,
  duplication,
  fragmentationNeeded,
  jitter,
  loss,
  mtu,
  Network,
  partition,
  reordering,
} from '../../src/net/index.ts';
import { host } from '../../src/reference/ipv4/index.ts';
import { parseDotted } from '../../src/wire/runtime/address.ts';
import { BACK, dataOf, replies, request, sentOn, THERE, twoHosts, unharmedOn } from '../unit/net/pings.ts';
import { BEYOND, cut, datagram, echo, open, TESTER } from '../unit/reference/ipv4/bench.ts';

const COUNT = 200;
const SECOND = 1_000_000;
const SEEDS = Array.from({ length: 10 }, (_, seed) => seed);
const UNRELIABLE = [duplication(0.1), reordering(0.2, 3000), jitter(700), delay(5000)];
const numbers = Array.from({ length: COUNT }, (_, number) => number);

describe.each(SEEDS)('pings over a network with seed %i', (seed) => {
  test('that loses, repeats, reorders and corrupts: every answer is right, and none is missing', () => {
    const network = twoHosts(seed, [loss(0.1), ...UNRELIABLE, corruption(0.1)]);
    for (const number of numbers) network.send('a', { datagram: request(number, 56), interface: 0 }, number * 1000);
    expect(network.run({ until: 10 * SECOND })).toBe('quiet');

    const { trace } = network;
    // b answers every request that the network left sound, and no other; a hears every answer that it left sound.
    expect(sentOn(BACK, trace)).toEqual(unharmedOn(THERE, trace));
    const answers = replies(trace);
    const order = answers.map(({ sequenceNumber }) => sequenceNumber);
    expect(order).toEqual(unharmedOn(BACK, trace));
    for (const { sequenceNumber, data } of answers) expect(data).toBe(dataOf(sequenceNumber!, 56));

    // About a fifth is harmed each way; some come twice, and some out of order.
    const answered = new Set(order);
    expect(answered.size).toBeGreaterThan(COUNT / 2);
    expect(answered.size).toBeLessThan(COUNT);
    expect(order.length).toBeGreaterThan(answered.size);
    expect(order.some((number, index) => number! < (order[index - 1] ?? 0))).toBe(true);
  });

  test('that only repeats and reorders: every ping is answered, though it comes in fragments', () => {
    const network = twoHosts(seed, UNRELIABLE);
    for (const number of numbers) {
      for (const piece of cut(request(number, 200), 64)) {
        network.send('a', { datagram: piece, interface: 0 }, number * 1000);
      }
    }
    network.run();
    const answers = replies(network.trace);
    for (const { sequenceNumber, data } of answers) expect(data).toBe(dataOf(sequenceNumber!, 200));
    expect(new Set(answers.map(({ sequenceNumber }) => sequenceNumber)).size).toBe(COUNT);
  });
});

test('a host whose fragments are lost wakes when it gives up, and says so', () => {
  const network = twoHosts(1, [partition({ from: 1, until: 2 }), delay(10)]);
  const [first, rest] = cut(request(5, 100), 64);
  network.send('a', { datagram: first!, interface: 0 }, 0);
  network.send('a', { datagram: rest!, interface: 0 }, 1);
  expect(network.run()).toBe('quiet');
  expect(network.now).toBeGreaterThan(60 * SECOND);
  const [report, ...others] = network.trace.filter(({ what, path }) => what === 'delivered' && path === BACK);
  expect(others).toEqual([]);
  // ICMP time exceeded, in reassembly.
  expect([...(report as { octets: Uint8Array }).octets.subarray(20, 22)]).toEqual([11, 1]);
});

test('a narrow link tells a sender that may not be cut how narrow it is', () => {
  const network = twoHosts(1, [mtu(100, fragmentationNeeded('10.0.0.254')), bandwidth(1_000_000, 5)]);
  network.send('a', { datagram: datagram({ dontFragment: true, protocol: 1 }, new Uint8Array(200)), interface: 0 });
  network.send('a', { datagram: request(9, 56), interface: 0 });
  network.run();
  expect(network.trace.filter(({ what }) => what === 'reported')).toMatchObject([{ path: THERE, packet: 0 }]);
  expect(replies(network.trace).map(({ sequenceNumber }) => sequenceNumber)).toEqual([9]);
});

test('a reference router stands between two links as it is', () => {
  const end = (node: string, number: number) => ({ node, interface: number });
  const beyond = host({
    seed: 2,
    role: 'host',
    interfaces: [{ address: parseDotted(BEYOND)!, prefix: 24, mtu: 1500 }],
    routes: [{ destination: parseDotted('10.0.0.0')!, prefix: 24, interface: 0 }],
  });
  const network = new Network({
    seed: 1,
    nodes: { a: { step: () => ({ outputs: [], wakeAt: undefined }) }, r: open('router'), c: beyond },
    links: [
      { ends: [end('a', 0), end('r', 0)], there: [delay(100)] },
      { ends: [end('r', 1), end('c', 0)], there: [delay(1000)] },
    ],
  });
  network.send('a', { datagram: echo('c0ffee', { destination: BEYOND, timeToLive: 64 }), interface: 0 });
  network.run();
  const [answer] = captured(network.trace, 'delivered', 'r.0>a.0');
  expect(answer?.at).toBe(2200);
  const { value, length } = ipv4Header.observe(answer!.octets);
  expect(value).toMatchObject({ source: BEYOND, destination: TESTER, timeToLive: 63 });
  expect(icmpMessage.observe(answer!.octets.subarray(length)).value).toMatchObject({ type: 0, data: 'c0ffee' });
});
