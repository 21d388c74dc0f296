import { expect, onTestFinished, test } from 'vitest';
import { IutFault, Unsupported } from '../../../../../src/harness/outcome.ts';
import type { LinkSurface } from '../../../../../src/harness/surface.ts';
import type { Seat, Target } from '../../../../../src/harness/target.ts';
import { packetsKind } from '../../../../../src/harness/targets/packets/target.ts';
import { leftWith, newMark, processesWith } from '../../../../interop/processes.ts';
import { type Deed, smallStack } from './small-stack.ts';

const LIMIT = 5_000_000;
/** Microseconds, for what must hang. */
const SHORT = 300_000;
const DEED = 0xdd;

async function attached(command: string, hangLimit?: number): Promise<Target> {
  const target = await packetsKind.attach(command, { suite: 'test', seed: 1, hangLimit });
  onTestFinished(() => target.close());
  return target;
}

async function seated(target: Target): Promise<{ seat: Seat; link: LinkSurface }> {
  const seat = await target.seat('a scenario', 1);
  return { seat, link: await seat.surface('link') };
}

/** A datagram with `payload` from one dotted address to the other; nobody looks at the rest of its header. */
function datagram(source: string, destination: string, payload: readonly number[]): Uint8Array {
  const addresses = [source, destination].flatMap((address) => address.split('.').map(Number));
  return Uint8Array.from([0x45, ...new Uint8Array(11), ...addresses, ...payload]);
}

function probe({ addresses, send }: LinkSurface, payload: number | readonly number[]) {
  return send(datagram(addresses.tester, addresses.iut, [payload].flat()));
}

async function answers(link: LinkSurface, payload: number): Promise<void> {
  const { tester, iut } = link.addresses;
  const sent = await probe(link, payload);
  const arrival = await link.receive(LIMIT);
  expect(arrival).toMatchObject({ datagram: datagram(iut, tester, [payload]), interface: 0 });
  expect(arrival!.at.earliest).toBeGreaterThanOrEqual(sent.earliest);
  expect(arrival!.at.latest).toBeGreaterThanOrEqual(arrival!.at.earliest);
  expect(link.now().latest).toBeGreaterThanOrEqual(arrival!.at.latest);
}

async function faultOf(work: Promise<unknown>): Promise<IutFault> {
  const outcome = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(outcome).toBeInstanceOf(IutFault);
  return outcome as IutFault;
}

test('what it is', async () => {
  const command = smallStack('none');
  const target = await attached(command);
  expect(target).toMatchObject({
    info: { spec: `packets:${command}`, name: 'node', capabilities: ['ipv4.host'], clock: 'real' },
    roles: ['any', 'host'],
    protocols: ['ipv4', 'udp', 'tcp'],
    parameters: {},
    hangLimit: 2_000_000,
  });
  const { seat, link } = await seated(target);
  await expect(seat.surface('codec')).rejects.toThrow(Unsupported);
  await expect(link.send(new Uint8Array(20), 1)).rejects.toThrow('does not offer a second interface');
  await expect(link.send(new Uint8Array(65_536))).rejects.toThrow(RangeError);
});

test('a datagram goes and its answer comes, and silence is undefined', async () => {
  const { link } = await seated(await attached(smallStack('none')));
  await answers(link, 1);
  await answers(link, 2);
  expect(await link.receive(0)).toBeUndefined();
});

test.each<Deed>(['octet by octet', 'many at once'])('answers %s', async (deed) => {
  const { link } = await seated(await attached(smallStack(deed)));
  await answers(link, DEED);
  for (let more = deed === 'many at once' ? 99 : 0; more > 0; more -= 1) {
    expect(await link.receive(LIMIT)).toBeDefined();
  }
  expect(await link.receive(0)).toBeUndefined();
});

test('the longest datagrams, more than any pipe holds', async () => {
  const { link } = await seated(await attached(smallStack('none')));
  const { tester, iut } = link.addresses;
  const payload = new Array<number>(65_515).fill(7);
  await Promise.all(Array.from({ length: 20 }, () => probe(link, payload)));
  const expected = Buffer.from(datagram(iut, tester, payload));
  for (let count = 0; count < 20; count += 1) {
    expect(expected.equals((await link.receive(LIMIT))!.datagram)).toBe(true);
  }
});

