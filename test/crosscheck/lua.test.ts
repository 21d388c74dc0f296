/** The dissectors that are made for Wireshark, in tshark: each field of every well-formed fixture has the value of ours. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { fromHex } from '../../src/contract/hex.ts';
import { readJson } from '../../src/loader/json.ts';
import { projectPath } from '../../src/loader/project.ts';
import { loadSuite } from '../../src/loader/suite.ts';
import { buildLayout } from '../../src/wire/build-layout.ts';
import type { WireDocument } from '../../src/wire/document.ts';
import { lua } from '../../src/wire/targets/lua.ts';
import { temporaryFolder } from '../assay.ts';
import { testWith } from '../requires.ts';

const LAYERS = [
  'ipv4/header',
  'ipv4/icmp',
  'udp/datagram',
  'tcp/segment',
  'turn/message',
  'turn/channel-data',
  'relay/frame',
  'relay/content',
];
/** The link type that the dissectors register for. */
const USER0 = 147;

function captureOf(packets: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(65535, 16);
  head.writeUInt32LE(USER0, 20);
  const records = packets.flatMap((octets) => {
    const record = Buffer.alloc(16);
    record.writeUInt32LE(octets.length, 8);
    record.writeUInt32LE(octets.length, 12);
    return [record, octets];
  });
  return Buffer.concat([head, ...records]);
}

const raw = (value: unknown): string => (typeof value === 'boolean' ? String(Number(value)) : String(value ?? ''));

testWith('tshark').each(LAYERS)('%s', (layer) => {
  const layout = buildLayout(readJson(projectPath('spec', `${layer}.schema.json`)) as WireDocument);
  const fixtures = loadSuite().fixtures.filter((fixture) => fixture.layer === layer && fixture.value !== undefined);
  const folder = temporaryFolder();
  const [script, capture] = [join(folder, 'layer.lua'), join(folder, 'layer.pcap')];
  writeFileSync(script, lua(layout));
  writeFileSync(capture, captureOf(fixtures.map(({ octets }) => fromHex(octets.replace(/\s+/g, '')))));
  const names = layout.fields.filter(({ form }) => ['uint', 'bool', 'ipv4'].includes(form)).map(({ name }) => name);
  const id = `assay_${layer.replace(/[^a-z0-9]+/g, '_')}`;
  const fields = names.flatMap((name) => ['-e', `${id}.${name}`]);
  const ran = spawnSync('tshark', ['-X', `lua_script:${script}`, '-r', capture, '-T', 'fields', ...fields], {
    encoding: 'utf8',
  });
  const rows = ran.stdout
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
  const ours = fixtures.map(({ value }) => names.map((name) => raw(value?.[name])));
  expect(rows).toEqual(ours);
  const all = loadSuite().fixtures.filter((fixture) => fixture.layer === layer);
  writeFileSync(capture, captureOf(all.map(({ octets }) => fromHex(octets.replace(/\s+/g, '')))));
  const told = spawnSync('tshark', ['-X', `lua_script:${script}`, '-r', capture, '-V'], { encoding: 'utf8' });
  expect(
    [told.status, ...(told.stdout.match(/Lua Error.*/g) ?? [])],
    'octets that are cut off are no error of Lua',
  ).toEqual([0]);
});
