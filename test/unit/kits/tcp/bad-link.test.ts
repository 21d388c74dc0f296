import { expect, test } from 'vitest';
import { BadLink, type Harm } from '../../../../src/kits/tcp/bad-link.ts';
import { readHarms } from '../../../../src/kits/tcp/harms.ts';

const NONE: Harm = { lost: 0, doubled: 0, held: 0, spoilt: 0 };

function through(there: Partial<Harm>, seed = 1, count = 200): number[][] {
  const link = new BadLink(seed, { there: { ...NONE, ...there }, back: NONE });
  for (let index = 0; index < count; index += 1) link.carry('there', Uint8Array.of(index, 0), index * 1000 + 0.5);
  const out: number[][] = [];
  for (let each = link.take(Infinity); each !== undefined; each = link.take(Infinity)) out.push([...each.octets]);
  return out;
}

test('without harm all comes out in order, and not before its time', () => {
  expect(through({}, 1, 3)).toEqual([
    [0, 0],
    [1, 0],
    [2, 0],
  ]);
  const link = new BadLink(1, { there: NONE, back: NONE });
  link.carry('back', Uint8Array.of(7), 10.5);
  expect(link.take(9)).toBeUndefined();
  expect(link.take(10.5)).toEqual({ way: 'back', octets: Uint8Array.of(7) });
  expect(link.nextAt).toBe(Infinity);
});

test('loses, doubles, delays and spoils about as many as it is told, by its seed', () => {
  const lost = 200 - through({ lost: 25 }).length;
  expect(lost).toBeGreaterThan(30);
  expect(lost).toBeLessThan(75);
  expect(through({ doubled: 25 }).length).toBeGreaterThan(230);
  const held = through({ held: 25 }).map(([number]) => number!);
  expect(held).toHaveLength(200);
  expect(held).not.toEqual(held.toSorted((one, other) => one - other));
  const spoilt = through({ spoilt: 25 }).filter(([number, zero], index) => number !== index || zero !== 0);
  expect(spoilt.length).toBeGreaterThan(30);
  expect(through({ lost: 25 }, 1)).toEqual(through({ lost: 25 }, 1));
  expect(through({ lost: 25 }, 2)).not.toEqual(through({ lost: 25 }, 1));
});

test('tables of harms', () => {
  const table = [
    ['way', 'lost', 'held'],
    ['back', '20', ''],
  ];
  expect(readHarms(table)).toEqual({ there: NONE, back: { ...NONE, lost: 20 } });
  expect(() =>
    readHarms([
      ['way', 'eaten'],
      ['there', '1'],
    ]),
  ).toThrow(TypeError);
  expect(() => readHarms([['way'], ['aside']])).toThrow(TypeError);
});
