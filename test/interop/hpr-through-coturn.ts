/**
 * Inside a namespace that is ours: coturn at 198.18.0.1, a directory at 198.18.0.2, and two nodes of HPR at 198.18.0.3 and .4
 * that say everything through coturn. They log in, find each other, and talk; what was heard is written as JSON.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toHex } from '../../src/contract/hex.ts';
import { isThere } from '../../src/kits/turn/alive.ts';
import { LiveNode } from '../../src/serve/relay/live-node.ts';
import { RelayedNode } from './relayed-node.ts';

const TURN = { address: '198.18.0.1', port: 3478 };
const ADDRESSES = ['198.18.0.1', '198.18.0.2', '198.18.0.3', '198.18.0.4'];
const text = (words: string): string => toHex(new TextEncoder().encode(words));

for (const address of ADDRESSES) execFileSync('ip', ['address', 'add', `${address}/32`, 'dev', 'lo']);
execFileSync('ip', ['link', 'set', 'lo', 'up']);
const folder = mkdtempSync(join(tmpdir(), 'assay-coturn-'));
const words = [
  '-n --no-cli --no-tls --no-dtls --lt-cred-mech --user=user:pass --realm=realm --log-file=stdout',
  `--listening-ip=${TURN.address} --relay-ip=${TURN.address} --listening-port=${TURN.port}`,
  `--pidfile=${join(folder, 'pid')} --userdb=${join(folder, 'db')}`,
];
const coturn = spawn('turnserver', words.join(' ').split(' '), { stdio: 'ignore' });
try {
  for (let looks = 0; looks < 20 && !(await isThere(TURN, 'udp')); looks += 1);
  const accounts = [
    { name: 'anna', password: 'one', contacts: ['bert'] },
    { name: 'bert', password: 'two', contacts: ['anna'] },
  ];
  const directory = await LiveNode.open(
    [{ address: '198.18.0.2', port: 4000 }],
    { role: 'directory', accounts },
    () => {},
  );
  const known = { directory: { endpoint: directory.endpoint, key: directory.key } };
  const anna = await RelayedNode.open(TURN, '198.18.0.3', { name: 'anna', password: 'one', ...known });
  const bert = await RelayedNode.open(TURN, '198.18.0.4', { name: 'bert', password: 'two', ...known });
  await anna.told({ event: 'presence', name: 'bert', state: 'online' });
  anna.call('send', { to: 'bert', data: text('is anybody there?') });
  const asked = await bert.told({ event: 'message', from: 'anna' });
  bert.call('send', { to: 'anna', data: text('here I am') });
  const answered = await anna.told({ event: 'message', from: 'bert' });
  const path = await anna.told({ event: 'path', to: 'bert' });
  process.stdout.write(`${JSON.stringify({ asked: asked.data, answered: answered.data, path: path.kind })}\n`);
  anna.close();
  bert.close();
  await directory.close();
} finally {
  coturn.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
