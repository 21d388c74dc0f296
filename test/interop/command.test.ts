import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROFILES, PROTOCOLS } from '../../src/cli/options.ts';
import type { Report } from '../../src/generated/meta/report.ts';
import { loadSuite } from '../../src/loader/suite.ts';
import { assay, ran, temporaryFolder, withoutProgress } from '../assay.ts';
import { command } from '../command.ts';
import { testWith } from '../requires.ts';

const HEADER = '4500001c00010000400100000a0000010a000002';

test.each<[string, string[], string]>([
  ['no such command', ['judge'], "unknown command 'judge'"],
  ['no such option', ['run', '--targets', 'x'], "unknown option '--targets'"],
  ['no such target', ['run', '--target', 'cloud'], '--target cloud: no such kind'],
  ['no such rule', ['run', '--rule', 'RFC791-X'], '--rule RFC791-X: no such rule'],
  ['no such scenario', ['run', '--scenario', 'x'], '--scenario x: no such scenario'],
  ['no such protocol', ['run', '--protocol', 'ipx'], '--protocol ipx: no such protocol; there are'],
  ['no such profile', ['run', '--profile', 'x'], '--profile x: no such profile'],
  ['no such level', ['run', '--level', 'may'], "argument 'may' is invalid"],
  ['no number', ['run', '--repeat', 'often'], 'It takes a whole number, 1 or more.'],
  ['no shard', ['run', '--shard', '3/2'], 'It takes I/N with 1 <= I <= N'],
  ['no such format', ['run', '--report', 'pdf'], '--report pdf: no such format'],
  [
    'two for standard output',
    ['run', '--report', 'json', '--report', 'tap'],
    'only one format can go to standard output',
  ],
  [
    'a report that cannot be written',
    ['run', '--report', 'json=/nowhere/x.json'],
    '/nowhere/x.json: cannot be written: ENOENT',
  ],
  [
    'a capture that cannot be written',
    ['run', '--pcap', '/nowhere/x.pcap'],
    '/nowhere/x.pcap: cannot be written: ENOENT',
  ],
  ['a proof that cannot be written', ['prove', '--report', 'json=src'], 'json=src: cannot be written: EISDIR'],
  ['one file for two formats', ['run', '--report', 'json=/x', '--report', 'tap=/x'], 'two formats cannot go to /x'],
  ['nothing to choose', ['run', '--protocol', ','], 'It takes names, with commas between them.'],
  ['no such protocol to prove', ['prove', '--protocol', 'ipx'], '--protocol ipx: no such protocol; there are'],
  ['no such protocol to list', ['rules', '--protocol', 'ipv4,ipx'], '--protocol ipx: no such protocol; there are'],
  ['a part of a rule', ['run', '--rule', 'RFC791-IHL'], 'no such rule; perhaps RFC791-IHL-1'],
  ['no misfortune', ['run', '--misfortune', 'bad luck'], 'It takes WAY:N:WHAT'],
  ['no command', ['run', '--target', 'exec:'], '--target exec:: it is of the form exec:COMMAND'],
  ['a folder where a file is', ['init', 'package.json'], 'init package.json: cannot be written: EEXIST'],
  ['a folder that nobody can make', ['site', '--out', '/proc/assay'], 'site --out: cannot be written: ENOENT'],
  ['no folder', ['site', '--out', ''], 'site --out: it takes the name of a folder'],
  ['two works at once', ['grade', '--check', 'R', '--pin', 'R'], 'grade: --pin and --check do not go together'],
  ['an option of another way', ['serve', '--http', '0', '--realm', 'x'], 'serve: --realm goes with --turn'],
  ['a file to serve from', ['serve', '--http', '0', '--root', 'package.json'], '--root package.json is no folder'],
  ['help for nothing', ['help', 'judge'], 'help judge: no such command; there are run'],
  ['no such pics file', ['run', '--pics', 'nowhere.json'], 'nowhere.json: no such file'],
  ['a folder for a pics file', ['run', '--pics', 'src'], 'src: is a folder, not a file'],
  ['no such rule to show', ['rules', 'IHL-1'], 'no rule IHL-1; perhaps RFC791-IHL-1'],
  ['no such layer', ['decode', 'ipv9', '00'], 'decode ipv9: no such layer; there are'],
  ['a digit too many', ['decode', 'ipv4/header', '450'], '3 hex digits: digit 3, "0", has no partner'],
  ['no hex digit', ['decode', 'ipv4/header', '45 0g'], 'digit 4, "g", is no hex digit'],
  [
    'one address',
    ['decode', 'udp/datagram', '00', '--source', '1.2.3.4'],
    '--source and --destination, both or neither',
  ],
  ['no address', ['decode', 'udp/datagram', '00', '--source', '1', '--destination', '2'], '--source must be a dotted'],
  ['no such report', ['merge', 'nowhere.json'], 'nowhere.json: no such file'],
  ['nothing to serve', ['serve'], 'serve: say how, by one of --stdio'],
])('%s: one clear line, exit 2', async (_, words, message) => {
  const { status, stdout, stderr } = await assay(words);
  expect(stderr).toContain(message);
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

test('a pics file that is no JSON, and one that fails its schema, are named with the place', async () => {
  const folder = temporaryFolder();
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{"pics": 1,');
  expect((await assay(['run', '--pics', broken])).stderr).toMatch(/broken\.json: not JSON: /);
  const wrong = join(folder, 'wrong.json');
  writeFileSync(wrong, '{"pics": 1, "name": "x", "capability": {}}');
  const { status, stderr } = await assay(['run', '--pics', wrong]);
  expect(stderr).toMatch(/wrong\.json: not a pics file: \/ .*"capability"/);
  expect(status).toBe(2);
});

test('decode explains a header and finds its fault', async () => {
  const { status, stdout } = await assay(['decode', 'ipv4/header', HEADER]);
  expect(stdout).toMatch(/0-3\s+Version\s+4/);
  expect(stdout).toMatch(/headerChecksum .*RFC791-CSUM-1/);
  expect(status).toBe(1);
  const piped = await assay(['decode', 'ipv4/header', '-', '--json'], { input: `${HEADER.toUpperCase()}\n` });
  expect(JSON.parse(piped.stdout)).toMatchObject({ value: { timeToLive: 64, source: '10.0.0.1' } });
});

test('decode verifies a checksum over addresses when it is told them', async () => {
  const words = ['decode', 'udp/datagram', 'c000 0007 0008 ffff'];
  expect((await assay(words)).status).toBe(0);
  const { status, stdout } = await assay([...words, '--source', '192.0.2.1', '--destination', '198.51.100.7']);
  expect(stdout).toContain('checksum (bit 48): expected 0x');
  expect(status).toBe(1);
});

/** The whole suite several times, on a machine that tests other things meanwhile. */
const WHOLE_RUNS = 600_000;

test('the main job: the reference conforms, and the report is calm', { timeout: WHOLE_RUNS }, async () => {
  const { status, stdout, stderr } = await assay(['run']);
  expect(withoutProgress(stderr)).toBe('');
  expect(stdout).toMatch(/^Conforms: /m);
  expect(stdout).not.toMatch(/^(FAIL|Inconclusive)/m);
  expect(status).toBe(0);
});

test('whole runs with one seed are equal octet for octet: on all processors and on one, in process and by pipe', {
  timeout: WHOLE_RUNS,
}, async () => {
  const once = await reproducible('run', '--seed', '7');
  expect(await reproducible('run', '--seed', '7', '--jobs', '1')).toBe(once);
  const target = `exec:${process.execPath} dist/src/cli/main.js serve --stdio`;
  // The one thing that must differ is what --target said.
  const piped = await reproducible('run', '--seed', '7', '--target', target);
  expect(piped.replace(JSON.stringify(target), '"reference"')).toBe(once);
});

test('shards merged are the whole', { timeout: WHOLE_RUNS }, async () => {
  const words = ['run', '--protocol', 'ipv4,http', '--seed', '7'];
  const folder = temporaryFolder();
  const shards = ['1/3', '2/3', '3/3'].map((shard, at) => ({ shard, file: join(folder, `${at}.json`) }));
  for (const { shard, file } of shards) await assay([...words, '--shard', shard, '--report', `json=${file}`]);
  expect(await reproducible('merge', ...shards.map(({ file }) => file))).toBe(await reproducible(...words));
});

/** The report in JSON. */
async function reproducible(...words: string[]): Promise<string> {
  const file = join(temporaryFolder(), 'report.json');
  await assay([...words, '--reproducible', '--report', `json=${file}`]);
  return readFileSync(file, 'utf8');
}

test('a verdict comes again by replay, and its octets as a test of one’s own', async () => {
  const file = join(temporaryFolder(), 'report.json');
  await assay(['run', '--protocol', 'ipv4', '--report', `json=${file}`]);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const { scenario } = report.results.find(({ evidence }) => (evidence?.exchange.length ?? 0) > 1)!;
  const again = await assay(['replay', file, scenario]);
  expect(again.status).toBe(0);
  for (const form of ['hex', 'c', 'python']) {
    const { status, stdout } = await assay(['replay', file, scenario, '--as', form]);
    expect(status).toBe(0);
    expect(stdout).toContain(scenario);
  }
  expect((await assay(['replay', file, 'no-such'])).status).toBe(2);
});

testWith('python3')('init makes an adapter that conforms as it stands, and overwrites nothing', async () => {
  const folder = join(temporaryFolder(), 'mine');
  const made = await assay(['init', folder]);
  expect(made.status).toBe(0);
  expect(existsSync(join(folder, 'pics.json'))).toBe(true);
  const ran = await assay([
    'run',
    '--target',
    `exec:python3 ${join(folder, 'adapter.py')}`,
    '--pics',
    join(folder, 'pics.json'),
  ]);
  expect(ran.status).toBe(0);
  const again = await assay(['init', folder]);
  expect(again.stderr).toMatch(/is there already/);
  expect(again.status).toBe(2);
});

test('a deviation that is declared does not count; one that is stale is red', async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const pics = join(folder, 'pics.json');
  writeFileSync(
    pics,
    JSON.stringify({ pics: 1, name: 'x', deviations: [{ rule: 'RFC791-VER', why: 'declared, though it is not so' }] }),
  );
  const { status, stdout } = await assay(['run', '--protocol', 'ipv4', '--pics', pics]);
  expect(stdout).toMatch(/stale/);
  expect(status).toBe(1);
});

test('a target that cannot be attached is one line, exit 3', async () => {
  for (const target of ['http://127.0.0.1:9', 'exec:/no/such/program']) {
    const { status, stderr, stdout } = await assay(['run', '--target', target]);
    expect(`${stderr}${stdout}`).toMatch(/127\.0\.0\.1:9|no\/such\/program/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(3);
  }
});

test('help teaches: every command has a description, run names every target and format', async () => {
  const { stdout } = await assay(['--help']);
  for (const name of ['run', 'replay', 'prove', 'rules', 'decode', 'serve', 'merge', 'doctor', 'init']) {
    expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b.*\\w{3}`, 'm'));
  }
  const run = await assay(['run', '--help']);
  for (const word of ['exec:', 'kernel', 'http-server:', 'junit', 'Examples']) expect(run.stdout).toContain(word);
});

test('a statement about what is not there: a wrong rule is an error, an odd capability is told', async () => {
  const pics = join(temporaryFolder(), 'pics.json');
  const write = (more: object): void =>
    writeFileSync(pics, JSON.stringify({ pics: 1, name: 'x', version: '1', ...more }));
  const why = { clause: 'RFC 791', octets: '45', why: 'there is no reason' };
  write({ deviations: [{ rule: 'RFC791-NOPE', ...why }] });
  const wrong = await assay(['run', '--pics', pics]);
  expect(wrong).toMatchObject({ status: 2, stderr: `assay: ${pics}: there is no rule RFC791-NOPE\n` });
  write({ capabilities: { 'ipv4.decod': true } });
  const { status, stderr } = await assay(['run', '--pics', pics, '--rule', 'RFC791-VER']);
  expect(status).toBe(0);
  expect(stderr).toBe('assay: the capability ipv4.decod is declared: no rule asks for it; perhaps ipv4.decode\n');
});

test('standard output that cannot be written is an error of its own', async () => {
  const { status, stderr } = await ran(['bash', '-c', '"$0" "$1" rules >/dev/full', process.execPath, command]);
  expect({ status, stderr }).toEqual({ status: 3, stderr: 'assay: standard output: cannot be written: ENOSPC\n' });
});

test('a target that cannot be had leaves no empty report', async () => {
  const report = join(temporaryFolder(), 'report.json');
  const { status } = await assay(['run', '--target', 'http://127.0.0.1:1', '--report', `json=${report}`]);
  expect([status, existsSync(report)]).toEqual([3, false]);
});

test('shards are merged when all are there', async () => {
  const folder = temporaryFolder();
  const shards = [1, 2, 3].map((index) => join(folder, `${index}.json`));
  for (const [at, file] of shards.entries()) {
    await assay(['run', '--protocol', 'udp', '--shard', `${at + 1}/3`, '--report', `json=${file}`]);
  }
  expect(await assay(['merge', ...shards])).toMatchObject({ status: 0, stderr: '' });
  expect(await assay(['merge', shards[1]!])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'assay: merge: shards 1/3, 3/3 missing\n',
  });
}, 60_000);

test('help names what the suite has', () => {
  const { protocols, profiles } = loadSuite();
  expect(PROTOCOLS.split(' ').toSorted()).toEqual(protocols.map(({ protocol }) => protocol).toSorted());
  expect(PROFILES.split(' ').toSorted()).toEqual(profiles.map(({ name }) => name).toSorted());
});
