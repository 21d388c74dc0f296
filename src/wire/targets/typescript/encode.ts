/**
 * `encode`: the caller's value, checked for what can be represented and no more, becomes a struct and is written. Lists
 * and hex are first laid into a scratch view that the struct points into.
 */
import { inEnglish } from '../../faults.ts';
import {
  type BitField,
  type FieldLayout,
  type ItemLayout,
  isBitField,
  type Layout,
  type ListField,
  type OctetsField,
  reachesOutside,
  segmentsOf,
  tagOf,
} from '../../layout.ts';
import { block, code, local, paddingOf, pascal } from './source.ts';
import { contextLines, isDerived, writeBody } from './write.ts';

export function encodeFunction(layout: Layout): string[] {
  const areas = layout.fields.filter((field) => !isBitField(field));
  const outside = areas.filter((field) => field.form === 'list').filter(reachesOutside);
  const body = [
    `checkProperties(value, PROPERTIES, '${layout.title}');`,
    'const from = create();',
    ...layout.fields.filter(isBitField).flatMap(memberLines),
    ...layout.fields.flatMap((field) => absenceLines(layout, field)),
    ...(outside.length > 0 ? ['const later: Later[] = [];'] : []),
    ...areaLines(areas),
    ...contextLines(layout),
    ...layout.fields.flatMap((field) => derivedLines(layout, field)),
    'const octets = freshOctets(lengthOf(from));',
    `write(from, viewOf(octets), 0${areas.length > 0 ? ', { ...context, octets: scratchView }' : ', context'});`,
    // Checked with the schema: such a list lies at a fixed place.
    ...outside.map(({ name, bit = 0 }) => `finish(viewOf(octets), later, ${bit / 8} - from.${name}At);`),
    'return octets;',
  ];
  const known = `const PROPERTIES: ReadonlySet<string> = ${setOf(layout)};`;
  return [known, '', ...block(`function encode(value: Partial<${layout.title}>, context?: Context): Uint8Array`, body)];
}

/** Size and writing of the items of `list`. */
export function listWriters(list: ListField): string[] {
  const name = pascal(list.name);
  const sets = list.items.map((item, index) => `const ${constant(list, index)}: ReadonlySet<string> = ${setOf(item)};`);
  const { name: tag, bits: tagBits } = tagOf(list);
  const cases = list.items.flatMap((item, index) => {
    const label = item.tag === undefined ? 'default:' : `case ${item.tag}:`;
    return block(label, [
      `checkProperties(item, ${constant(list, index)}, path);`,
      ...itemLines(item, tag),
      ...laterLines(item),
      ...padLines(item),
    ]);
  });
  const none = list.items.some((item) => item.tag === undefined)
    ? []
    : [
        'default:',
        `  throw new RangeError(\`\${path}.${tag} must be one of ${list.items.map((item) => item.tag).join(', ')}\`);`,
      ];
  return [
    ...sets,
    '',
    ...block(
      `function encode${name}Item(item: Readonly<Record<string, unknown>>, path: string, view: DataView, at: number${reachesOutside(list) ? ', later: Later[]' : ''}): number`,
      [
        `const ${local(tag)} = uintFrom(item['${tag}'], \`\${path}.${tag}\`, ${tagBits});`,
        ...block(`switch (${kindOf(list, tag)})`, [...cases, ...none]),
      ],
    ),
    '',
    ...block(`function sizeOf${name}(items: readonly object[]): number`, sizeLines(list)),
  ];
}

/**
 * What tells an item's kind: its tag; but an item with a property that the kind for all other tags has alone is of that
 * kind, whatever its tag. So an option can be written that is wrong for its type.
 */
function kindOf(list: ListField, tag: string): string {
  const generic = list.items.find((item) => item.tag === undefined);
  const named = new Set(list.items.filter((item) => item !== generic).flatMap(({ fields }) => fields.map(nameOf)));
  const mark = generic?.fields.map(nameOf).find((name) => !named.has(name));
  return mark === undefined ? local(tag) : `item['${mark}'] === undefined ? ${local(tag)} : -1`;
}

function nameOf({ name }: FieldLayout): string {
  return name;
}

/** Room that the items can take at most: what is fixed, and half of the characters of every hex string. */
function sizeLines(list: ListField): string[] {
  const fixed = Math.max(
    ...list.items.map((item) => {
      const room = segmentsOf(item).map((s) =>
        s.kind === 'bits' ? s.bits / 8 : s.field.form === 'octets' && s.field.isAddress ? 16 : 0,
      );
      return room.reduce((sum, octets) => sum + octets, 0) + (item.pad ? item.pad.octets - 1 : 0);
    }),
  );
  return [
    `let size = ${fixed} * items.length;`,
    "for (const item of items) for (const part of Object.values(item)) if (typeof part === 'string') size += part.length >> 1;",
    'return size;',
  ];
}

