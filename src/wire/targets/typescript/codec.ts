/**
 * The TypeScript of a layer: its struct, and a codec whose every function is written out for this layout. Plain text, in
 * the form that the project's formatter leaves alone as generated.
 */
import {
  type FieldLayout,
  isBitField,
  type Layout,
  type ListField,
  minimumOctets,
  pseudoHeaderOf,
} from '../../layout.ts';
import { encodeFunction, listWriters } from './encode.ts';
import { listReaders } from './list.ts';
import { readBody } from './read.ts';
import { block, membersOf } from './source.ts';
import { decodeFunction } from './value.ts';
import { isDerived, lengthFunction, writeFunction } from './write.ts';

/** The module of a layer's codec. Its types come from `./<name>.types.ts`, its functions from src/wire/runtime. */
export function typescript(layout: Layout): string {
  const { title } = layout;
  const lists = layout.fields.filter((field): field is ListField => field.form === 'list');
  const outside = pseudoHeaderOf(layout) ? ', context?: Context' : '';
  const functions = [
    structInterface(layout),
    block(`function create(): ${title}Struct`, [...literal(layout, createdValue)]),
    block(
      `function read(into: ${title}Struct, view: DataView, at: number, end: number${outside}): number`,
      readInto(layout),
    ),
    block(
      `function decodeStruct(view: DataView, at: number, end: number${outside}): ${title}Struct | number`,
      readFresh(layout),
    ),
    ...lists.map((list) => listReaders(list, `${title}['${list.name}']`)),
    decodeFunction(layout, title),
    lengthFunction(layout),
    writeFunction(layout),
    ...lists.map(listWriters),
    encodeFunction(layout),
    layoutConstant(layout),
    codecConstant(layout),
  ];
  const body = functions.flatMap((lines) => ['', ...lines]);
  return `${[...header(layout, body.join('\n')), ...body].join('\n')}\n`;
}

/** Name of the codec that the module exports: `ipv4Header`. */
export function codecName(layout: Layout): string {
  return `${layout.title.charAt(0).toLowerCase()}${layout.title.slice(1)}`;
}

const RUNTIME: Readonly<Record<string, readonly string[]>> = {
  '../../wire/faults.ts': ['describeFaults'],
  '../../wire/fields.ts': ['describeFields'],
  '../../wire/observe.ts': ['firstFault', 'observe'],
  '../../wire/runtime/address.ts': ['dottedOf'],
  '../../wire/runtime/ip.ts': ['ipOf', 'maskedIpOf'],
  '../../wire/runtime/later.ts': ['finish'],
  '../../wire/runtime/checksum.ts': ['foldSum', 'internetSum', 'pseudoHeaderSum'],
  '../../wire/runtime/fresh.ts': ['freshOctets'],
  '../../wire/runtime/octets.ts': ['copyOctets', 'hexOf', 'viewOf', 'writeHex', 'writeZeros'],
  '../../wire/runtime/values.ts': [
    'absent',
    'addressFrom',
    'addressHexFrom',
    'checkProperties',
    'flagFrom',
    'hexFrom',
    'listFrom',
    'missing',
    'uintFrom',
    'withoutAddresses',
  ],
};

function header(layout: Layout, body: string): string[] {
  const [protocol, name] = layout.layer.split('/');
  const imports = Object.entries(RUNTIME).flatMap(([from, names]) => {
    const used = names.filter((one) => new RegExp(`\\b${one}\\(`).test(body));
    return used.length === 0 ? [] : [`import { ${used.join(', ')} } from '${from}';`];
  });
  const later = /\bLater\b/.test(body) ? [`import type { Later } from '../../wire/runtime/later.ts';`] : [];
  const derive = /\bDERIVE\b/.test(body) ? ', DERIVE' : '';
  return [
    `// Written by \`npm run generate\` from spec/${protocol}/${name}.schema.json: change that, not this.`,
    `import { type Codec, type Context, type Decoded${derive} } from '../../wire/codec.ts';`,
    ...imports,
    `import type { Layout } from '../../wire/layout.ts';`,
    ...later,
    `import type { ${layout.title} } from './${name}.types.ts';`,
    '',
    `export type * from './${name}.types.ts';`,
  ];
}

function structInterface(layout: Layout): string[] {
  const members = layout.fields.flatMap((field) => {
    if (isBitField(field)) return [`${field.name}: number;`];
    return membersOf(field).map((member) => `${member}: number;`);
  });
  return [
    `/** ${layout.title} in its fast form: see Codec. */`,
    ...block(`export interface ${layout.title}Struct`, members),
  ];
}

function literal(layout: Layout, value: (field: FieldLayout, member: string) => string): string[] {
  const members = layout.fields.flatMap((field) =>
    membersOf(field).map((member) => `${member}: ${value(field, member)},`),
  );
  return block('return', members, '};');
}

function createdValue(field: FieldLayout): string {
  if (isDerived(field)) return 'DERIVE';
  return isBitField(field) && field.derive?.op === 'number' ? String(field.derive.value) : '0';
}

function readInto(layout: Layout): string[] {
  const assign = (members: readonly string[]): string[] => members.map((member) => `into.${member} = _${member};`);
  const later = layout.fields.flatMap((field) => {
    if (isBitField(field)) return field.presentWhen ? [`into.${field.name} = 0;`] : [];
    return [`into.${field.name}At = at;`, `into.${field.name}Length = 0;`];
  });
  const body = readBody({
    struct: layout,
    at: 'at',
    end: 'end',
    fail: (number) => `return ${number};`,
    store: assign,
    wants: () => true,
  });
  const [guard = '', ...rest] = body;
  return [guard, ...later, ...rest, 'return 0;'];
}

function readFresh(layout: Layout): string[] {
  const body = readBody({
    struct: layout,
    at: 'at',
    end: 'end',
    fail: (number) => `return ${number};`,
    store: () => [],
    wants: () => true,
  });
  return [...body, ...literal(layout, (_, member) => `_${member}`)];
}

function layoutConstant(layout: Layout): string[] {
  const { fields, ...rest } = layout;
  const name = `${codecName(layout)}Layout`;
  const entries = Object.entries(rest).map(([key, value]) => `${key}: ${JSON.stringify(value)},`);
  return [
    '/** What the observing decoder walks, and pictures are drawn from. */',
    ...block(
      `export const ${name}: Layout =`,
      [...entries, 'fields: [', ...fields.map((field) => `  ${JSON.stringify(field)},`), '],'],
      '};',
    ),
    '',
    `const layout = ${name};`,
    'const scratch = create();',
  ];
}

function codecConstant(layout: Layout): string[] {
  const { title } = layout;
  const context = pseudoHeaderOf(layout) ? ', context' : '';
  return [
    ...block(
      `export const ${codecName(layout)}: Codec<${title}, ${title}Struct> =`,
      [
        `layer: '${layout.layer}',`,
        `title: '${title}',`,
        `minimumOctets: ${minimumOctets(layout)},`,
        'fields: describeFields(layout),',
        'faults: describeFaults(layout),',
        'create,',
        'read,',
        'decodeStruct,',
        'decode,',
        `observe: (octets${context}) => observe(layout, octets${context}),`,
        'encode,',
        'write,',
      ],
      '};',
    ),
  ];
}
