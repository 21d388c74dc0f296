/** All golden octets that are valid, by decoders that others wrote: they read what the fixture says. */
import { expect, test } from 'vitest';
import { ipv4Header } from '../../src/generated/ipv4/header.ts';
import { contextOf } from '../../src/wire/context.ts';
import { fixturesOfLayer, octetsOf } from '../fixture-files.ts';
import { testWith } from '../requires.ts';
import { expectHeaders, headerColumns } from './dissected-header.ts';
import { expectPacket, ICMP, packetColumns, UDP } from './dissected-packet.ts';
import { expectPorts } from './dissected-udp.ts';
import { kaitaiParser, LAYOUTS } from './kaitai.ts';
import { dissect } from './tshark.ts';

const ADDRESSES = { source: '192.0.2.1', destination: '198.51.100.7' };

const valid = (layer: Parameters<typeof fixturesOfLayer>[0]) =>
  fixturesOfLayer(layer).filter(({ value }) => value !== undefined);

function around(protocol: number, body: Uint8Array): Uint8Array {
  return Buffer.concat([ipv4Header.encode({ protocol, ...ADDRESSES }, { payloadLength: body.length }), body]);
}

test.each(LAYOUTS)('%s: Kaitai reads every valid fixture', async (layer, layout) => {
  const parse = await kaitaiParser(layout);
  const fixtures = valid(layer);
  expect(fixtures.length).toBeGreaterThan(10);
  for (const fixture of fixtures) expect(parse(octetsOf(fixture)), fixture.name).toEqual(fixture.value);
});

testWith('tshark')('tshark reads every valid header, with zeros for its data', () => {
  const fixtures = valid('ipv4/header');
  const headers = fixtures.map(octetsOf);
  const packets = headers.map((header, index) => {
    const packet = new Uint8Array(Math.max(header.length, Number(fixtures[index]?.value?.totalLength)));
    packet.set(header);
    return packet;
  });
  for (const [index, row] of dissect(packets, headerColumns).entries()) expectHeaders(row, [headers[index]!]);
});

testWith('tshark')('tshark reads every valid ICMP message, and what it quotes', () => {
  const packets = valid('ipv4/icmp').map((fixture) => around(ICMP, octetsOf(fixture)));
  for (const [index, row] of dissect(packets, packetColumns).entries()) expectPacket(row, packets[index]!);
});

testWith('tshark')(
  'tshark reads every valid UDP datagram, and whether its checksum is right where addresses are known',
  () => {
    const fixtures = valid('udp/datagram');
    const packets = fixtures.map((fixture) => around(UDP, octetsOf(fixture)));
    for (const [index, row] of dissect(packets, packetColumns).entries()) {
      if (fixtures[index]?.context) expectPacket(row, packets[index]!);
      else expectPorts(row, octetsOf(fixtures[index]!));
    }
  },
);

test('the addresses around are those that the fixtures of UDP name', () => {
  for (const { context } of valid('udp/datagram'))
    if (context) expect(contextOf(context)).toEqual(contextOf(ADDRESSES));
});
