/**
 * Lists of tagged items: the walk that finds whether they fit (`xFit`), and their values (`decodeX`). A walk ends at its
 * end, or after an item for which `until` holds; it always gets on, since an item takes at least its tag.
 */
import { type ItemLayout, type ListField, tagOf } from '../../layout.ts';
import { readBody } from './read.ts';
import { block, code, type Lines, local, paddingOf, pascal } from './source.ts';
import { valueProperties } from './value.ts';

/** The functions of reading that a list needs; `type` is the TypeScript type of its value. */
export function listReaders(list: ListField, type: string): string[] {
  const fit = walk(list, 'return false;', () => [], 'return true;');
  const values = walk(
    list,
    'return items;',
    (item) => [`items.push({ ${valueProperties(item).join(', ')} });`],
    'break;',
  );
  return [
    ...block(`function ${list.name}Fit(view: DataView, from: number, to: number): boolean`, [...fit, 'return true;']),
    '',
    ...block(`function decode${pascal(list.name)}(view: DataView, from: number, to: number): ${type}`, [
      `const items: ${type} = [];`,
      ...values,
      'return items;',
    ]),
  ];
}

interface Case {
  readonly label: string;
  readonly lines: Lines;
}

/**
 * Kinds that are only walked over, and alike, share a case; those that are walked as any other kind need none. Where a
 * value is made of them, the type of each case is its own.
 */
function merged(cases: readonly Case[]): Case[] {
  const byLines = new Map<string, Case>();
  for (const { label, lines } of cases) {
    const key = lines.join('\n');
    const same = byLines.get(key);
    byLines.set(key, { label: same && label !== 'default:' ? `${same.label} ${label}` : label, lines });
  }
  const all = [...byLines.values()];
  return [...all.filter(({ label }) => label !== 'default:'), ...all.filter(({ label }) => label === 'default:')];
}

/** Where the next item starts, behind the padding of this one, which is there whole. */
function paddedEnd({ pad }: ItemLayout, fail: string): string[] {
  if (!pad) return [];
  return [`const next = stop + ${paddingOf('stop', 'at', pad.octets)};`, `if (next > to) ${fail}`];
}

function walk(list: ListField, fail: string, take: (item: ItemLayout) => Lines, finish: string): string[] {
  const tagField = tagOf(list);
  const wantsAll = take(list.items[0] as ItemLayout).length > 0;
  const bodies = list.items.map((item): Case => {
    const body = readBody({
      struct: item,
      at: 'at',
      end: 'to',
      fail: () => fail,
      store: () => [],
      wants: () => wantsAll,
      given: [tagField.name],
    });
    const lines = [...body, ...paddedEnd(item, fail), ...take(item), `at = ${item.pad ? 'next' : 'stop'};`];
    return { label: item.tag === undefined ? 'default:' : `case ${item.tag}:`, lines };
  });
  const cases = (wantsAll ? bodies : merged(bodies)).flatMap(({ label, lines }) => block(label, [...lines, 'break;']));
  const otherwise = list.items.some(({ tag }) => tag === undefined) ? [] : ['default:', `  ${fail}`];
  const tag = local(tagField.name);
  const short = tagField.bits > 8 ? [`if (to - at < ${tagField.bits / 8}) ${fail}`] : [];
  return block('for (let at = from; at < to; )', [
    ...short,
    `const ${tag} = view.getUint${tagField.bits}(at);`,
    ...block(`switch (${tag})`, [...cases, ...otherwise]),
    ...(list.until ? [`if (${code(list.items[0] as ItemLayout, list.until)}) ${finish}`] : []),
  ]);
}
