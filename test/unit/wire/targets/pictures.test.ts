import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ipv4HeaderLayout } from '../../../../src/generated/ipv4/header.ts';
import { icmpMessageLayout } from '../../../../src/generated/ipv4/icmp.ts';
import { buildLayout } from '../../../../src/wire/build-layout.ts';
import type { WireDocument } from '../../../../src/wire/document.ts';
import { ascii } from '../../../../src/wire/targets/ascii.ts';
import { partsOf } from '../../../../src/wire/targets/rows.ts';
import { svg } from '../../../../src/wire/targets/svg.ts';

const folder = new URL('../../../../fixtures/meta/x-wire/valid', import.meta.url).pathname;

function layoutOf(name: string) {
  return buildLayout(JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as WireDocument);
}

test('the box of the IPv4 header is that of RFC 791, with the fields of today', () => {
  expect(ascii(ipv4HeaderLayout).split('\n').slice(2, 16)).toEqual([
    ' 0                   1                   2                   3',
    ' 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1',
    '+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+',
    '|Version|  IHL  |   DSCP    |ECN|         Total Length          |',
    '+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+',
    '|        Identification         |a|b|c|     Fragment Offset     |',
    '+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+',
    '| Time to Live  |   Protocol    |        Header Checksum        |',
    '+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+',
    '|                        Source Address                         |',
    '+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+',
    '|                      Destination Address                      |',
    '+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+',
    '/                          Options ...                          /',
  ]);
});

describe.each([ipv4HeaderLayout, icmpMessageLayout, layoutOf('fields-across-words'), layoutOf('sized-octets')])(
  '$title',
  (layout) => {
    test('every bit of every field is drawn once', () => {
      for (const field of layout.fields) {
        const cells = partsOf(layout).flatMap(({ rows }) =>
          rows.flatMap(({ cells }) => cells.filter((cell) => cell.field === field)),
        );
        const bits = cells.reduce((sum, cell) => sum + cell.bits, 0);
        expect(bits).toBe('bits' in field ? field.bits : 32);
        expect(cells.filter(({ isContinued }) => !isContinued)).toHaveLength(1);
      }
    });

    test('no line of the box is wider than 65 characters, and every label stands somewhere', () => {
      const text = ascii(layout);
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(65);
      for (const { label } of layout.fields) expect(text).toContain(label);
    });

    test('the SVG is well-formed, names every field, and loads nothing', () => {
      const text = svg(layout);
      for (const { name } of layout.fields) expect(text).toContain(`data-field="${name}"`);
      const open = text.match(/<(svg|g|text|title|style)\b/g)?.length;
      expect(text.match(/<\/(svg|g|text|title|style)>/g)).toHaveLength(open ?? 0);
      expect(text).not.toMatch(/<script|href=|url\(|&(?!#\d+;)/);
      expect(text).toContain('prefers-color-scheme: dark');
    });
  },
);

test('text that would end an element is escaped', () => {
  const text = svg({ ...layoutOf('one-octet'), title: 'Sample', description: 'a < b & "c" > d' });
  expect(text).toContain('a &#60; b &#38; &#34;c&#34; &#62; d');
});
