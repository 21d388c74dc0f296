/** The decode page's model: the same findings as the generated codecs, octets from any text, captures whole and cut. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../../src/contract/hex.ts';
import { codecs, isLayerName } from '../../../../src/generated/codecs.ts';
import { projectPath } from '../../../../src/loader/project.ts';
import { writePcap } from '../../../../src/net/pcap.ts';
import { readLayouts } from '../../../../src/site/content.ts';
import { readCapture } from '../../../../src/site/try/decode/capture.ts';
import { MOST_PACKETS } from '../../../../src/site/try/decode/captured.ts';
import { decodeLink, readDecodeLink } from '../../../../src/site/try/decode/decode-link.ts';
import { decoderFrom } from '../../../../src/site/try/decode/decoders.ts';
import { EXAMPLES } from '../../../../src/site/try/decode/examples.ts';
import { rowsOf } from '../../../../src/site/try/decode/field-rows.ts';
import { MOST_OCTETS, readHexText } from '../../../../src/site/try/decode/hex-text.ts';
import { runsOf } from '../../../../src/site/try/decode/runs.ts';
import { type Decoder, walk } from '../../../../src/site/try/decode/walk.ts';
import { readPcap } from '../../../crosscheck/read-pcap.ts';
import { fixtureFiles, octetsOf } from '../../../fixture-files.ts';

const decoders = new Map(readLayouts().map((layout) => [layout.layer, decoderFrom(layout)]));
const decoderOf = (layer: string): Decoder | undefined => decoders.get(layer);

test('there is a decoder of every layer, and it finds what the generated codec finds', () => {
  expect([...decoders.keys()].sort()).toEqual(Object.keys(codecs).sort());
  for (const { layer, fixtures } of fixtureFiles) {
    for (const fixture of fixtures) {
      const octets = octetsOf(fixture);
      expect(decoders.get(layer)!.observe(octets), `${layer} ${fixture.name}`).toEqual(codecs[layer].observe(octets));
    }
  }
});

test('every field of a fixture is a row, and every digit in a row is in one run', () => {
  for (const { layer, fixtures } of fixtureFiles) {
    const codec = codecs[layer];
    for (const fixture of fixtures) {
      const octets = octetsOf(fixture);
      const observed = codec.observe(octets);
      const rows = rowsOf(codec.fields, observed);
      const paths = new Set(rows.map(({ path }) => path));
      expect(Object.keys(observed.value).filter((path) => !paths.has(path))).toEqual([]);
      const runs = runsOf(rows, octets.length);
      expect(runs.map(({ from, to }) => to - from).reduce((sum, digits) => sum + digits, 0)).toBe(octets.length * 2);
      const shown = new Set(runs.flatMap((run) => run.paths));
      const leaves = rows.filter(({ isWhole, bits, bit }) => !isWhole && bits > 0 && bit < octets.length * 8);
      expect(leaves.map(({ path }) => path).filter((path) => !shown.has(path))).toEqual([]);
    }
  }
});

test.each(EXAMPLES)('the example $name breaks what it should', ({ hex, layer, breaks }) => {
  expect(isLayerName(layer)).toBe(true);
  const { layers, needs } = walk(fromHex(hex), layer, decoderOf);
  expect(needs).toBeUndefined();
  expect(layers.flatMap(({ observed }) => observed.faults.map(({ rule }) => rule))).toEqual(breaks);
});

test('layers follow one another, and a decoder that is missing is asked for', () => {
  const stun = fromHex(EXAMPLES.find(({ name }) => name === 'STUN')!.hex);
  const layersOf = (known: readonly string[]) => {
    const { layers, needs } = walk(stun, 'ipv4/header', (layer) =>
      known.includes(layer) ? decoderOf(layer) : undefined,
    );
    return [...layers.map(({ decoder }) => decoder.layer), needs];
  };
  expect(layersOf([])).toEqual(['ipv4/header']);
  expect(layersOf(['ipv4/header'])).toEqual(['ipv4/header', 'udp/datagram']);
  expect(layersOf([...decoders.keys()])).toEqual(['ipv4/header', 'udp/datagram', 'turn/message', undefined]);
});

describe('text', () => {
  test.each([
    ['4500 001c', '4500001c'],
    ['0x45, 0x00', '4500'],
    ['45:00:1c', '45001c'],
    ['0000  45 00 00 1c  00 01    E.......\n0008  ff', '4500001c0001ff'],
    ['00000000: 4500 001c 0001  E.....', '4500001c0001'],
    ['', ''],
  ])('%j', (text, hex) => {
    const read = readHexText(text);
    expect(read.ok && toHex(read.octets)).toBe(hex);
  });

  test.each([
    ['45 0g', 'digit 4, "g", is no hex digit'],
    ['450', '3 hex digits: the last one, "0", has no partner'],
  ])('%j is told', (text, why) => expect(readHexText(text)).toEqual({ ok: false, why }));

  test('ten megabytes are as many octets as a datagram has, and a note', () => {
    const read = readHexText('45 '.repeat(3_400_000));
    expect(read.ok && read.octets.length).toBe(MOST_OCTETS);
    expect(read.ok && read.note).toContain('10200000 characters');
  });

  test('a link holds what was given', () => {
    const link = decodeLink({ layer: 'ipv4/header', hex: '45 00' });
    expect(link).toBe('ipv4/header=4500');
    expect(readDecodeLink(link!)).toEqual({ layer: 'ipv4/header', hex: '4500' });
    expect(readDecodeLink('anything else')).toBeUndefined();
    expect(decodeLink({ layer: 'ipv4/header', hex: '45'.repeat(5000) })).toBeUndefined();
  });
});

describe('captures', () => {
  const captures = readdirSync(projectPath('fixtures', 'captures')).filter((name) => name.endsWith('.pcap'));

  test.each(captures)('%s is read as by the other reader', (name) => {
    const path = projectPath('fixtures', 'captures', name);
    const read = readCapture(new Uint8Array(readFileSync(path)));
    expect(read.ok && read.packets.map(({ octets }) => toHex(octets))).toEqual(readPcap(path).map(toHex));
    expect(read.ok && read.notes).toEqual([]);
  });

  const packets = [1, 2, 3].map((at) => ({ at: at * 1000, octets: fromHex(EXAMPLES[0]!.hex) }));
  const file = writePcap(packets);

  test('cut off anywhere it is told, and what is whole is shown', () => {
    for (let length = 0; length < file.length; length += 1) {
      const read = readCapture(file.subarray(0, length));
      const isBetween = (length - 24) % (16 + packets[0]!.octets.length) === 0;
      if (!read.ok) expect(length).toBeLessThan(24);
      else if (isBetween) expect(read.notes).toEqual([]);
      else expect(read.notes[0]).toContain('cut off');
    }
  });

  test('of very many packets the first are shown', () => {
    const read = readCapture(writePcap(Array.from({ length: MOST_PACKETS + 5 }, () => packets[0]!)));
    expect(read.ok && read.packets.length).toBe(MOST_PACKETS);
    expect(read.ok && read.notes[0]).toContain('only the first');
  });

  test('the same in pcapng, in both orders of octets', () => {
    for (const little of [true, false]) {
      const read = readCapture(
        pcapng(
          packets.map(({ octets }) => octets),
          little,
        ),
      );
      expect(read.ok && read.packets.map(({ octets }) => toHex(octets))).toEqual(
        packets.map(({ octets }) => toHex(octets)),
      );
      expect(read.ok && read.notes).toEqual([]);
    }
  });

  test('behind an Ethernet header, and what is no IPv4 is passed over', () => {
    const ethernet = (type: string) => fromHex(`${'00'.repeat(12)}${type}${EXAMPLES[0]!.hex}`);
    const frames = [ethernet('0800'), ethernet('86dd'), ethernet('81000001' + '0800')];
    const file = writePcap(frames.map((octets) => ({ at: 0, octets })));
    new DataView(file.buffer).setUint32(20, 1);
    const read = readCapture(file);
    expect(read.ok && read.packets).toHaveLength(2);
    expect(read.ok && read.notes).toEqual(['1 packet without an IPv4 datagram passed over']);
  });

  test('any octets are read or told', () => {
    const magics = fc.constantFrom('a1b2c3d4', 'd4c3b2a1', '0a0d0d0a', '');
    fc.assert(
      fc.property(magics, fc.uint8Array({ maxLength: 200 }), (magic, rest) => {
        readCapture(new Uint8Array([...fromHex(magic), ...rest]));
      }),
    );
  });
});

/** A section, an interface of raw IP, and a block for each packet. */
function pcapng(packets: readonly Uint8Array[], little: boolean): Uint8Array {
  const blocks = [
    block(
      0x0a0d0d0a,
      [
        [0x1a2b3c4d, 4],
        [1, 2],
        [0, 2],
        [0xffffffff, 4],
        [0xffffffff, 4],
      ],
      new Uint8Array(0),
      little,
    ),
    block(
      1,
      [
        [101, 2],
        [0, 2],
        [0, 4],
      ],
      new Uint8Array(0),
      little,
    ),
    ...packets.map((octets) =>
      block(
        6,
        [
          [0, 4],
          [0, 4],
          [7, 4],
          [octets.length, 4],
          [octets.length, 4],
        ],
        octets,
        little,
      ),
    ),
  ];
  return new Uint8Array(blocks.flatMap((each) => [...each]));
}

function block(type: number, numbers: readonly (readonly [number, number])[], data: Uint8Array, little: boolean) {
  const fixed = numbers.reduce((sum, [, octets]) => sum + octets, 0);
  const length = 12 + fixed + Math.ceil(data.length / 4) * 4;
  const octets = new Uint8Array(length);
  const view = new DataView(octets.buffer);
  view.setUint32(0, type, little);
  view.setUint32(4, length, little);
  let at = 8;
  for (const [value, size] of numbers) {
    if (size === 4) view.setUint32(at, value, little);
    else view.setUint16(at, value, little);
    at += size;
  }
  octets.set(data, at);
  view.setUint32(length - 4, length, little);
  return octets;
}
