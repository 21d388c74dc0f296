/**
 * Implementations that do their worst: each gets its own reason, the next scenario is served all the same, and no process
 * is left behind.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { IutFault } from '../../src/harness/outcome.ts';
import type { DecodeAnswer } from '../../src/harness/surface.ts';
import type { Seat, Target } from '../../src/harness/target.ts';
import { execKind } from '../../src/harness/targets/exec.ts';
import { testWith } from '../requires.ts';
import { leftWith, newMark, processesWith } from './processes.ts';

const FOLDER = new URL('../../fixtures/hostile/', import.meta.url).pathname;
/** Short, for what must hang; everybody else gets the default. */
const SHORT = 1_000_000;
/** For those who write all the time: how fast is not the question. */
const LONG = 60_000_000;

function commandOf(program: string, ...args: string[]): string {
  const interpreter = program.endsWith('.py') ? 'python3' : `"${process.execPath}"`;
  return [interpreter, `"${FOLDER}${program}"`, 'dead', ...args.map((arg) => `"${arg}"`)].join(' ');
}

function attach(program: string, args: string[], hangLimit?: number): Promise<Target> {
  return execKind.attach(commandOf(program, ...args), { suite: 'test', seed: 1, hangLimit });
}

async function decode(seat: Seat, hex: string): Promise<DecodeAnswer> {
  const codec = await seat.surface('codec');
  return codec.decode('ipv4/header', Buffer.from(hex, 'hex'));
}

async function faultOf(work: Promise<unknown>): Promise<IutFault> {
  const outcome = await work.catch((thrown: unknown) => thrown);
  expect(outcome).toBeInstanceOf(IutFault);
  return outcome as IutFault;
}

/** A scenario of its own that must be served. */
async function serves(target: Target): Promise<void> {
  const seat = await target.seat('next', 2);
  expect(await decode(seat, '4500')).toEqual({ ok: true, value: { octets: '4500' } });
  await seat.leave();
}

interface Misdeed {
  readonly program: string;
  readonly code: IutFault['code'];
  readonly text: string;
  readonly hangLimit?: number;
}

const AT_START: readonly Misdeed[] = [
  {
    program: 'crash-at-start.mjs',
    code: 'iut-start',
    text: 'did not start: ended with exit status 3 before it answered initialize; its last words: cannot find the tables',
  },
  {
    program: 'hang-at-start.mjs',
    code: 'iut-start',
    text: 'did not start: did not answer initialize within 1 s',
    hangLimit: SHORT / 5,
  },
  {
    program: 'speak-first.mjs',
    code: 'iut-breach',
    text: 'before it answered initialize, wrote a line that is not JSON: Welcome to my decoder 1.0!',
  },
];

const IN_MID_CASE: readonly Misdeed[] = [
  {
    program: 'crash.mjs',
    code: 'iut-exited',
    text: 'was ended by SIGSEGV before it answered codec/decode; its last words: about to crash',
  },
  {
    program: 'exit.mjs',
    code: 'iut-exited',
    text: 'ended with exit status 4 before it answered codec/decode; its last words: this cannot happen',
  },
  { program: 'hang.mjs', code: 'iut-hung', text: 'did not answer codec/decode within 1 s', hangLimit: SHORT },
  {
    program: 'flood-stdout.mjs',
    code: 'iut-flooded',
    text: 'wrote more than 16 MiB to standard output without ending the line',
    hangLimit: LONG,
  },
  {
    program: 'flood-stderr.mjs',
    code: 'iut-flooded',
    text: 'wrote more than 64 MiB to standard error without an answer',
    hangLimit: LONG,
  },
  {
    program: 'invalid-json.mjs',
    code: 'iut-breach',
    text: `wrote a line that is not JSON: {"jsonrpc":"2.0","id":2,"result":{'ok':true}}`,
  },
  {
    program: 'half-line.mjs',
    code: 'iut-hung',
    text: 'did not answer codec/decode within 1 s; half a line came: {"jsonrpc":"2.0","id":2,"res',
    hangLimit: SHORT,
  },
  {
    program: 'half-line-end.mjs',
    code: 'iut-breach',
    text: 'ended with exit status 0 in the middle of a line: {"jsonrpc":"2.0","id":2,"res',
  },
  { program: 'wrong-id.mjs', code: 'iut-breach', text: 'answered a request that was never made: id 1002' },
  { program: 'answer-twice.mjs', code: 'iut-breach', text: 'answered the same request twice' },
  { program: 'close-stdout.mjs', code: 'iut-breach', text: 'closed its standard output and went on running' },
  { program: 'grandchild.mjs', code: 'iut-exited', text: 'ended with exit status 5 before it answered codec/decode' },
];

describe('never starts', () => {
  test.each(AT_START)('$program: $code', async ({ program, code, text, hangLimit }) => {
    const mark = newMark();
    const fault = await faultOf(attach(program, [mark], hangLimit));
    expect(fault).toMatchObject({ code, message: text, shared: false });
    expect(await leftWith(mark)).toEqual([]);
  });

  test('no such program: iut-start', async () => {
    const fault = await faultOf(execKind.attach('assay-has-no-such-program -x', { suite: 'test', seed: 1 }));
    expect(fault).toMatchObject({
      code: 'iut-start',
      message: 'cannot start assay-has-no-such-program: there is no such program',
    });
  });

  test('a file that may not be executed: iut-start', async () => {
    const fault = await faultOf(execKind.attach(`"${FOLDER}serve.mjs"`, { suite: 'test', seed: 1 }));
    expect(fault).toMatchObject({ code: 'iut-start', message: expect.stringContaining('it may not be executed') });
  });
});

