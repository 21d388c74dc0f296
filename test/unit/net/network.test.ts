import { describe, expect, test } from 'vitest';
import { captured, delay, loss, mtu, Network, partition } from '../../../src/net/index.ts';
import type { Node } from '../../../src/net/node.ts';
import { line, listener, PATH } from './bench.ts';

const end = (node: string, number = 0) => ({ node, interface: number });
const packet = (...octets: number[]) => ({ datagram: Uint8Array.from(octets), interface: 0 });

/** Sends back on the same interface what it gets. */
const mirror: Node = { step: (_, inputs) => ({ outputs: inputs, wakeAt: undefined }) };

describe('the network', () => {
  test('traces what became of a packet', () => {
    const one = line([delay(10)]);
    one.send([1, 2], 3);
    expect(one.network.run()).toBe('quiet');
    const octets = Uint8Array.of(1, 2);
    const place = { path: PATH, packet: 0, copy: 0 };
    expect(one.network.trace).toEqual([
      { ...place, at: 3, what: 'sent', octets },
      { ...place, at: 3, what: 'delayed', by: 'delay', until: 13 },
      { ...place, at: 13, what: 'delivered', octets },
    ]);
    expect([one.network.now, one.network.inFlight]).toEqual([13, 0]);
  });

  test('tells when something happens next', () => {
    const network = new Network({
      seed: 1,
      nodes: { a: listener(() => undefined), b: listener(() => undefined) },
      links: [{ ends: [end('a'), end('b')], there: [delay(20)] }],
    });
    network.run();
    expect(network.nextAt).toBeUndefined();
    network.send('a', packet(1), 3);
    expect(network.nextAt).toBe(3);
    network.run({ until: 4 });
    expect(network.nextAt).toBe(23);
    network.run({ until: 23 });
    expect(network.nextAt).toBeUndefined();
  });

  test('carries what a node answers, by another list of impairments when told', () => {
    const answers: number[] = [];
    const network = new Network({
      seed: 1,
      nodes: { a: listener((at) => answers.push(at)), b: mirror },
      links: [{ ends: [end('a'), end('b')], there: [delay(5)], back: [delay(70)] }],
    });
    network.send('a', packet(1));
    network.run();
    expect(answers).toEqual([75]);
  });

  test('cuts one direction and leaves the other', () => {
    const heard: string[] = [];
    const network = new Network({
      seed: 1,
      nodes: { a: listener(() => heard.push('a')), b: listener(() => heard.push('b')) },
      links: [{ ends: [end('a'), end('b')], there: [partition({ from: 0, until: Infinity })], back: [] }],
    });
    network.send('a', packet(1));
    network.send('b', packet(2));
    network.run();
    expect(heard).toEqual(['a']);
  });

  test('joins more than two nodes, by the interface that a node sends on', () => {
    const heard: string[] = [];
    const hub: Node = {
      step: (_, inputs) => ({
        outputs: inputs.map(({ datagram }) => ({ datagram, interface: datagram[0]! })),
        wakeAt: undefined,
      }),
    };
    const network = new Network({
      seed: 1,
      nodes: { hub, b: listener(() => heard.push('b')), c: listener(() => heard.push('c')), a: listener() },
      links: [
        { ends: [end('a'), end('hub', 0)] },
        { ends: [end('hub', 1), end('b')] },
        { ends: [end('hub', 2), end('c')] },
      ],
    });
    for (const way of [2, 1, 7, 2]) network.send('a', packet(way));
    network.run();
    expect(heard).toEqual(['c', 'b', 'c']);
    expect(network.trace.filter(({ what }) => what === 'lost')).toMatchObject([{ path: 'hub.7>', by: 'no link' }]);
  });

  test('hands a report about a packet that is too long to its sender', () => {
    const heard: number[][] = [];
    const network = new Network({
      seed: 1,
      nodes: { a: listener((_, octets) => heard.push([...octets])), b: listener() },
      links: [{ ends: [end('a'), end('b')], there: [delay(4), mtu(2, (octets, most) => octets.subarray(0, most))] }],
    });
    network.send('a', packet(1, 2, 3));
    network.run();
    expect(heard).toEqual([[1, 2]]);
    expect(captured(network.trace, 'reported')).toEqual([{ at: 4, octets: Uint8Array.of(1, 2) }]);
  });
});

