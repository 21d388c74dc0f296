/**
 * The sample adapters, compiled as strictly as their languages can: each passes every scenario of what it declares,
 * answers whatever lines come, and agrees with the generated codec on headers at random.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { type Ipv4Header, ipv4Header } from '../../src/generated/ipv4/header.ts';
import type { Report } from '../../src/generated/meta/report.ts';
import { validators } from '../../src/generated/validators.ts';
import { projectPath } from '../../src/loader/project.ts';
import { random } from '../../src/net/random.ts';
import { assay, temporaryFolder } from '../assay.ts';
import { type Need, testWith } from '../requires.ts';
import { drawHeader, drawOctets, hostileLines } from './hostile-lines.ts';

interface Sample {
  readonly need: Need;
  readonly source: string;
  readonly build: (source: string, folder: string) => readonly string[];
  readonly run: (folder: string) => readonly [string, ...string[]];
}

const STRICT_C = ['-std=c11', '-pedantic', '-O1', '-Wall', '-Wextra', '-Werror', '-fsanitize=address,undefined'];

const samples: readonly Sample[] = [
  {
    need: 'gcc',
    source: 'c/ipv4.c',
    build: (source, folder) => [...STRICT_C, '-fno-sanitize-recover', '-o', join(folder, 'ipv4-c'), source],
    run: (folder) => [join(folder, 'ipv4-c')],
  },
  {
    need: 'rustc',
    source: 'rust/ipv4.rs',
    build: (source, folder) => [
      ...['--edition', '2021', '-D', 'warnings', '-C', 'overflow-checks', '-o', join(folder, 'ipv4-rust'), source],
    ],
    run: (folder) => [join(folder, 'ipv4-rust')],
  },
  {
    need: 'javac',
    source: 'java/Ipv4.java',
    build: (source, folder) => ['--release', '17', '-Xlint:all', '-Werror', '-d', folder, source],
    run: (folder) => ['java', '-cp', folder, 'Ipv4'],
  },
];

/** Of lists in lists: an adapter may refuse them as it likes. */
const DEEP = '['.repeat(30);

const folder = mkdtempSync(join(tmpdir(), 'assay-adapters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const built = new Set<string>();

/** The words that run it. */
function made({ need, source, build, run }: Sample): readonly [string, ...string[]] {
  if (!built.has(source)) {
    execFileSync(need, build(projectPath('fixtures', 'adapters', source), folder), { stdio: 'inherit' });
    built.add(source);
  }
  return run(folder);
}

interface Answer {
  readonly id: number | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number };
}

/** What one process answers to these lines; it must end well, with nothing to say on standard error. */
function answersOf(words: readonly [string, ...string[]], lines: readonly string[]): Answer[] {
  const [program, ...rest] = words;
  const { status, signal, stdout, stderr } = spawnSync(program, rest, {
    input: lines.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 60_000,
  });
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
  const answers = stdout.split('\n').slice(0, -1);
  expect(answers).toHaveLength(lines.length);
  return answers.map((answer) => JSON.parse(answer) as Answer);
}

function requestOf(method: string, params: object, id = 7): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method, params });
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function decodeOf(octets: string): string {
  return requestOf('codec/decode', { layer: 'ipv4/header', octets });
}

function encodeOf(value: object, payload = ''): string {
  return requestOf('codec/encode', { layer: 'ipv4/header', value, payload });
}

function writtenByCodec({ value, payload }: ReturnType<typeof drawHeader>): object {
  try {
    const octets = ipv4Header.encode(value, { payloadLength: payload.length / 2 });
    return { result: { octets: Buffer.from(octets).toString('hex') } };
  } catch {
    return { error: { code: -32_602 } };
  }
}

function readByCodec(octets: Uint8Array): object {
  const decoded = ipv4Header.decode(octets);
  return { result: decoded.ok ? { ok: true, value: decoded.value } : { ok: false, fault: expect.any(String) } };
}

interface Sound {
  readonly octets: string;
  readonly value: Ipv4Header;
}

/** The fixtures that a receiver takes, their octets without blanks. */
const { fixtures } = JSON.parse(readFileSync(projectPath('fixtures', 'ipv4', 'header.json'), 'utf8')) as {
  fixtures: readonly Partial<Sound>[];
};
const sound = fixtures.flatMap(({ octets, value }): Sound[] =>
  octets === undefined || value === undefined ? [] : [{ octets: octets.replaceAll(' ', ''), value }],
);

for (const sample of samples) {
  testWith(sample.need)(`${sample.source} passes every scenario of decoder and encoder`, async () => {
    const file = join(temporaryFolder(), 'report.json');
    const words = made(sample).join(' ');
    const { status } = await assay([
      'run',
      '--target',
      `exec:${words}`,
      '--protocol',
      'ipv4',
      '--report',
      `json=${file}`,
    ]);
    const { results } = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const ran = results.filter(({ notRun }) => notRun === undefined);
    expect(ran.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(ran.map(({ scenario }) => scenario)).toEqual(
      expect.arrayContaining(['ipv4-length-003', 'ipv4-version-001/six']),
    );
    const left = results.filter(({ notRun }) => notRun === 'unsupported').map(({ reason }) => reason?.text);
    expect(left.filter((text) => /ipv4\.(decode|encode)/.test(text ?? ''))).toEqual([]);
    expect(status).toBe(0);
  });

  testWith(sample.need)(`${sample.source} answers 20,000 hostile lines and the sound one after them`, () => {
    const lines = hostileLines(random(20), 20_000);
    const last = requestOf('initialize', { contract: 1, suite: '1' }, 8);
    const answers = answersOf(made(sample), [...lines, last]);
    expect(answers.find((answer) => !validators['meta/adapter'](answer))).toBeUndefined();
    expect(answers.at(-1)).toMatchObject({ id: 8, result: { capabilities: ['ipv4.decode', 'ipv4.encode'] } });
    // What is no JSON is told from what is; where lists are too deep or lines too long, either word is right.
    const misread = lines.filter((line, index) => {
      return (
        line.length < 2 ** 16 && !line.includes(DEEP) && isJson(line) === (answers[index]?.error?.code === -32_700)
      );
    });
    expect(misread).toEqual([]);
  });

  testWith(sample.need)(`${sample.source} reads the octets of every sound fixture, and writes them`, () => {
    const decoded = sound.map(({ octets }) => decodeOf(octets));
    const encoded = sound.map(({ value: { headerChecksum: _, ...value } }) => encodeOf(value));
    const answers = answersOf(made(sample), [...decoded, ...encoded]);
    expect(answers.map(({ result }) => result)).toEqual([
      ...sound.map(({ value }) => ({ ok: true, value })),
      ...sound.map(({ octets }) => ({ octets })),
    ]);
  });

  testWith(sample.need)(`${sample.source} writes and reads headers as the generated codec does`, () => {
    const draw = random(21);
    const drawn = Array.from({ length: 4000 }, () => drawHeader(draw));
    const octets = Array.from({ length: 4000 }, () => drawOctets(draw));
    const asked = [
      ...drawn.map(({ value, payload }) => encodeOf(value, payload)),
      ...octets.map((each) => decodeOf(Buffer.from(each).toString('hex'))),
    ];
    const expected = [...drawn.map(writtenByCodec), ...octets.map(readByCodec)];
    answersOf(made(sample), asked).forEach((answer, index) => {
      expect(answer, asked[index]).toMatchObject(expected[index]!);
    });
  });
}
