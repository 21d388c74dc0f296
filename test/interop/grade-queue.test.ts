/**
 * Four workers on Redis, two of them killed in mid-job, Redis restarted once: every submission is graded, each counted once.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { assay, temporaryFolder, withoutProgress } from '../assay.ts';
import { command } from '../command.ts';
import { testWith } from '../requires.ts';
import { DECODER, findingsIn, makeClass } from './grade-class.ts';

/** So slow to start that a kill finds a job under way. */
const SLOW = `import time\ntime.sleep(1)\n${DECODER}`;
const CLASS = 12;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function start(words: readonly string[]): ChildProcess {
  const child = spawn(words[0]!, words.slice(1), { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function answers(port: number): Promise<void> {
  for (;;) {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const answered = new Promise<boolean>((resolve) => {
      socket.once('error', () => resolve(false));
      socket.once('data', (octets) => resolve(octets.toString().startsWith('+PONG')));
    });
    socket.write('PING\r\n');
    const ready = await answered;
    socket.destroy();
    if (ready) return;
    await pause(50);
  }
}

/** Until so many findings stand in the records. */
async function foundAtLeast(count: number, records: string): Promise<void> {
  for (;;) {
    const found = existsSync(records) ? readFileSync(records, 'utf8').split('"kind":"found"').length - 1 : 0;
    if (found >= count) return;
    await pause(100);
  }
}

testWith('redis', 'systemPython')(
  'workers that are killed and a Redis that restarts lose nothing',
  { timeout: 600_000 },
  async () => {
    const folder = temporaryFolder();
    const names = Array.from({ length: CLASS }, (_, index) => `student ${index}`);
    const submissions = Object.fromEntries(names.map((name) => [name, { 'main.py': `# ${name}\n${SLOW}` }]));
    const rubric = await makeClass(folder, submissions);
    const port = await freePort();
    const redisWords = ['redis-server', '--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
    const startRedis = (): ChildProcess => start([...redisWords, '--appendonly', 'yes', '--appendfsync', 'always']);
    const redis = startRedis();
    await answers(port);
    const queue = `redis://127.0.0.1:${port}`;
    const startWorker = (): ChildProcess => start([process.execPath, command, 'worker', '--queue', queue]);
    const workers = Array.from({ length: 4 }, startWorker);
    const out = join(folder, 'out');
    const words = ['grade', join(folder, 'submissions'), '--rubric', rubric, '--out', out, '--queue', queue];
    const graded = assay(words);
    await foundAtLeast(1, join(out, 'records.jsonl'));
    for (const worker of workers.slice(0, 2)) worker.kill('SIGKILL');
    redis.kill('SIGTERM');
    await once(redis, 'exit');
    startRedis();
    await answers(port);
    const { status, stdout, stderr } = await graded;
    expect(status, stderr).toBe(0);
    const [gone, back] = [`no Redis answers at 127.0.0.1:${port}; trying again`, `the queue is at 127.0.0.1:${port}`];
    expect(withoutProgress(stderr)).toMatch(new RegExp(`^(${gone}\n${back}\n)*$`));
    expect(stdout).toContain(`${CLASS} of ${CLASS} graded`);
    const keys = findingsIn(join(out, 'records.jsonl')).map(({ key }) => key.submission);
    expect([keys.length, new Set(keys).size]).toEqual([CLASS, CLASS]);
    const again = await assay(words);
    expect(again.stdout).toBe(stdout);
    expect(findingsIn(join(out, 'records.jsonl'))).toHaveLength(CLASS);
  },
);
