/**
 * Lists of tagged items: the walk that finds whether they fit (`xFit`), and their values (`decodeX`). A walk ends at its
 * end, or after an item for which `until` holds; it always gets on, since an item takes at least its tag.
 */
import { type ItemLayout, type ListField, tagOf } from '../../layout.ts';
import { readBody } from './read.ts';
import { block, code, type Lines, local, pascal } from './source.ts';
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

function walk(list: ListField, fail: string, take: (item: ItemLayout) => Lines, finish: string): string[] {
  const tagField = tagOf(list);
  const wantsAll = take(list.items[0] as ItemLayout).length > 0;
  const cases = list.items.flatMap((item) => {
    const body = readBody({
      struct: item,
      at: 'at',
      end: 'to',
      fail: () => fail,
      store: () => [],
      wants: () => wantsAll,
      given: [tagField.name],
    });
    const label = item.tag === undefined ? 'default:' : `case ${item.tag}:`;
    return block(label, [...body, ...take(item), 'at = stop;', 'break;']);
  });
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
