/** The adapter's process as a well-behaved one sees it; those that misbehave are in test/interop/hostile.test.ts. */
import { afterEach, describe, expect, test } from 'vitest';
import type { CodecSurface } from '../../../../src/harness/surface.ts';
import type { Target } from '../../../../src/harness/target.ts';
import { execKind } from '../../../../src/harness/targets/exec.ts';

const FOLDER = new URL('../../../../fixtures/hostile/', import.meta.url).pathname;
const OPTIONS = { suite: 'test', seed: 1 };

let target: Target;

async function attach(program: string, trigger = 'dead', options = OPTIONS): Promise<void> {
  target = await execKind.attach(`"${process.execPath}" '${FOLDER}${program}.mjs' ${trigger}`, options);
}

async function codecOf(seat = 'a'): Promise<CodecSurface> {
  return (await target.seat(seat, 1)).surface('codec');
}

afterEach(() => target.close());

test('what the adapter says of itself, and the command, make the target', async () => {
  await attach('well-behaved');
  expect(target.info).toEqual({
    spec: `exec:"${process.execPath}" '${FOLDER}well-behaved.mjs' dead`,
    name: 'hostile',
    capabilities: ['ipv4.decode'],
    clock: 'virtual',
  });
  expect(target.concurrency).toBeGreaterThan(8);
});

describe('many requests under way', () => {
  test('go out without waiting for answers, and answers find their requests in any order', async () => {
    await attach('backwards', '00');
    const octets = [0, 1, 2, 3, 4, 5, 6, 7].map((each) => Uint8Array.of(each, 0));
    const codecs = await Promise.all(octets.map((_, index) => codecOf(`seat ${index}`)));
    const answers = await Promise.all(octets.map((each, index) => codecs[index]!.decode('x', each)));
    expect(answers).toEqual(octets.map((each) => ({ ok: true, value: { octets: Buffer.from(each).toString('hex') } })));
  });

  test('more than any pipe holds', async () => {
    await attach('well-behaved');
    const codec = await codecOf();
    const octets = Array.from({ length: 48 }, (_, index) => new Uint8Array(65_535).fill(index));
    const answers = await Promise.all(octets.map((each) => codec.decode('x', each)));
    answers.forEach((answer, index) => {
      const hex = index.toString(16).padStart(2, '0').repeat(65_535);
      expect(answer.ok && answer.value.octets === hex, `answer ${index}`).toBe(true);
    });
  });
});

test('a method that the adapter does not know is a capability not offered', async () => {
  await attach('well-behaved');
  const seat = await target.seat('a', 1);
  await expect(seat.surface('link')).rejects.toThrow('does not offer host/open');
  await seat.leave();
  expect(seat.fault?.()).toBeUndefined();
});

test('without a limit a request may take as long as it likes', async () => {
  await attach('backwards', '00', { ...OPTIONS, hangLimit: Number.POSITIVE_INFINITY } as typeof OPTIONS);
  const codec = await codecOf();
  const first = codec.decode('x', Uint8Array.of(0));
  const later = [1, 2, 3].map((each) => codec.decode('x', Uint8Array.of(each, 0)));
  expect(await Promise.all([first, ...later])).toHaveLength(4);
});

test('closing ends what is under way', async () => {
  await attach('backwards', '00');
  const waiting = (await codecOf()).decode('x', Uint8Array.of(0)).catch((thrown: unknown) => thrown);
  await target.close();
  expect(await waiting).toMatchObject({ message: 'the target was closed' });
});
