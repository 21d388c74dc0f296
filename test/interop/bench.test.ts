/** That the benchmark runs, and would notice a contender that gets it wrong. What it measures is never asserted. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectPath } from '../../src/loader/project.ts';
import { type Ran, ran } from '../assay.ts';
import { type Contender, interleaveProcesses } from '../bench/interleave.ts';
import { checkAgreement, type Decoder } from '../bench/ipv4/decoder.ts';
import { ourDecoder } from '../bench/ipv4/our-decoders.ts';
import { headerSamples, spoiled } from '../bench/ipv4/samples.ts';
import { withTable } from '../bench/readme.ts';
import { compare, Disagreement, quantile, type Row } from '../bench/row.ts';
import { table } from '../bench/table.ts';
import { testWith } from '../requires.ts';

function bench(...words: string[]): Promise<Ran> {
  return ran([process.execPath, '--import', 'tsx', 'test/bench/index.ts', ...words]);
}

/** The rows of a quick run, their form checked. */
async function quickRows(only: string): Promise<Row[]> {
  const { status, stdout, stderr } = await bench('--quick', '--json', '--only', only);
  expect(status, stderr).toBe(0);
  const { rows, unmeasured } = JSON.parse(stdout) as { rows: Row[]; unmeasured: unknown[] };
  expect(unmeasured).toEqual([]);
  for (const row of rows) {
    expect(row).toEqual({
      work: expect.any(String),
      ours: expect.any(String),
      peer: expect.any(String),
      ratio: expect.any(Number),
      spread: [expect.any(Number), expect.any(Number)],
      goal: expect.stringMatching(/^>= \d+(\.\d+)?( \(.+\))?$/),
      met: expect.any(Boolean),
    });
    expect(row.ratio).toBeGreaterThan(0);
  }
  return rows;
}

testWith('gcc')('decoding is measured against C, kaitai-struct and binary-parser', async () => {
  const rows = await quickRows('decode');
  expect(rows.map(({ peer }) => peer)).toEqual([
    'C (gcc -O2)',
    'kaitai-struct + our checksum',
    'binary-parser + our checksum',
    'C (gcc -O2)',
  ]);
});

test('what needs nothing but Node is measured', async () => {
  const counts = {
    encode: 2,
    validate: 3,
    'http-parse': 6,
    'http-serve': 1,
    scenarios: 2,
    'cold-start': 2,
    adapter: 3,
    'tcp-suite': 1,
    goodput: 2,
    idle: 2,
  };
  const rows = await quickRows(Object.keys(counts).join());
  expect(rows).toHaveLength(Object.values(counts).reduce((sum, count) => sum + count));
});

testWith('bwrap', 'systemPython')('sandboxes are measured', async () => {
  expect(await quickRows('spawn,grade')).toHaveLength(3);
});

testWith('namespace')('probes of the kernel are measured', async () => {
  expect(await quickRows('probes')).toHaveLength(4);
});

testWith('nginx')('judging nginx is measured', async () => {
  expect(await quickRows('http-judge')).toHaveLength(1);
});

testWith('coturn')('a relay is measured against coturn', async () => {
  expect(await quickRows('turn')).toHaveLength(3);
});

test('a table for readers has a line for every row', () => {
  const pair = { work: 'IPv4 encode', ours: 'us', peer: 'them', ratio: 2, spread: [1.9, 2.1] as const };
  const shown = table([
    { ...pair, goal: '>= 1', met: true },
    { ...pair, goal: '>= 3', met: false },
  ]);
  expect(shown.match(/ us +them .* (met|NOT MET)$/gm)).toHaveLength(2);
});

test('a table for the README has a line for every row', async () => {
  const { stdout } = await bench('--quick', '--only', 'encode', '--markdown');
  const [head, rule, ...rows] = stdout.split('\n').filter((line) => line.startsWith('|'));
  expect([head, rule]).toEqual([
    '| work | ours | against | ratio | spread | asked |  |',
    '|---|---|---|---:|---:|---|---|',
  ]);
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row).toMatch(/^\| IPv4 encode \+ checksum \| .* \| (met|NOT MET) \|$/);
});

test('the table is written where its marks stand, and nowhere else', () => {
  const readme = readFileSync(projectPath('README.md'), 'utf8');
  const once = withTable(readme, '| one |');
  expect(once).toContain('\n| one |\n');
  expect(withTable(once, '| two |')).toBe(once.replace('| one |', '| two |'));
  expect(() => withTable('no marks', '')).toThrow(/no single place/);
  expect(() => withTable(`${readme}${readme}`, '')).toThrow(/no single place/);
});

test.each([
  [['--only', 'decoding'], /^bench: --only decoding: no such group; there are decode encode/],
  [['--json', '--markdown'], /^bench: --json and --markdown exclude each other/],
  [['--readme', '--quick'], /^bench: --readme writes rows in full/],
  [['--fast'], /^bench: Unknown option '--fast'/],
])('wrong words %j: one line, exit 2', async (words, line) => {
  const { status, stdout, stderr } = await bench(...words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(line);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('a ratio is taken within each round, and above 1 we are ahead', () => {
  // The machine was ten times slower in the second round, for both.
  const times = new Map([
    ['us', [10, 100, 10]],
    ['them', [20, 200, 30]],
  ]);
  const pair = { work: 'work', ours: 'us', peer: 'them' };
  const row = compare({ ...pair, goal: { atLeast: 1 / 4, asks: 'at most 4 x them' } }, times);
  expect(row).toEqual({ ...pair, ratio: 2, spread: [2, 2.8], goal: '>= 0.25 (at most 4 x them)', met: true });
  expect(compare({ ...pair, goal: { atLeast: 2.1 } }, times)).toMatchObject({ goal: '>= 2.1', met: false });
});

test('quantiles are interpolated', () => {
  expect([0, 0.25, 0.5, 1].map((share) => quantile([4, 1, 3, 2], share))).toEqual([1, 1.75, 2.5, 4]);
});

test('contenders take turns, and the first turn rotates', async () => {
  const turns: string[] = [];
  const contender = (name: string): Contender => ({
    name,
    run: () => {
      turns.push(name);
      return turns.length;
    },
  });
  const times = await interleaveProcesses([contender('a'), contender('b')], 2);
  expect(turns.join('')).toBe('ababba');
  // The first round is for warming up: turns 1 and 2 do not count.
  expect(Object.fromEntries(times)).toEqual({ a: [3, 6], b: [4, 5] });
});

test('a decoder with one wrong field, and one that accepts all, are found out before they are timed', () => {
  const samples = headerSamples();
  const wrong = spoiled(samples);
  const right = ourDecoder(samples);
  const offByOne: Decoder = {
    ...right,
    name: 'off',
    show: (...of) => right.show(...of).replace(/^4,(\d+),/, '4,1$1,'),
  };
  const gullible: Decoder = { ...right, name: 'gullible', show: (_, index) => right.show(samples, index) };
  expect(() => checkAgreement([right], samples, wrong)).not.toThrow();
  expect(() => checkAgreement([right, offByOne], samples, wrong)).toThrow(Disagreement);
  expect(() => checkAgreement([right, gullible], samples, wrong)).toThrow(/gullible finds .*, not bad/);
});
