/** The kernel target against this machine's own stack: what a scenario sends and what it gets. */
import { readFileSync, readlinkSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { expect, onTestFinished } from 'vitest';
import { Unsupported } from '../../src/harness/outcome.ts';
import type { LinkSurface } from '../../src/harness/surface.ts';
import type { Target } from '../../src/harness/target.ts';
import { kernelKind } from '../../src/harness/targets/kernel/index.ts';
import { Wire } from '../../src/harness/targets/kernel/wire.ts';
import { testWith } from '../requires.ts';
import { echoRequest, parsed } from '../unit/harness/targets/kernel/datagrams.ts';

const test = testWith('namespace');
const LIMIT = 2_000_000;

async function attached(): Promise<Target> {
  const target = await kernelKind.attach('', { suite: 'test', seed: 1 });
  onTestFinished(() => target.close());
  return target;
}

async function linked(target: Target): Promise<LinkSurface> {
  return (await target.seat('a scenario', 1, ['ipv4.router'])).surface('link');
}

/** The next datagram. @throws Error when none comes */
async function next(link: LinkSurface) {
  const arrival = await link.receive(LIMIT);
  if (arrival === undefined) throw new Error('nothing came');
  return { ...parsed(arrival.datagram), interface: arrival.interface, at: arrival.at };
}

test('an echo request is answered, and the times hold the answer', async () => {
  const link = await linked(await attached());
  const { tester, iut } = link.addresses;
  const sent = await link.send(echoRequest(tester, iut, 9));
  const answer = await next(link);
  expect(answer).toMatchObject({
    source: iut,
    destination: tester,
    interface: 0,
    icmp: { type: 0, identifier: 7, sequenceNumber: 9 },
  });
  expect(sent.latest).toBeGreaterThanOrEqual(sent.earliest);
  expect(answer.at.earliest).toBeGreaterThanOrEqual(sent.earliest);
  expect(answer.at.latest).toBeGreaterThanOrEqual(sent.latest);
  expect(link.now().latest).toBeGreaterThanOrEqual(answer.at.latest);
  expect(await link.receive(0)).toBeUndefined();
});

test('a forwarded datagram comes out of interface 1 with its time to live lowered', async () => {
  const link = await linked(await attached());
  const { tester, beyond } = link.addresses;
  await link.send(echoRequest(tester, beyond, 1, { timeToLive: 17 }));
  expect(await next(link)).toMatchObject({
    source: tester,
    destination: beyond,
    interface: 1,
    timeToLive: 16,
    icmp: { type: 8 },
  });
});

test('and from interface 1 to interface 0', async () => {
  const link = await linked(await attached());
  const { tester, beyond } = link.addresses;
  await link.send(echoRequest(beyond, tester, 1, { timeToLive: 17 }), 1);
  expect(await next(link)).toMatchObject({ destination: tester, interface: 0, timeToLive: 16 });
});

test('1500 octets fit its interfaces, and one more does not', async () => {
  const link = await linked(await attached());
  const { tester, beyond } = link.addresses;
  for (const [octets, seen] of [
    [1500, { destination: beyond, totalLength: 1500 }],
    [1501, { destination: tester, icmp: { type: 3, code: 4, nextHopMtu: 1500 } }],
  ] as const) {
    const request = echoRequest(tester, beyond, 1, { dontFragment: true, totalLength: octets });
    const whole = new Uint8Array(octets);
    whole.set(request);
    await link.send(whole);
    expect(await next(link)).toMatchObject(seen);
  }
});

test('time exceeded is sent for every datagram, however many', async () => {
  const link = await linked(await attached());
  const { tester, iut, beyond } = link.addresses;
  for (let number = 1; number <= 300; number += 1) {
    await link.send(echoRequest(tester, beyond, number, { timeToLive: 1 }));
    expect(await next(link)).toMatchObject({ source: iut, interface: 0, icmp: { type: 11, code: 0 } });
  }
});

test('twenty scenarios at once get their own answers and no others', async () => {
  const target = await attached();
  const rounds = Array.from({ length: 50 }, (_, round) => round);
  await Promise.all(
    Array.from({ length: 20 }, async (_, seat) => {
      const link = await linked(target);
      const { tester, beyond, iut } = link.addresses;
      for (const round of rounds) {
        const number = seat * 100 + round;
        await link.send(echoRequest(tester, iut, number));
        await link.send(echoRequest(tester, beyond, number));
        const seen = [await next(link), await next(link)].sort((one, other) => one.interface - other.interface);
        expect(seen).toMatchObject([
          { destination: tester, interface: 0, icmp: { type: 0, sequenceNumber: number } },
          { destination: beyond, interface: 1, icmp: { type: 8, sequenceNumber: number } },
        ]);
      }
      expect(await link.receive(0)).toBeUndefined();
    }),
  );
});

test('what comes for a scenario that has left is for nobody', async () => {
  const target = await attached();
  const seat = await target.seat('one', 1);
  const link = await seat.surface('link');
  const waiting = link.receive(LIMIT);
  await seat.leave();
  await link.send(echoRequest(link.addresses.tester, link.addresses.iut, 1));
  expect(await waiting).toBeUndefined();
  expect(await link.receive(0)).toBeUndefined();
});

test('no two seats have the same addresses', async () => {
  const target = await attached();
  const testers = await Promise.all(Array.from({ length: 50 }, async () => (await linked(target)).addresses.tester));
  expect(new Set(testers).size).toBe(50);
});

test('it offers a link and a user, and nothing else', async () => {
  const target = await attached();
  const seat = await target.seat('one', 1);
  await expect(seat.surface('codec')).rejects.toThrow(Unsupported);
  await expect(seat.surface('exchange')).rejects.toThrow(Unsupported);
  expect(target).toMatchObject({
    info: {
      spec: 'kernel',
      name: 'Linux',
      clock: 'real',
      capabilities: expect.arrayContaining(['ipv4.host', 'ipv4.router']),
    },
    roles: ['any', 'host', 'router'],
    parameters: {},
    hangLimit: 2_000_000,
  });
});

test('misuse is told', async () => {
  const link = await linked(await attached());
  await expect(link.send(new Uint8Array(20), 3)).rejects.toThrow(RangeError);
  await expect(link.send(new Uint8Array(65_536))).rejects.toThrow(RangeError);
});

test('whatever octets are sent, its IP layer gets them', () => {
  const wire = new Wire({ role: 'router', sourceRoutes: false });
  onTestFinished(() => wire.close());
  const before = headerErrors(wire);
  const malformed = [
    new Uint8Array(0),
    new Uint8Array(1).fill(0x45),
    ...Array.from({ length: 16 }, (_, version) => version)
      .filter((version) => version !== 4)
      .map((version) => echoRequest('198.18.9.9', '198.18.0.1', 1, { version })),
    new Uint8Array(65_535),
  ];
  for (const datagram of malformed) wire.send(datagram, 0);
  expect(headerErrors(wire) - before).toBe(malformed.length);
});

test('its interfaces are those of the topology, and Assay stays in its own namespace', () => {
  const home = readlinkSync('/proc/thread-self/ns/net');
  const wire = new Wire({ role: 'router', sourceRoutes: false });
  onTestFinished(() => wire.close());
  expect(wire.within(() => networkInterfaces())).toMatchObject({
    tun0: [{ cidr: '198.18.0.1/17' }],
    tun1: [{ cidr: '198.18.128.1/17' }],
    tun2: [{ cidr: '198.19.0.1/17' }],
    lo: [{ cidr: '127.0.0.1/8' }],
  });
  expect(readlinkSync('/proc/thread-self/ns/net')).toBe(home);
  expect(wire.within(() => readlinkSync('/proc/thread-self/ns/net'))).not.toBe(home);
});

function headerErrors(wire: Wire): number {
  const lines = wire.within(() => readFileSync('/proc/thread-self/net/snmp', 'utf8')).split('\n');
  const [names, values] = lines.filter((line) => line.startsWith('Ip:')).map((line) => line.split(' '));
  return Number(values?.[names?.indexOf('InHdrErrors') ?? -1]);
}
