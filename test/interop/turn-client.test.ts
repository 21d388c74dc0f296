/** The target turn-client against clients that the world runs, and against commands that are none. */
import { expect, test } from 'vitest';
import { turnClientKind } from '../../src/cli/turn-client-target.ts';
import { IutFault, Unsupported } from '../../src/harness/outcome.ts';
import { projectPath } from '../../src/loader/project.ts';
import { assay } from '../assay.ts';
import { testWith } from '../requires.ts';
import { leftWith, newMark } from './processes.ts';

const OPTIONS = { suite: 'test', seed: 1 };
const CLIENTS = 'fixtures/stacks/turn/clients';
const WERIFT = `turn-client:node ${CLIENTS}/werift.mjs {url} {user} {pass} {text} {seconds} {peers}`;
const LIBJUICE = `turn-client:node ${CLIENTS}/node-datachannel.mjs {host} {port} {user} {pass} {seconds} {peers}`;
const UCLIENT = `turn-client:${CLIENTS}/uclient.sh {host} {port} {user} {pass} {way} {peer}`;

/** What all of them do, and what each is known not to. */
const COMMON = ['RFC8489-AUTH-14', 'RFC8489-AUTH-15', 'STUN-HDR-06', 'TURN-A-01'];

async function judged(target: string, pics: string, broken: readonly string[]) {
  const rules = [...COMMON, ...broken].flatMap((id) => ['--rule', id]);
  const statement = projectPath('fixtures', 'deviations', `${pics}.json`);
  const { status, stdout } = await assay(['run', '--target', target, '--pics', statement, ...rules]);
  expect(status, stdout).toBe(0);
  expect(stdout).toContain(`Conforms: ${COMMON.length} rules pass; ${broken.length} rule`);
}

test('werift does otherwise what is declared, and nothing else', async () => {
  await judged(WERIFT, 'werift', ['RFC8489-AUTH-17']);
}, 180_000);

test('node-datachannel, likewise', async () => {
  await judged(LIBJUICE, 'node-datachannel', ['STUN-HDR-04', 'TURN-S-01']);
}, 180_000);

testWith('coturn')(
  'turnutils_uclient, likewise',
  async () => {
    await judged(UCLIENT, 'turnutils-uclient', ['RFC8489-AUTH-19']);
  },
  180_000,
);

test.each([
  ['a command without a place for the server', 'turnutils_uclient -u {user}'],
  ['no command', ''],
])('%s is a usage error', async (_, command) => {
  await expect(turnClientKind.attach(command, OPTIONS)).rejects.toMatchObject({ code: 'ERR_USAGE' });
});

test('a program that asks for nothing has not started', async () => {
  const fault = await turnClientKind
    .attach('node -e "process.exit(4)" {url}', OPTIONS)
    .catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(IutFault);
  expect((fault as IutFault).message).toMatch(
    /asked the tester's server for nothing; the client ended with exit status 4$/,
  );
});

/** Says one Allocate request without credentials, and waits. */
const ASKS_ONCE = `
  import { createSocket } from 'node:dgram';
  const request = Buffer.from('000300082112a442000102030405060708090a0b0019000411000000', 'hex');
  createSocket('udp4').send(request, Number(process.argv[1]), process.argv[2]);
  setInterval(() => {}, 1000);`.replaceAll('\n', ' ');

test('what the command has no place for cannot be told, and nothing is left of it', async () => {
  const mark = newMark();
  const command = `node --input-type=module -e "${ASKS_ONCE}" {port} {host} ${mark}`;
  const { info, roles, seat } = await turnClientKind.attach(command, { ...OPTIONS, hangLimit: 1_500_000 });
  expect(info).toMatchObject({ capabilities: ['turn.client'], clock: 'real' });
  expect(roles).toEqual(['client']);
  const taken = await seat('one', 1);
  const services = await taken.surface('services');
  const { address: host, port } = await services.serve('udp');
  const place = { host, port: String(port) };
  await expect(services.start({ ...place, way: 'channel' })).rejects.toBeInstanceOf(Unsupported);
  await expect(services.start({ ...place, peers: ['192.0.2.1:9'] })).rejects.toBeInstanceOf(Unsupported);
  await expect(taken.surface('streams')).rejects.toBeInstanceOf(Unsupported);
  await services.start(place);
  expect(await services.next(20_000_000)).toMatchObject({ kind: 'came', place: 0 });
  await taken.leave();
  expect(await leftWith(mark)).toEqual([]);
}, 60_000);
