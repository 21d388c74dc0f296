/** `relay:HOST:PORT/KEY`: a supernode on a real socket is judged as a stranger and a client meet it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stepDefinitions } from '../../features/steps/index.ts';
import { compileSuite } from '../../src/build/compile-suite.ts';
import { attach } from '../../src/cli/targets.ts';
import { run } from '../../src/harness/run.ts';
import { indexSteps } from '../../src/harness/step-index.ts';
import { LiveNode } from '../../src/serve/relay/live-node.ts';

const RULES = ['HPR-FRAME-01', 'HPR-FRAME-02', 'HPR-FRAME-03', 'HPR-HOP-01', 'HPR-RES-02', 'HPR-RES-05', 'HPR-RES-06'];
const LIMIT = 60_000;
const PLACES = [{ address: '127.0.0.1', port: 0 }];

let node: LiveNode;

beforeAll(async () => {
  node = await LiveNode.open(PLACES, { role: 'relay' }, () => {});
});
afterAll(() => node.close());

test(
  'the supernode of the reference passes what can be seen on the wire',
  async () => {
    const suite = compileSuite(stepDefinitions);
    const target = await attach(`relay:127.0.0.1:${node.endpoint.port}/${node.key}`, { suite: suite.version, seed: 1 });
    expect(target.info.capabilities).toEqual(['relay.supernode']);
    const selection = { rules: RULES };
    const steps = indexSteps(stepDefinitions);
    const { results } = await run({ suite, steps, target, selection, seed: 1, level: 'must', repeat: 1 });
    await target.close();
    const judged = results.filter(({ verdict }) => verdict !== 'none');
    expect(judged.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(new Set(judged.map(({ rules }) => rules[0]))).toEqual(new Set(RULES));
  },
  LIMIT,
);

test('another key than its own is told of before anything is judged', async () => {
  const other = `${node.key.slice(0, -2)}${node.key.endsWith('00') ? '01' : '00'}`;
  const words = { suite: '0', seed: 1, hangLimit: 200_000 };
  await expect(attach(`relay:127.0.0.1:${node.endpoint.port}/${other}`, words)).rejects.toMatchObject({
    code: 'ERR_TARGET_UNREACHABLE',
  });
});

test('what is no place and key is refused', async () => {
  await expect(attach('relay:127.0.0.1:70000/00', { suite: '0', seed: 1 })).rejects.toMatchObject({
    code: 'ERR_USAGE',
  });
});