test('scenarios at once get their own answers, and what comes for one that has left is for nobody', async () => {
  const target = await attached(smallStack('none'));
  const gone = await seated(target);
  const { tester } = gone.link.addresses;
  await gone.seat.leave();
  const seats = await Promise.all([seated(target), seated(target), seated(target)]);
  await Promise.all(seats.map(({ link }, index) => answers(link, index)));
  const { link } = seats[0]!;
  await link.send(datagram(tester, link.addresses.iut, [1]));
  await answers(link, 2);
  expect(new Set(seats.map((each) => each.link.addresses.tester)).size).toBe(3);
});

test.each<{ deed: Deed; code: IutFault['code']; message: string; hangLimit?: number }>([
  { deed: 'crash', code: 'iut-exited', message: 'ended with exit status 3; its last words: Error: it broke' },
  {
    deed: 'half a frame, then the end',
    code: 'iut-exited',
    message: 'ended with exit status 0 in the middle of a frame',
  },
  {
    deed: 'half a frame',
    code: 'iut-breach',
    message: 'for 0.3 s left a frame of 99 octets unfinished',
    hangLimit: SHORT,
  },
  { deed: 'text', code: 'iut-breach', message: 'wrote a frame of 28271 octets that is no IP datagram' },
  { deed: 'flood', code: 'iut-flooded', message: 'wrote more than 16 MiB to standard output unasked' },
  { deed: 'flood of words', code: 'iut-flooded', message: 'wrote more than 16 MiB to standard error unasked' },
  { deed: 'close standard output', code: 'iut-breach', message: 'closed its standard output and went on running' },
])('$deed: a reason of its own, and the next seat is served', async ({ deed, code, message, hangLimit }) => {
  const mark = newMark();
  const target = await attached(smallStack(deed, mark), hangLimit);
  const { seat, link } = await seated(target);
  await probe(link, DEED);
  const fault = await faultOf(drained(link));
  expect(fault).toMatchObject({ code, shared: false });
  expect(fault.message).toContain(message);
  expect(seat.fault?.()).toMatchObject({ code });
  expect(await faultOf(probe(link, 1))).toMatchObject({ code });
  await seat.leave();
  const next = await seated(target);
  await answers(next.link, 1);
  expect(next.seat.fault?.()).toBeUndefined();
  await target.close();
  expect(await leftWith(mark)).toEqual([]);
});

async function drained(link: LinkSurface): Promise<void> {
  while ((await link.receive(LIMIT)) !== undefined);
}

test('one that reads nothing any more hangs', async () => {
  const { link } = await seated(await attached(smallStack('deaf'), SHORT));
  await probe(link, DEED);
  const payload = new Array<number>(65_000).fill(7);
  const sending = Promise.all(Array.from({ length: 40 }, () => probe(link, payload)));
  expect(await faultOf(sending)).toMatchObject({
    code: 'iut-hung',
    message: 'did not read its standard input for 0.3 s',
  });
});

test('a life that several have used is shared', async () => {
  const target = await attached(smallStack('crash'));
  const first = await seated(target);
  await answers(first.link, 1);
  await first.seat.leave();
  const { seat, link } = await seated(target);
  await probe(link, DEED);
  expect(await faultOf(drained(link))).toMatchObject({ code: 'iut-exited', shared: true });
  expect(seat.stderr()).toContain('it broke');
});

test.each([
  ['no-such-stack', 'did not start: cannot start no-such-stack: there is no such program'],
  [
    `"${process.execPath}" -e 'console.error("Error: no tables"); process.exit(2)'`,
    'did not start: ended with exit status 2; its last words: Error: no tables',
  ],
])('%s does not start', async (command, message) => {
  const fault = await faultOf(packetsKind.attach(command, { suite: 'test', seed: 1 }));
  expect(fault).toMatchObject({ code: 'iut-start', message });
});

test('nothing is left behind, not even what it has started', async () => {
  const mark = newMark();
  const target = await attached(smallStack('child', mark));
  const { link } = await seated(target);
  await answers(link, DEED);
  expect(processesWith(mark).length).toBeGreaterThan(1);
  await target.close();
  expect(await leftWith(mark)).toEqual([]);
});

test('closing ends what is under way', async () => {
  const target = await attached(smallStack('none'));
  const { link } = await seated(target);
  const waiting = link.receive(Number.POSITIVE_INFINITY);
  await target.close();
  expect(await waiting).toBeUndefined();
  await expect(probe(link, 1)).rejects.toThrow('the target was closed');
});
