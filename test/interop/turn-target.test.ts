/** The targets `turn:` and `turn-server:` against servers that run, that die, and that are not what they seem. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { projectPath } from '../../src/loader/project.ts';
import { assay } from '../assay.ts';
import { testWith } from '../requires.ts';
import { servedTurn, type TurnProcess } from './turn-process.ts';

const TURN = ['--protocol', 'turn'];

/** A TCP server that answers whoever says anything with `octets`, and nothing over UDP. */
async function strange(octets: Uint8Array): Promise<number> {
  const server = createServer((socket) => socket.on('error', () => {}).once('data', () => socket.end(octets)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('a server that runs', () => {
  let served: TurnProcess;
  beforeAll(async () => {
    served = await servedTurn();
  });
  afterAll(() => served.stop());

  test('the reference, over UDP and TCP, all that needs no patience', async () => {
    for (const transport of ['udp', 'tcp']) {
      const target = `turn://user:pass@127.0.0.1:${served.port}?transport=${transport}`;
      const { status, stdout } = await assay(['run', '--target', target, ...TURN]);
      expect(status, stdout).toBe(0);
      expect(stdout).toMatch(/Conforms: \d+ rules pass/);
    }
  }, 120_000);

  test.each([
    ['a wrong password', 'user:wrong', '', 'it does not take the credentials of "user" in the realm "realm" (401)'],
    ['an unknown user', 'nobody:pass', '', 'it does not take the credentials of "nobody" in the realm "realm" (401)'],
    ['another realm', 'user:pass', '?realm=elsewhere', 'its realm is "realm", not "elsewhere"'],
  ])('%s: one line says so', async (_, credentials, query, why) => {
    const target = `turn://${credentials}@127.0.0.1:${served.port}${query}`;
    const { status, stderr } = await assay(['run', '--target', target, ...TURN]);
    expect([status, stderr]).toEqual([3, `assay: TURN server at 127.0.0.1:${served.port}: ${why}\n`]);
  });
});

describe('no TURN server', () => {
  test.each([
    [
      'TLS alone',
      Uint8Array.of(0x15, 3, 3, 0, 2, 2, 40),
      'it speaks TLS alone there; name the port for TURN without TLS',
    ],
    ['an answer over TCP alone', Uint8Array.of(1, 1, 0, 0), 'it answers over TCP alone; add ?transport=tcp'],
  ])(
    '%s',
    async (_, octets, why) => {
      const port = await strange(octets);
      const { status, stderr } = await assay(['run', '--target', `turn://user:pass@127.0.0.1:${port}`, ...TURN]);
      expect([status, stderr]).toEqual([3, `assay: TURN server at 127.0.0.1:${port}: ${why}\n`]);
    },
    60_000,
  );

  test('nobody', async () => {
    const { status, stderr } = await assay(['run', '--target', 'turn://user:pass@127.0.0.1:9', ...TURN]);
    expect([status, stderr]).toEqual([
      3,
      'assay: TURN server at 127.0.0.1:9: nobody answers there; is the server running?\n',
    ]);
  }, 60_000);

  test('no such URL', async () => {
    const { status, stderr } = await assay(['run', '--target', 'turn://127.0.0.1:9', ...TURN]);
    expect([status, stderr.split('\n')[0]]).toEqual([
      2,
      'assay: --target turn://127.0.0.1:9: not of the form turn://USER:PASS@HOST:PORT[?transport=udp|tcp]',
    ]);
  });
});

describe('a server that we start', () => {
  const stack = (name: string): string => join('fixtures', 'stacks', 'turn', name);

  testWith('coturn')(
    'coturn does otherwise what is declared, and nothing else',
    async () => {
      const pics = projectPath('fixtures', 'deviations', 'coturn.json');
      const target = `turn-server:${stack('coturn.sh')} {port}`;
      const { status, stdout } = await assay(['run', '--target', target, ...TURN, '--pics', pics, '--patience', '3']);
      expect(status, stdout).toBe(0);
    },
    180_000,
  );

  test('one that dies is started again, and its death is the verdict of who killed it', async () => {
    const target = `turn-server:node ${stack('node-turn.mjs')} {port}`;
    const scenarios = ['turn-robustness-002', 'turn-send-001'].flatMap((id) => ['--scenario', id]);
    const { status, stdout } = await assay(['run', '--target', target, ...scenarios, '--report', 'json']);
    expect(status).toBe(1);
    const { results } = JSON.parse(stdout) as {
      results: { scenario: string; verdict: string; reason?: { code: string } }[];
    };
    const told = results.map(({ scenario, verdict, reason }) => [scenario, verdict, reason?.code]);
    expect(told).toContainEqual(['turn-robustness-002/empty', 'fail', 'iut-exited']);
    expect(told).toContainEqual(['turn-robustness-002/largest', 'pass', undefined]);
    expect(
      told.filter(([scenario]) => scenario?.startsWith('turn-send-001')).every(([, verdict]) => verdict === 'pass'),
    ).toBe(true);
  }, 120_000);
});
