/** `assay serve --tun`: the kernel's own ping is answered by the reference. */
import { expect } from 'vitest';
import { testWith } from '../requires.ts';
import { assayInside, serve, served } from './tun-stage.ts';

const test = testWith('namespace', 'ping');
const PEER = ['--peer', '198.18.0.2/17'];

test('ping is answered', async () => {
  const stage = await serve('--tun', 'tun7', ...PEER);
  expect(stage.line).toBe('host 198.18.0.1/17 on tun7 (MTU 1500); try: ping 198.18.0.1; Ctrl-C ends it');
  const { status, stdout } = await stage.inside('ping', '-c', '5', '-i', '0.01', '198.18.0.1');
  expect(stdout).toContain('5 packets transmitted, 5 received');
  expect(status).toBe(0);
});

test('the longest ping there is comes back whole, in fragments both ways', async () => {
  const stage = await serve('--tun', 'tun0', ...PEER);
  const { stdout } = await stage.inside('ping', '-c', '2', '-i', '0.1', '-W', '5', '-s', '65507', '198.18.0.1');
  expect(stdout).toContain('65515 bytes from 198.18.0.1: icmp_seq=2');
  expect(stdout).not.toContain('truncated');
  expect(stdout).toContain('2 received');
});

test('a narrow link carries it too', async () => {
  const stage = await serve('--tun', 'tun0', ...PEER, '--mtu', '296');
  const { stdout } = await stage.inside('ping', '-c', '1', '-W', '5', '-s', '2000', '198.18.0.1');
  expect(stdout).toContain('2008 bytes from 198.18.0.1');
});

test('it records the route that it is asked to', async () => {
  const stage = await serve('--tun', 'tun0', ...PEER);
  const { stdout } = await stage.inside('ping', '-R', '-c', '1', '-W', '5', '198.18.0.1');
  expect(stdout).toMatch(/RR:\s+198\.18\.0\.2\s+198\.18\.0\.1\s+198\.18\.0\.2\s/);
});

test('and stamps the time', async () => {
  const stage = await serve('--tun', 'tun0', ...PEER);
  const { stdout } = await stage.inside('ping', '-T', 'tsandaddr', '-c', '1', '-W', '5', '198.18.0.1');
  expect(stdout).toMatch(/TS:\s+198\.18\.0\.2\s+\d+ absolute\s+198\.18\.0\.1\s/);
});

test('nobody else of its network answers', async () => {
  const stage = await serve('--tun', 'tun0', ...PEER);
  const { status, stdout } = await stage.inside('ping', '-c', '1', '-W', '1', '198.18.0.3');
  expect(stdout).toContain('0 received');
  expect(status).toBe(1);
});

test('a router between two devices says when time to live ends; a host does not', async () => {
  const ends = ['--tun', 'left', '--tun', 'right', '--address', '198.18.0.1/17', '--address', '198.18.128.1/17'];
  const peers = [...PEER, '--peer', '198.18.128.2/17'];
  const beyond = ['ping', '-c', '1', '-W', '1', '-t', '1', '-I', 'left', '198.18.128.77'];
  const router = await serve('--role', 'router', ...ends, ...peers);
  for (const address of ['198.18.0.1', '198.18.128.1']) {
    expect((await router.inside('ping', '-c', '1', '-W', '5', address)).stdout).toContain('1 received');
  }
  expect((await router.inside(...beyond)).stdout).toMatch(/From 198\.18\.0\.1 .*Time to live exceeded/);
  const host = await serve(...ends, ...peers);
  expect((await host.inside(...beyond)).stdout).not.toContain('From');
});

test('without a peer the kernel has no address there, and the device has the MTU that was asked for', async () => {
  const stage = await serve('--tun', 'tun0', '--address', '10.9.8.7/24', '--mtu', '600');
  expect(stage.line).toMatch(/^host 10\.9\.8\.7\/24 on tun0 \(MTU 600\); try: ip address add/);
  const { stdout } = await stage.inside('ip', 'address', 'show', 'tun0');
  expect(stdout).toMatch(/<.*\bUP\b.*> mtu 600 /);
  expect(stdout).not.toContain('inet ');
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it well, and the device is gone', async (signal) => {
  // The second one is in the namespace of the first, which so outlives it.
  const stage = await serve('--tun', 'other');
  const second = stage.beside(...assayInside, 'serve', '--tun', 'tun0');
  const links = async (): Promise<string> => (await stage.inside('ip', '-o', 'link')).stdout;
  await second.firstLine;
  expect(await links()).toContain(' tun0:');
  second.child.kill(signal);
  expect(await second.ended).toMatchObject({ status: 0, stderr: '' });
  expect(await links()).not.toContain('tun0');
});

test('a device that another holds, and one that is taken away, are told in one line', async () => {
  const stage = await serve('--tun', 'tun0');
  expect(await stage.inside(...assayInside, 'serve', '--tun', 'tun0')).toEqual({
    status: 3,
    stdout: '',
    stderr: 'assay: serve: another program holds tun0; end that, or choose another name\n',
  });
  await stage.inside('ip', 'link', 'delete', 'tun0');
  expect(await stage.ended).toMatchObject({
    status: 3,
    stderr: 'assay: serve: a device was taken away (read: EBADFD)\n',
  });
});

test.each([
  [
    'a name that an interface of another kind has',
    ['--tun', 'lo'],
    3,
    /there is a lo already, and it is no TUN device/,
  ],
  [
    'an address that the kernel refuses',
    ['--tun', 't', '--peer', '224.0.0.1/4'],
    3,
    /t could not be set up \(SIOCSIFADDR/,
  ],
  ['no address', ['--tun', 't', '--address', 'x'], 2, /--address x: it takes/],
  ['both ways', ['--tun', 't', '--stdio'], 2, /not more/],
  ['no way', [], 2, /by one of --stdio --http --tun --turn/],
])('%s', (_, words, status, message) => {
  const ran = served(...words);
  expect(ran.stderr).toMatch(message);
  expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(ran.status).toBe(status);
});