function itemLines(item: ItemLayout, tag: string): string[] {
  const hexes = item.fields.filter((field) => field.form === 'octets');
  const bits = item.fields.filter(isBitField).filter(({ name }) => name !== tag);
  return [
    ...hexes.flatMap(({ name, isAddress }) => [
      `const ${name} = item['${name}'] === undefined ? '' : ${isAddress ? 'addressHexFrom' : 'hexFrom'}(item['${name}'], \`\${path}.${name}\`);`,
      `const ${local(`${name}Length`)} = ${name}.length >> 1;`,
    ]),
    ...bits.map((field) => {
      const given = fromValue(field, `item['${field.name}']`, `\`\${path}.${field.name}\``);
      const path = `\`\${path}.${field.name}\``;
      const otherwise = field.derive
        ? `uintFrom(${code(item, field.derive)}, ${path}, ${field.bits})`
        : field.itemChecksum
          ? '0'
          : `missing(${path})`;
      return `const ${local(field.name)} = item['${field.name}'] === undefined ? ${otherwise} : ${given};`;
    }),
    ...writeBody(item, (field) => `writeHex(${field.name}, view, p);`),
  ];
}

/** What hangs on octets outside the item is noted, with its place. */
function laterLines(item: ItemLayout): string[] {
  return item.fields.flatMap((field) => {
    const { name, bit = 0, xor } = field as BitField | OctetsField;
    const at = `at: at + ${bit / 8}`;
    const length = 'bits' in field ? field.bits / 8 : local(`${name}Length`);
    if (xor !== undefined) return [`later.push({ kind: 'xor', ${at}, length: ${length}, from: ${xor} });`];
    if (!('itemChecksum' in field) || !field.itemChecksum) return [];
    const work = `later.push({ kind: 'crc32', ${at}, before: at, mask: ${field.itemChecksum.mask} });`;
    return [`if (item['${name}'] === undefined) ${work}`];
  });
}

function padLines({ pad }: ItemLayout): string[] {
  if (!pad) return ['return stop - at;'];
  return [
    `const next = stop + ${paddingOf('stop', 'at', pad.octets)};`,
    'writeZeros(view, stop, next);',
    'return next - at;',
  ];
}

function memberLines(field: BitField): string[] {
  const value = `value.${field.name}`;
  const given = fromValue(field, value, `'${field.name}'`);
  const set = `if (${value} !== undefined) from.${field.name} = ${given};`;
  return field.derive || field.checksum ? [set] : [set, `else missing('${field.name}');`];
}

/** What `write` would derive is derived here, where a number that its field cannot hold is the caller's error. */
function derivedLines(layout: Layout, field: FieldLayout): string[] {
  if (!isDerived(field) || !isBitField(field) || !field.derive) return [];
  const value = code(layout, field.derive, (name) => `from.${name}`);
  return [
    `if (from.${field.name} === DERIVE) from.${field.name} = uintFrom(${value}, '${field.name}', ${field.bits});`,
  ];
}

function absenceLines(layout: Layout, field: FieldLayout): string[] {
  if (!field.presentWhen) return [];
  const isPresent = code(layout, field.presentWhen, (name) => `from.${name}`);
  const reason = inEnglish(layout, field.presentWhen);
  return [`if (value.${field.name} !== undefined && !(${isPresent})) absent('${field.name}', '${reason}');`];
}

function areaLines(areas: readonly FieldLayout[]): string[] {
  const sizes = areas.map(({ name, form }) =>
    form === 'list' ? `sizeOf${pascal(name)}(${name})` : `(${name}.length >> 1)`,
  );
  const lines = areas.flatMap((area, index) => {
    const { name, form } = area;
    const at = index === 0 ? '0' : 'filled';
    const fill = [`from.${name}At = ${at};`];
    if (form === 'octets') fill.push(`from.${name}Length = writeHex(${name}, scratchView, ${at});`);
    else {
      fill.push(
        `${name}.forEach((item, index) => {`,
        `  const at = from.${name}At + from.${name}Length;`,
        `  from.${name}Length += encode${pascal(name)}Item(item as Readonly<Record<string, unknown>>, \`${name}[\${index}]\`, scratchView, at${form === 'list' && reachesOutside(area) ? ', later' : ''});`,
        '});',
      );
    }
    return index === areas.length - 1
      ? fill
      : [...fill, `${index === 0 ? 'let ' : ''}filled = from.${name}At + from.${name}Length;`];
  });
  return [
    ...areas.map(({ name, form }) => {
      const [empty, from] = form === 'list' ? ['[]', 'listFrom'] : ["''", 'hexFrom'];
      return `const ${name} = value.${name} === undefined ? ${empty} : ${from}(value.${name}, '${name}');`;
    }),
    ...(areas.length > 0 ? [`const scratchView = viewOf(freshOctets(${sizes.join(' + ')}));`, ...lines] : []),
  ];
}

function fromValue(field: BitField, value: string, path: string): string {
  switch (field.form) {
    case 'uint':
      return `uintFrom(${value}, ${path}, ${field.bits})`;
    case 'bool':
      return `flagFrom(${value}, ${path})`;
    case 'ipv4':
      return `addressFrom(${value}, ${path})`;
    default:
      return field.form satisfies never;
  }
}

function setOf(struct: { readonly fields: readonly FieldLayout[] }): string {
  return `new Set([${struct.fields.map(({ name }) => `'${name}'`).join(', ')}])`;
}

function constant(list: ListField, index: number): string {
  return `${list.name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_${index}`;
}
