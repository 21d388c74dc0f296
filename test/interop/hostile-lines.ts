/**
 * What no harness sends to an adapter, from a seed: requests cut, crossed and filled with values of the wrong type, odd
 * hex, lines of megabytes; and sound headers and octets at random, to compare two codecs on. No line is a `shutdown`.
 */
import { type Ipv4Header, ipv4Header } from '../../src/generated/ipv4/header.ts';
import type { Random } from '../../src/net/random.ts';

/** JSON where something else should stand. */
const WRONG = [
  ...[
    'null',
    'true',
    '-1',
    '0.5',
    '1e999',
    '-0',
    '1E2',
    '9007199254740993',
    '4294967296',
    '01',
    '1.',
    '.5',
    '+1',
    'NaN',
  ],
  ...[
    '""',
    '"0"',
    '"abc"',
    '"0G"',
    '"AB"',
    '"45 0"',
    '"é"',
    '"\\u0034\\u0035"',
    '"\\ud800"',
    '"\\x"',
    '"\\u12"',
    '"1.2.3"',
  ],
  ...[
    '"1.2.3.4.5"',
    '"256.1.1.1"',
    '"01.2.3.4"',
    '"1.2.3.4 "',
    '"\u0000"',
    '"',
    '[]',
    '[[]]',
    '[null]',
    '{}',
    '{',
    '[1,]',
  ],
  ...['{"type":1,"data":"00"}', '[{"type":148,"length":0,"data":"0"}]', '[{"type":256}]', '[{"type":7,"data":""}]'],
  ...[
    '{"a":1,}',
    '{"protocol":1}',
    '{"version":16}',
    '{"ttl":1}',
    `[${'{"type":1},'.repeat(40)}{"type":0}]`,
    '"\\u0000"',
  ],
  ...[`"${'00'.repeat(300)}"`, `${'['.repeat(20)}${']'.repeat(20)}`, `[{"type":9,"data":"${'ff'.repeat(39)}"}]`],
];

const HEADER =
  '{"protocol":17,"source":"192.0.2.1","destination":"198.51.100.7","options":[{"type":148,"data":"0000"}]}';
const SOUND = [
  '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"contract":1,"suite":"0.1.0"}}',
  '{"jsonrpc":"2.0","id":2,"method":"codec/decode","params":{"layer":"ipv4/header","octets":"45000028000100004011"}}',
  `{"jsonrpc":"2.0","id":3,"method":"codec/encode","params":{"layer":"ipv4/header","value":${HEADER},"payload":"00"}}`,
];
/** The place of a value: behind a colon. */
const VALUE = /(?<=":)(?:"[^"]*"|[\d.]+|true|false)/g;
const STRAY = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '0',
  '-',
  'e',
  '\u0000',
  '\t',
  ' ',
  'é',
  '\u{1f600}',
  '\r',
  '\\u',
];

const MEGABYTES = 3 * 2 ** 20;

/** The longest lines there are, few and always the same. */
function hugeLines(): string[] {
  const payload = SOUND[2]!.replace('"payload":"00"', `"payload":"${'00'.repeat(MEGABYTES / 2)}"`);
  return [
    ...['[', '{"a":', '[{"a":', '"', '1', '\\', ' ', 'é'].map((piece) => piece.repeat(MEGABYTES / piece.length)),
    payload,
    `${SOUND[0]}${' '.repeat(MEGABYTES)}`,
    SOUND[1]!.replace('"octets":"', `"octets":"${'4'.repeat(900_001)}`),
    ...[31, 32, 33, 100_000].map((deep) =>
      SOUND[0]!.replace('1,"suite"', `${'['.repeat(deep)}${']'.repeat(deep)},"suite"`),
    ),
  ];
}

export function hostileLines(draw: Random, count: number): string[] {
  const huge = hugeLines();
  const pick = <T>(from: readonly T[]): T => from[draw.below(from.length)]!;
  const spoil = (line: string): string => {
    const at = draw.below(line.length + 1);
    const kind = draw.below(4);
    if (kind === 0) return line.slice(0, at);
    if (kind === 1) return line.slice(0, at) + pick(STRAY) + line.slice(at);
    if (kind === 2) return line.slice(0, at) + pick(STRAY) + line.slice(at + 1);
    return line.slice(0, at) + line.slice(at + 1 + draw.below(8));
  };
  const misfill = (line: string): string => {
    const places = [...line.matchAll(VALUE)];
    const { index, 0: value } = pick(places);
    return line.slice(0, index) + pick(WRONG) + line.slice(index + value.length);
  };
  const noise = (): string => Array.from({ length: draw.below(60) }, () => pick(STRAY)).join('');
  const makers = [() => spoil(pick(SOUND)), () => misfill(pick(SOUND)), () => misfill(misfill(pick(SOUND))), noise];
  return [...huge, ...WRONG, ...Array.from({ length: count - huge.length - WRONG.length }, () => pick(makers)())];
}

type Fields = Partial<Ipv4Header>;

/** Fields that are left out or given, soundly or not, and now and then one that no octets can hold. */
export function drawHeader(draw: Random): { readonly value: Fields; readonly payload: string } {
  const numbers = { version: 4, ihl: 4, dscp: 6, ecn: 2, totalLength: 16, identification: 16, fragmentOffset: 13 };
  const value: Record<string, unknown> = {};
  for (const [name, bits] of Object.entries({ ...numbers, timeToLive: 8, headerChecksum: 16 })) {
    if (draw.below(3) === 0) value[name] = draw.below(2 ** bits + (draw.below(50) === 0 ? 1 : 0));
  }
  for (const name of ['reserved', 'dontFragment', 'moreFragments'])
    if (draw.below(2) === 0) value[name] = draw.below(2) === 1;
  if (draw.below(50) > 0) value.protocol = draw.below(256);
  for (const name of ['source', 'destination']) if (draw.below(50) > 0) value[name] = draw.octets(4).join('.');
  if (draw.below(4) > 0) value.options = Array.from({ length: draw.below(5) }, () => drawOption(draw));
  return {
    value: value as Fields,
    payload: '00'.repeat(draw.below(20) === 0 ? 65_500 + draw.below(36) : draw.below(40)),
  };
}

function drawOption(draw: Random): object {
  const type = draw.below(draw.below(2) === 0 ? 3 : 256);
  if (type < 2) return { type };
  const data = Buffer.from(draw.octets(draw.below(8))).toString('hex');
  // Without data it might be meant as one of the kinds that have fields of their own.
  return { type, ...(draw.below(4) === 0 ? { length: draw.below(256) } : {}), data };
}

/** Mostly a header that a receiver takes, with data behind it at times; else one with a fault, or octets of no sense. */
export function drawOctets(draw: Random): Uint8Array {
  if (draw.below(10) === 0) return draw.octets(draw.below(64));
  const { value } = drawHeader(draw);
  const { ihl: _, version: __, headerChecksum: ___, ...kept } = value;
  const sound = {
    ...kept,
    totalLength: 60 + draw.below(65_476),
    protocol: 1,
    source: '192.0.2.1',
    destination: '0.0.0.1',
  };
  const odd = draw.below(4) === 0 ? value : {};
  let octets: Uint8Array;
  try {
    octets = ipv4Header.encode({ ...sound, ...odd });
  } catch {
    return draw.octets(20);
  }
  const changed = Buffer.concat([octets, draw.octets(draw.below(3))]);
  if (draw.below(8) === 0) changed[draw.below(changed.length)]! ^= 1 << draw.below(8);
  return Uint8Array.from(draw.below(16) === 0 ? changed.subarray(0, draw.below(changed.length)) : changed);
}