describe('time', () => {
  /** Wants to be woken at each of `times` in turn, and notes when it was. */
  const sleeper = (times: readonly number[], woken: number[]): Node => ({
    step: (now) => {
      woken.push(now);
      return { outputs: [], wakeAt: times.find((time) => time > now) };
    },
  });

  test('goes from one wake to the next, the first at once', () => {
    const woken: number[] = [];
    const network = new Network({ seed: 1, nodes: { a: sleeper([50, 90], woken) }, links: [] });
    expect(network.run()).toBe('quiet');
    expect(woken).toEqual([0, 50, 90]);
  });

  test('stops at its limit, and goes on from there', () => {
    const woken: number[] = [];
    const network = new Network({ seed: 1, nodes: { a: sleeper([50, 90], woken) }, links: [] });
    expect([network.run({ until: 60 }), network.now]).toEqual(['until', 60]);
    expect(woken).toEqual([0, 50]);
    expect(() => network.send('a', packet(), 59)).toThrow(RangeError);
    expect([network.run(), network.now]).toEqual(['quiet', 90]);
  });

  test('does not go on for a wake that was called off', () => {
    const woken: number[] = [];
    const network = new Network({ seed: 1, nodes: { a: sleeper([50], woken) }, links: [] });
    network.run({ until: 10 });
    network.take('a', { outputs: [], wakeAt: undefined });
    expect([network.run(), network.now]).toEqual(['quiet', 10]);
    expect(woken).toEqual([0]);
  });

  test('is given up on when nodes never let it go on', () => {
    const network = new Network({
      seed: 1,
      nodes: { a: { step: (now) => ({ outputs: [], wakeAt: now }) } },
      links: [],
    });
    expect(network.run({ most: 1000 })).toBe('most');
    expect(network.now).toBe(0);
  });
});

test('what a node says beside datagrams goes to the listener', () => {
  const said: unknown[] = [];
  const network = new Network({
    seed: 1,
    nodes: { a: listener() },
    links: [],
    listen: (node, output, now) => said.push([node, output, now]),
  });
  network.run({ until: 5 });
  network.take('a', { outputs: [{ event: 'reset' }], wakeAt: undefined });
  expect(said).toEqual([['a', { event: 'reset' }, 0]]);
});

test('a recorder takes the trace instead of memory', () => {
  const events: string[] = [];
  const network = new Network({
    seed: 1,
    nodes: { a: listener(), b: listener() },
    links: [{ ends: [end('a'), end('b')], there: [loss(1)] }],
    record: ({ what }) => events.push(what),
  });
  network.send('a', packet(1));
  network.run();
  expect(events).toEqual(['sent', 'lost']);
  expect(network.trace).toEqual([]);
});

test.each<[string, () => unknown]>([
  ['a link to no node', () => new Network({ seed: 1, nodes: { a: mirror }, links: [{ ends: [end('a'), end('z')] }] })],
  [
    'two links at one interface',
    () =>
      new Network({
        seed: 1,
        nodes: { a: mirror, b: mirror },
        links: [{ ends: [end('a'), end('b')] }, { ends: [end('b', 1), end('a')] }],
      }),
  ],
  ['a name that a path cannot hold', () => new Network({ seed: 1, nodes: { 'a.b': mirror }, links: [] })],
  ['a datagram from no node', () => line([]).network.send('z', packet(1))],
])('%s is refused', (_, act) => {
  expect(act).toThrow(RangeError);
});
