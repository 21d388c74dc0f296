/** What a decoder may make of a message: what the texts leave to it, beside what they do not. */
import { expect, test } from 'vitest';
import { EvidenceLog } from '../../../../src/harness/evidence.ts';
import type { Scene } from '../../../../src/harness/scene.ts';
import { DecoderBench } from '../../../../src/kits/http/decoder-bench.ts';
import { readDocument } from '../../../../src/loader/document.ts';
import { projectPath } from '../../../../src/loader/project.ts';
import type { SuiteFixture } from '../../../../src/spec/suite.ts';
import { outcomeOf } from './stage.ts';

const { layer, fixtures } = readDocument('fixture', projectPath('fixtures', 'http', 'requests.json'));

async function read(name: string, change: Readonly<Record<string, unknown>>): Promise<string> {
  const found = fixtures.find((each) => each.name === name)!;
  const decoded = { ok: true, value: { ...found.value, ...change } };
  const scene = {
    evidence: new EvidenceLog(),
    fixture: () => ({ ...found, layer }) as unknown as SuiteFixture,
    surface: async () => ({ decode: async () => decoded }),
  } as unknown as Scene;
  const bench = new DecoderBench(scene);
  await bench.decode('request', name);
  return outcomeOf(() => bench.assertReads());
}

const host = { name: 'host', value: 'a.example' };

test.each<[string, string, Readonly<Record<string, unknown>>, RegExp]>([
  ['names in lower case', 'plain', { fields: [host] }, /^pass$/],
  ['a fold as three blanks', 'fold', { fields: [host, { name: 'X-A', value: 'b   c' }] }, /^pass$/],
  ['a fold as none', 'fold', { fields: [host, { name: 'X-A', value: 'bc' }] }, /^unmet: /],
  ['one length made of two', 'lengths-equal', { fields: [host, { name: 'content-length', value: '5' }] }, /^pass$/],
  ['a length in the place of chunks', 'chunked', { fields: [host, { name: 'content-length', value: '5' }] }, /^pass$/],
  ['the length beside chunks taken out', 'length-and-coding', { fields: [host] }, /^pass$/],
  ['the length beside chunks gone by', 'length-and-coding', { framing: 'length', body: '350d0a' }, /^unmet: /],
  ['a trailer among the fields', 'trailer', { fields: [host, { name: 'X-A', value: 'b' }] }, /^unmet: /],
])('%s', async (_, name, change, expected) => {
  expect(await read(name, change)).toMatch(expected);
});
