/** The tun target: a stack that runs by itself on a TUN device, here our own, judged from beside it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Report } from '../../src/generated/meta/report.ts';
import { projectPath } from '../../src/loader/project.ts';
import { temporaryFolder, withoutProgress } from '../assay.ts';
import { testWith } from '../requires.ts';
import { assayInside, runNode, type Stage, serve, stack } from './tun-stage.ts';

const test = testWith('namespace');
const source = (path: string): string => JSON.stringify(projectPath('src', path));

async function judged(stage: Stage, ...words: string[]) {
  const file = join(temporaryFolder(), 'report.json');
  const run = ['run', '--target', 'tun:tun0', '--report', `json=${file}`, ...words];
  const ran = await stage.inside(...assayInside, ...run);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return { ...ran, report, run: report.results.filter((result) => result.notRun === undefined) };
}

test('the reference conforms, five times over', async () => {
  const { status, stderr, run, report } = await judged(await serve('--tun', 'tun0'), '--repeat', '5');
  expect(withoutProgress(stderr)).toBe('');
  expect(report.target).toMatchObject({ spec: 'tun:tun0', name: 'tun0', clock: 'real', capabilities: ['ipv4.host'] });
  expect(run.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'observed')).toEqual([]);
  expect(run.length).toBeGreaterThan(30);
  expect(report.summary.flips).toBe(0);
  expect(status).toBe(0);
});

test('a stack that takes any checksum fails the rules about it, and no other', async () => {
  const stage = await stack(`
    const { internetSum } = await import(${source('wire/runtime/checksum.ts')});
    change = (datagram) => {
      const length = 4 * (datagram[0] & 15);
      if (length < 20 || length > datagram.length) return datagram;
      const view = new DataView(datagram.buffer);
      view.setUint16(10, 0);
      let sum = internetSum(view, 0, length, 0);
      while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
      view.setUint16(10, 0xffff & ~sum);
      return datagram;
    };
  `);
  const { status, run } = await judged(stage);
  const failed = run.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'observed');
  expect(new Set(failed.flatMap(({ rules }) => rules))).toEqual(new Set(['RFC1122-CSUM', 'RFC791-CSUM-3']));
  expect(failed.every(({ verdict }) => verdict === 'fail')).toBe(true);
  expect(status).toBe(1);
});

test('a stack with another address proves nothing', async () => {
  const stage = await serve('--tun', 'tun0', '--address', '198.18.0.9/17');
  const { status, run } = await judged(stage, '--scenario', 'ipv4-checksum-008');
  expect(run.map(({ verdict }) => verdict)).toEqual(['inconclusive']);
  expect(status).toBe(3);
});

/** With `target`, `link` and `seat` at hand, and `stackEnds` that ends the stack. */
const SEATED = `
  const { tunKind } = await import(${source('harness/targets/tun/target.ts')});
  const { execFileSync } = await import('node:child_process');
  const target = await tunKind.attach('tun0', { suite: 'test', seed: 1 });
  const seat = await target.seat('one', 1);
  const link = await seat.surface('link');
  const told = ({ code, message }) => console.log(code + ' ' + message);
  const ip = (...words) => execFileSync('ip', words);
`;

test.each([
  ['goes', "ip('link', 'delete', 'tun0')", 'is gone (ENODEV)', /no tun0 in this network namespace/],
  [
    'is another of the same name',
    "ip('link', 'delete', 'tun0'); ip('tuntap', 'add', 'tun0', 'mode', 'tun')",
    'is gone, and another has its name',
    /tun0 is down/,
  ],
])('a device that %s is the stack that ended', async (_, happens, how, later) => {
  const stage = await serve('--tun', 'tun0');
  const { stdout, stderr } = await runNode(
    stage,
    `${SEATED}
    const waiting = link.receive(60_000_000).catch(told);
    ${happens};
    await waiting;
    await link.send(new Uint8Array(20)).catch(told);
    await seat.leave();
    told(seat.fault());
    await target.seat('two', 2).catch(told);
    await target.close();
  `,
  );
  expect(stderr).toBe('');
  const lines = stdout.trim().split('\n');
  const ended = `iut-exited its device tun0 ${how}: the stack has ended, or closed it`;
  expect(lines.slice(0, 3)).toEqual([ended, ended, ended]);
  expect(lines[3]).toMatch(/^ERR_TARGET_UNAVAILABLE --target tun:tun0: /);
  expect(lines[3]).toMatch(later);
});

test('a device that is taken down is nobody’s fault, and when it is up again it is judged on', async () => {
  const stage = await serve('--tun', 'tun0');
  const { stdout, stderr } = await runNode(
    stage,
    `${SEATED}
    const waiting = link.receive(60_000_000).catch(told);
    ip('link', 'set', 'tun0', 'down');
    await waiting;
    await seat.leave();
    console.log(seat.fault());
    await target.seat('two', 2).catch(told);
    ip('link', 'set', 'tun0', 'up');
    const { echoRequest } = await import(${JSON.stringify(projectPath('test/unit/harness/targets/kernel/datagrams.ts'))});
    const again = await (await target.seat('three', 3)).surface('link');
    await again.send(echoRequest(again.addresses.tester, again.addresses.iut, 1));
    console.log((await again.receive(5_000_000)).datagram.length);
    await again.send(new Uint8Array(20), 1).catch(({ name }) => console.log(name));
    await again.send(new Uint8Array(9000)).catch(told);
    await target.close();
  `,
  );
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toEqual([
    'ERR_TARGET_UNAVAILABLE --target tun:tun0: tun0 was taken down while it was judged',
    'undefined',
    'ERR_TARGET_UNAVAILABLE --target tun:tun0: tun0 is down; ip link set tun0 up',
    '28',
    'Unsupported',
    'ERR_TESTER tun0 did not take 9000 octets: EMSGSIZE',
  ]);
});

test('what is in the way is told in one line', async () => {
  const stage = await serve('--tun', 'tun0');
  const attached = async (name: string): Promise<string> => {
    const { stderr } = await stage.inside(...assayInside, 'run', '--target', `tun:${name}`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    return stderr;
  };
  expect(await attached('tun9')).toMatch(/there is no tun9 in this network namespace/);
  expect(await attached('lo')).toMatch(/lo is no TUN device/);
  expect(await attached('')).toMatch(/it is of the form tun:NAME/);
  await stage.inside('ip', 'address', 'add', '10.0.0.1/8', 'dev', 'tun0');
  expect(await attached('tun0')).toMatch(/the kernel has the address 10\.0\.0\.1 on tun0/);
});
