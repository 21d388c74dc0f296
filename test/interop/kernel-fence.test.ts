/**
 * Silence at the kernel is proved by the answer to what was sent after: also on a machine that has no CPU to spare, where
 * an answer may be read long after it came.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished } from 'vitest';
import type { LinkSurface } from '../../src/harness/surface.ts';
import { kernelKind } from '../../src/harness/targets/kernel/index.ts';
import { testWith } from '../requires.ts';
import { echoRequest, parsed, withBadChecksum } from '../unit/harness/targets/kernel/datagrams.ts';

const test = testWith('namespace');
const REPETITIONS = 200;
const LIMIT = 10_000_000;

/** Two processes that use all the CPU they get, until the test ends, or for half a minute. */
async function burnCpu(): Promise<void> {
  const burn = "process.stdout.write('!', () => { for (const end = Date.now() + 30_000; Date.now() < end; ); })";
  for (const _ of [1, 2]) {
    const burner = spawn(process.execPath, ['-e', burn], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void burner.kill('SIGKILL'));
    await once(burner.stdout, 'data');
  }
}

async function linked(): Promise<LinkSurface> {
  const target = await kernelKind.attach('', { suite: 'test', seed: 1 });
  onTestFinished(() => target.close());
  return (await target.seat('a scenario', 1)).surface('link');
}

type Spoil = (sound: Uint8Array, link: LinkSurface, number: number) => Uint8Array;

const spoiled: [string, Spoil][] = [
  ['a bad checksum', (sound) => withBadChecksum(sound)],
  ['version 5', (_, { addresses }, number) => echoRequest(addresses.tester, addresses.iut, number, { version: 5 })],
  ['19 octets', (sound) => sound.subarray(0, 19)],
];

for (const [name, spoil] of spoiled) {
  test(`${name} is silent, and the echo after it is answered, ${REPETITIONS} times beside two CPU burners`, async () => {
    await burnCpu();
    const link = await linked();
    const { tester, iut } = link.addresses;
    const answers: unknown[] = [];
    for (let turn = 0; turn < REPETITIONS; turn += 1) {
      await link.send(spoil(echoRequest(tester, iut, 2 * turn), link, 2 * turn));
      await link.send(echoRequest(tester, iut, 2 * turn + 1));
      const arrival = await link.receive(LIMIT);
      answers.push(arrival && parsed(arrival.datagram).icmp.sequenceNumber);
    }
    expect(answers).toEqual(Array.from({ length: REPETITIONS }, (_, turn) => 2 * turn + 1));
    expect(await link.receive(0)).toBeUndefined();
  });
}

test('the same datagram unspoiled is answered before the echo after it', async () => {
  const link = await linked();
  const { tester, iut } = link.addresses;
  await link.send(echoRequest(tester, iut, 0));
  await link.send(echoRequest(tester, iut, 1));
  const answers = [await link.receive(LIMIT), await link.receive(LIMIT)];
  expect(answers.map((arrival) => arrival && parsed(arrival.datagram).icmp.sequenceNumber)).toEqual([0, 1]);
});
