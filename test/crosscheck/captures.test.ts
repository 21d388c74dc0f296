/**
 * Traffic of a real stack, as fixtures/captures has it: every packet by our codecs, by tshark and by Kaitai's parser, and
 * all read the same. What is captured anew is read alike, so that the script that makes them does not rot.
 */
import { readdirSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ipv4Header, ipv4HeaderLayout } from '../../src/generated/ipv4/header.ts';
import { icmpMessage, icmpMessageLayout } from '../../src/generated/ipv4/icmp.ts';
import { udpDatagram, udpDatagramLayout } from '../../src/generated/udp/datagram.ts';
import { projectPath } from '../../src/loader/project.ts';
import { contextOf } from '../../src/wire/context.ts';
import { testWith } from '../requires.ts';
import { capture, SCENES } from './capture/scenes.ts';
import { expectPacket, ICMP, packetColumns, partsOf, UDP } from './dissected-packet.ts';
import { kaitaiParser } from './kaitai.ts';
import { readPcap } from './read-pcap.ts';
import { dissect, dissectFile } from './tshark.ts';

const folder = projectPath('fixtures', 'captures');
const files = readdirSync(folder).filter((name) => name.endsWith('.pcap'));
const packets = files.flatMap((name) => readPcap(`${folder}/${name}`));

test('there is a capture of every scene, and together they are small', () => {
  expect(files.sort()).toEqual(
    Object.keys(SCENES)
      .map((scene) => `${scene}.pcap`)
      .sort(),
  );
  expect(files.reduce((sum, name) => sum + statSync(`${folder}/${name}`).size, 0)).toBeLessThan(200_000);
});

describe.each(files)('%s', (name) => {
  testWith('tshark')('is read by tshark as by us, without a complaint', () => {
    const read = readPcap(`${folder}/${name}`);
    const rows = dissectFile(`${folder}/${name}`, packetColumns);
    expect(rows).toHaveLength(read.length);
    for (const [index, row] of rows.entries()) expectPacket(row, read[index]!);
  });
});

test('our codecs find nothing wrong, but for the options that were made wrong', async () => {
  const refused = packets.map((octets) => ipv4Header.decode(octets)).filter(({ ok }) => !ok);
  const faults = refused.map((decoded) => !decoded.ok && [decoded.fault.kind, decoded.fault.field]);
  expect(faults).toEqual([
    ['list', 'options[0].length'],
    ['list', 'options[0].pointer'],
  ]);
  for (const { header, body } of packets.map((octets) => partsOf(octets)[0]!)) {
    if (header.moreFragments || header.fragmentOffset !== 0) continue;
    if (header.protocol === ICMP) expect(icmpMessage.decode(body).ok).toBe(true);
    if (header.protocol === UDP) expect(udpDatagram.decode(body, contextOf(header)).ok).toBe(true);
  }
});

test('Kaitai reads every packet as we do', async () => {
  const [parseHeader, parseMessage, parseDatagram] = await Promise.all([
    kaitaiParser(ipv4HeaderLayout),
    kaitaiParser(icmpMessageLayout),
    kaitaiParser(udpDatagramLayout),
  ]);
  for (const octets of packets) {
    const { header, body } = partsOf(octets)[0]!;
    if (ipv4Header.decode(octets).ok) expect(parseHeader(octets)).toEqual(header);
    if (header.moreFragments || header.fragmentOffset !== 0) continue;
    if (header.protocol === ICMP) expect(parseMessage(body)).toEqual(icmpMessage.observe(body).value);
    if (header.protocol === UDP) expect(parseDatagram(body)).toEqual(udpDatagram.observe(body).value);
  }
});

test('they hold fragments, options of both kinds of ping, UDP and every ICMP error that a router sends', () => {
  const parts = packets.map((octets) => partsOf(octets)[0]!);
  const types = parts.flatMap(({ header }) => header.options.map(({ type }) => type));
  expect([...new Set(types)]).toEqual(expect.arrayContaining([0, 1, 7, 68, 130, 131, 136, 137, 148, 222]));
  const places = parts.map(({ header }) => `${Number(header.moreFragments)} ${Math.sign(header.fragmentOffset)}`);
  expect([...new Set(places)].sort()).toEqual(['0 0', '0 1', '1 0', '1 1']);
  const said = parts
    .filter(({ header }) => header.protocol === ICMP && header.fragmentOffset === 0)
    .map(({ body }) => `${body[0]}/${body[1]}`);
  const wanted = [
    '0/0',
    '8/0',
    '13/0',
    '14/0',
    '3/0',
    '3/1',
    '3/2',
    '3/3',
    '3/4',
    '3/5',
    '3/13',
    '5/1',
    '11/0',
    '11/1',
    '12/0',
  ];
  expect([...new Set(said)].sort()).toEqual(wanted.sort());
  expect(parts.filter(({ header }) => header.protocol === UDP).length).toBeGreaterThan(10);
});

testWith(
  'namespace',
  'ping',
  'iproute2',
  'tshark',
)('traffic of today is read alike', async () => {
  const seen = [...(await capture('options')), ...(await capture('udp'))].map(({ octets }) => octets);
  expect(seen.length).toBeGreaterThan(60);
  for (const [index, row] of dissect(seen, packetColumns).entries()) expectPacket(row, seen[index]!);
});
