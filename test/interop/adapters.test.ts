/**
 * The sample adapters that decode and encode: each answers whatever lines come, and agrees with the generated codec on
 * the golden headers and on headers at random. What the suite finds of them is in adapter-reports.test.ts.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type Ipv4Header, ipv4Header } from '../../src/generated/ipv4/header.ts';
import { validators } from '../../src/generated/validators.ts';
import { projectPath } from '../../src/loader/project.ts';
import { random } from '../../src/net/random.ts';
import { testWith } from '../requires.ts';
import { drawHeader, drawOctets, hostileLines } from './hostile-lines.ts';
import { codecs, type Sample, workshop } from './sample-adapters.ts';

/** Of lists in lists: an adapter may refuse them as it likes. */
const DEEP = '['.repeat(30);

const folderOf = workshop();

interface Answer {
  readonly id: number | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number };
}

/** What one process answers to these lines; it must end well, with nothing to say on standard error. */
function answersOf(sample: Sample, lines: readonly string[]): Answer[] {
  const [program, ...rest] = sample.run.split(' ');
  const { status, signal, stdout, stderr } = spawnSync(program!, rest, {
    cwd: folderOf(sample),
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

/** What it reads; an option that is whole but cannot be right inside (a pointer, say) may be taken or refused. */
function readByCodec(octets: Uint8Array): object {
  const decoded = ipv4Header.decode(octets);
  if (decoded.ok) return { result: { ok: true, value: inSimpleWords(decoded.value) } };
  if (decoded.fault.kind === 'list') return { result: { ok: expect.any(Boolean) } };
  return { result: { ok: false, fault: expect.any(String) } };
}

/** Options as an adapter spells them that knows no kind: type, length, data. */
function inSimpleWords({ options, ...others }: Ipv4Header): object {
  return { ...others, options: options.map(simpleOption) };
}

function simpleOption(option: Ipv4Header['options'][number]): object {
  if (option.type < 2 || !('length' in option) || 'data' in option) return option;
  const header = ipv4Header.encode({ protocol: 1, source: '0.0.0.0', destination: '0.0.0.0', options: [option] });
  return {
    type: option.type,
    length: option.length,
    data: Buffer.from(header.subarray(22, 20 + option.length)).toString('hex'),
  };
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

for (const sample of codecs) {
  testWith(sample.need)(`${sample.source} answers 20,000 hostile lines and the sound one after them`, () => {
    const lines = hostileLines(random(20), 20_000);
    const last = requestOf('initialize', { contract: 1, suite: '1' }, 8);
    const answers = answersOf(sample, [...lines, last]);
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
    const simple = sound.map(({ value }) => inSimpleWords(value));
    const encoded = simple.map((value) => encodeOf({ ...value, headerChecksum: undefined }));
    const answers = answersOf(sample, [...decoded, ...encoded]);
    expect(answers.map(({ result }) => result)).toEqual([
      ...simple.map((value) => ({ ok: true, value })),
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
    answersOf(sample, asked).forEach((answer, index) => {
      expect(answer, asked[index]).toMatchObject(expected[index]!);
    });
  });
}
