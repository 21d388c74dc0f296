/** The golden octets of IPv4, ICMP, UDP and STUN leave nothing out that the formats have a name for. */
import { describe, expect, test } from 'vitest';
import { ipv4HeaderLayout } from '../../../src/generated/ipv4/header.ts';
import { icmpMessageLayout } from '../../../src/generated/ipv4/icmp.ts';
import { stunMessageLayout } from '../../../src/generated/turn/message.ts';
import { isBitField } from '../../../src/wire/layout.ts';
import { fixturesOfLayer, octetsOf } from '../../fixture-files.ts';

const headers = fixturesOfLayer('ipv4/header');
const messages = fixturesOfLayer('ipv4/icmp');
const valid = headers.filter(({ value }) => value !== undefined);

test('there are 120 at least', () => {
  expect(headers.length + messages.length + fixturesOfLayer('udp/datagram').length).toBeGreaterThanOrEqual(120);
});

const kinds = ipv4HeaderLayout.fields
  .flatMap((field) => (field.form === 'list' ? field.items : []))
  .map(({ title, tag, fields }) => ({ title, tag, hasLength: fields.some(({ name }) => name === 'length') }));
const known = kinds.map(({ tag }) => tag);

/** Is a type of option this kind's? */
function isOf(tag: number | undefined, type: unknown): boolean {
  return tag === undefined ? !known.includes(Number(type)) : tag === type;
}

test.each(kinds)('$title stands in a header in order', ({ tag }) => {
  const types = valid.flatMap(({ value }) => (value!.options as { type: number }[]).map(({ type }) => type));
  expect(types.some((type) => isOf(tag, type))).toBe(true);
});

test.each(kinds.filter(({ hasLength }) => hasLength))('$title has lengths of 0, 1 and too much', ({ tag }) => {
  const first = headers
    .filter(({ fault }) => fault?.field.startsWith('options[0].'))
    .map(octetsOf)
    .filter((octets) => isOf(tag, octets[20]))
    .map((octets) => ({ length: octets[21] ?? 0, room: octets.length - 20 }));
  const lengths = first.map(({ length }) => length);
  expect(lengths).toEqual(expect.arrayContaining([0, 1]));
  // Two kinds have one length and no other: for them an octet more than that is too much.
  const most = tag === 136 || tag === 148 ? 4 : undefined;
  expect(first.some(({ length, room }) => length > (most ?? room))).toBe(true);
});

test('a header is there with each number of words, 5 and 15 among them, and flags of the Timestamp', () => {
  const words = valid.map(({ value }) => value?.ihl);
  expect(words).toEqual(expect.arrayContaining([5, 6, 7, 8, 9, 10, 14, 15]));
  const options = valid.flatMap(({ value }) => value!.options as { flag?: number }[]);
  expect(options.map(({ flag }) => flag)).toEqual(expect.arrayContaining([0, 1, 2, 3, 15]));
});

test('every code and every type of ICMP that has a name is there', () => {
  const given = messages.map(octetsOf).map(([type, code]) => `${type}/${code}`);
  const types = messages.map(octetsOf).map(([type]) => String(type));
  const [typeField, codeField] = icmpMessageLayout.fields.filter(isBitField);
  const codes = Object.entries(codeField?.namesBy?.names ?? {}).flatMap(([type, names]) =>
    Object.keys(names).map((code) => `${type}/${code}`),
  );
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((each) => !given.includes(each))).toEqual([]);
  expect(Object.keys(typeField?.names ?? {}).filter((type) => !types.includes(type))).toEqual([]);
});

describe('STUN messages', () => {
  const messages = fixturesOfLayer('turn/message');
  const [list] = stunMessageLayout.fields.flatMap((field) => (field.form === 'list' ? [field] : []));
  const attributes = messages.flatMap(({ value }) => (value?.attributes ?? []) as { type: number }[]);

  test.each(list?.items ?? [])('$title stands in a message in order', ({ tag }) => {
    const named = (list?.items ?? []).map((item) => item.tag);
    expect(attributes.some(({ type }) => (tag === undefined ? !named.includes(type) : type === tag))).toBe(true);
  });

  test('every fault that a message as a whole can have is there', () => {
    const kinds = messages.flatMap(({ fault }) => (fault ? [`${fault.kind} ${fault.field.split('[')[0]}`] : []));
    const whole = ['const zeros', 'const magicCookie', 'require length', 'truncated attributes', 'list attributes'];
    expect(kinds).toEqual(expect.arrayContaining(whole));
  });
});