describe('misbehaves in the middle of a case', () => {
  test.each(IN_MID_CASE)('$program: $code, and the next is served', async ({ program, code, text, hangLimit }) => {
    const mark = newMark();
    const target = await attach(program, [mark], hangLimit);
    const seat = await target.seat('victim', 1);
    const fault = await faultOf(decode(seat, 'dead'));
    expect(fault).toMatchObject({ code, message: text, shared: false });
    expect(await faultOf(decode(seat, '4500')), 'a dead seat stays dead').toMatchObject({ code, message: text });
    await seat.leave();
    expect(seat.fault?.()).toMatchObject({ code, message: text });
    await serves(target);
    await target.close();
    expect(await leftWith(mark)).toEqual([]);
  });

  testWith('python3')('close-stdin.py: iut-breach once it is written to', async () => {
    const mark = newMark();
    const target = await attach('close-stdin.py', [mark]);
    const seat = await target.seat('victim', 1);
    await decode(seat, 'dead');
    expect(await faultOf(decode(seat, '4500'))).toMatchObject({
      code: 'iut-breach',
      message: 'closed its standard input and went on running',
    });
    await serves(target);
    await target.close();
    expect(await leftWith(mark)).toEqual([]);
  });

  test('what it wrote to standard error stands with the fault', async () => {
    const target = await attach('crash.mjs', []);
    const seat = await target.seat('victim', 1);
    expect(seat.stderr()).toBe('');
    expect((await faultOf(decode(seat, 'dead'))).stderr).toBe('about to crash\n');
    expect(seat.stderr()).toBe('about to crash\n');
    await target.close();
  });

  test('of a flood only the end is kept', async () => {
    const target = await attach('flood-stderr.mjs', []);
    const fault = await faultOf(decode(await target.seat('victim', 1), 'dead'));
    expect(fault.stderr).toHaveLength(64 * 1024);
    await target.close();
  });

  test('in company nobody knows whose fault it was', async () => {
    const target = await attach('crash.mjs', []);
    const [victim, neighbour] = [await target.seat('victim', 1), await target.seat('neighbour', 2)];
    const faults = [faultOf(decode(victim, 'dead')), faultOf(decode(neighbour, '4500'))];
    for (const fault of await Promise.all(faults)) expect(fault).toMatchObject({ code: 'iut-exited', shared: true });
    const alone = await target.seat('victim', 1);
    expect(await faultOf(decode(alone, 'dead'))).toMatchObject({ code: 'iut-exited', shared: false });
    await target.close();
  });

  test('whoever fails to start three times in a row is left alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-'));
    const mark = newMark();
    const target = await attach('never-again.mjs', [join(folder, 'been'), mark]);
    await faultOf(decode(await target.seat('victim', 1), 'dead'));
    const why = 'ended with exit status 1 before it answered initialize; its last words: the socket is still in use';
    for (let start = 1; start <= 3; start += 1) {
      expect(await faultOf(target.seat('next', 1))).toMatchObject({
        code: 'iut-start',
        message: `did not start: ${why}`,
      });
    }
    const given = `failed to start 3 times in a row and is left alone; the last time: ${why}`;
    expect(await faultOf(target.seat('next', 1))).toMatchObject({ code: 'iut-start', message: given });
    await target.close();
    rmSync(folder, { recursive: true });
    expect(await leftWith(mark)).toEqual([]);
  });
});

describe('does not go', () => {
  test.each([
    ['ignore-sigterm.mjs', 1],
    ['grandchild.mjs', 3],
    ['well-behaved.mjs', 1],
  ])('%s is gone all the same', async (program, processes) => {
    const mark = newMark();
    const target = await attach(program, [mark]);
    await serves(target);
    expect(processesWith(mark)).toHaveLength(processes);
    await target.close();
    expect(await leftWith(mark)).toEqual([]);
  });

  /** How Assay itself ends, and the status and signal that its own parent sees. */
  const ENDS: readonly [string, string, number | null, string | null][] = [
    ['exits', 'process.exit(7)', 7, null],
    ['is interrupted', "process.kill(process.pid, 'SIGINT')", null, 'SIGINT'],
    ['is told to end', "process.kill(process.pid, 'SIGTERM')", null, 'SIGTERM'],
    ['throws', "setTimeout(() => { throw new Error('ours') })", 1, null],
    [
      'ends by itself when interrupted',
      "process.once('SIGINT', () => setTimeout(() => process.exit(9))); process.kill(process.pid, 'SIGINT')",
      9,
      null,
    ],
  ];

  test.each(ENDS)('nothing is left when Assay %s', async (_, end, status, signal) => {
    const mark = newMark();
    const source = new URL('../../src/harness/targets/exec.ts', import.meta.url).href;
    const program = `
      const { execKind } = await import(${JSON.stringify(source)});
      const command = ${JSON.stringify(commandOf('ignore-sigterm.mjs', mark))};
      await execKind.attach(command, { suite: 'test', seed: 1 });
      process.stdout.write('attached');
      ${end}`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', program];
    const assay = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const [[said], ended] = await Promise.all([once(assay.stdout, 'data'), once(assay, 'exit')]);
    expect(String(said)).toBe('attached');
    expect(ended).toEqual([status, signal]);
    expect(await leftWith(mark)).toEqual([]);
  });
});
