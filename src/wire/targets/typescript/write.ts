/**
 * The writing of a struct, unrolled: derived members, words, octets, padding, checksum. `write` takes the fast form;
 * items of lists take their value, and share the body.
 */
import { namesIn, sizesIn } from '../../expression/ast.ts';
import {
  type BitField,
  type FieldLayout,
  isBitField,
  type Layout,
  pseudoHeaderOf,
  type Segment,
  type StructLayout,
  segmentsOf,
} from '../../layout.ts';
import { compose, place, storeOf, type Word, wordsOf } from './bits.ts';
import { block, code, local, membersOf, namesOfShape } from './source.ts';
import { startOfSum, sumLines } from './sum.ts';

/** Whether a struct may hold DERIVE for `field`: its value hangs on other fields. */
export function isDerived(field: FieldLayout): boolean {
  if (!isBitField(field)) return false;
  if (field.checksum) return true;
  return field.derive !== undefined && namesIn(field.derive).length + sizesIn(field.derive).length > 0;
}

/** `write` of the codec: the locals from the struct, then the body. */
export function writeFunction(layout: Layout): string[] {
  const hasOctets = layout.fields.some((field) => !isBitField(field));
  const body = [
    ...contextLines(layout),
    ...(hasOctets ? ['const octets = context?.octets ?? view;'] : []),
    ...structLocals(layout, () => true),
    ...writeBody(layout, (field) => {
      const [from, length] = membersOf(field);
      return `copyOctets(octets, from.${from}, view, p, ${local(length ?? '')});`;
    }),
    'return stop - at;',
  ];
  const usesContext = hasOctets || pseudoHeaderOf(layout) !== undefined || Object.keys(layout.context).length > 0;
  const context = usesContext ? 'context?: Context' : '_context?: Context';
  return block(`function write(from: ${layout.title}Struct, view: DataView, at: number, ${context}): number`, body);
}

/** `lengthOf`: how many octets `write` would write. */
export function lengthFunction(layout: Layout): string[] {
  const needed = shapeClosure(layout);
  const isNeeded = (name: string): boolean => needed.has(name);
  const lines = segmentsOf(layout).flatMap((segment, index) => {
    if (segment.kind === 'bits') {
      if (!segment.when) return index === 0 ? [] : [`p += ${segment.bits / 8};`];
      return [`if (${code(layout, segment.when)}) p += ${segment.bits / 8};`];
    }
    return areaLines(layout, segment, '0');
  });
  const [first] = segmentsOf(layout);
  const start = first?.kind === 'bits' ? first.bits / 8 : 0;
  const body = [...structLocals(layout, isNeeded), `let p = ${start};`, ...lines, 'return p;'];
  return block(`function lengthOf(from: ${layout.title}Struct): number`, body);
}

/** The numbers from outside as locals; the addresses of a pseudo-header are looked for where they are needed. */
export function contextLines(layout: StructLayout): string[] {
  const numbers = Object.keys(layout.context).filter((name) => name === 'payloadLength');
  return numbers.map((name) => `const ${name} = context?.${name} ?? 0;`);
}

/** Statements that write `struct` at `at`; the locals of its fields hold their values. Afterwards `stop` is its end. */
export function writeBody(struct: StructLayout, octets: (field: FieldLayout) => string): string[] {
  const segments = segmentsOf(struct);
  const lines = segments.flatMap((segment, index) => {
    if (segment.kind !== 'bits') {
      const copy = octets(segment.field);
      return [copy, ...areaLines(struct, segment, 'at')];
    }
    if (index === 0) return [...wordLines(segment, index, 'at'), `let p = at + ${segment.bits / 8};`];
    const stores = [...wordLines(segment, index, 'p'), `p += ${segment.bits / 8};`];
    return segment.when ? block(`if (${code(struct, segment.when)})`, stores) : stores;
  });
  return [...lines, 'const stop = p;', ...checksumLines(struct, segments)];
}

/** Locals of the members of `from` that `isNeeded` wants, with what is DERIVE worked out. */
function structLocals(layout: Layout, isNeeded: (name: string) => boolean): string[] {
  const sizes = layout.fields.filter((field) => !isBitField(field)).flatMap((field) => membersOf(field).slice(1));
  const values = layout.fields.filter(isBitField).filter(({ name }) => isNeeded(name));
  return [
    ...sizes.map((member) => `const ${local(member)} = from.${member};`),
    ...values.flatMap((field) => {
      const name = local(field.name);
      if (!isDerived(field)) return [`const ${name} = from.${field.name};`];
      const derived = field.checksum ? '0' : field.derive ? code(layout, field.derive) : '0';
      return [`let ${name} = from.${field.name};`, `if (${name} === DERIVE) ${name} = ${derived};`];
    }),
  ];
}

function wordLines(segment: Extract<Segment, { kind: 'bits' }>, index: number, base: string): string[] {
  const fields = place(segment.fields);
  const words: Word[] = wordsOf(segment.bits, index === 0 ? 'w' : `w${index}_`);
  return words.flatMap((word) => {
    return [`const ${word.name} = ${compose(word, fields)};`, storeOf(word, base, word.name)];
  });
}

/** Moves `p` past an octets or list field and writes zeros up to its boundary. */
function areaLines(struct: StructLayout, segment: Exclude<Segment, { kind: 'bits' }>, at: string): string[] {
  const { field } = segment;
  const length = local(membersOf(field)[1] ?? '');
  if (field.form !== 'list' || !field.align) return [`p += ${length};`];
  const { octets } = field.align;
  const aligned =
    (octets & (octets - 1)) === 0
      ? `((${length} + ${octets - 1}) & ~${octets - 1})`
      : `(Math.ceil(${length} / ${octets}) * ${octets})`;
  const whole = struct.length ? `${at === '0' ? '' : `${at} + `}${code(struct, struct.length.octets)}` : '0';
  const end = struct.length && field.size === 'rest' ? `Math.max(p + ${aligned}, ${whole})` : `p + ${aligned}`;
  if (at === '0') return [`p = ${end};`];
  return [`const end = ${end};`, `writeZeros(view, p + ${length}, end);`, 'p = end;'];
}

/** The checksum of the octets that a receiver takes for the struct, however wrong the length that they say. */
function checksumLines(struct: StructLayout, segments: readonly Segment[]): string[] {
  const field = struct.fields.find((one): one is BitField => isBitField(one) && one.checksum !== undefined);
  if (!field) return [];
  const place = `at + ${(field.bit ?? 0) / 8}`;
  const [first] = segments;
  const fixed = first?.kind === 'bits' ? first.bits / 8 : 0;
  const value = `~foldSum(sum) & 0xffff${field.checksum?.none === undefined ? '' : ' || 0xffff'}`;
  const set = `view.setUint16(${place}, ${value});`;
  const guard = pseudoHeaderOf(struct)
    ? [
        `if (context?.source === undefined || context.destination === undefined) throw withoutAddresses('${field.name}');`,
      ]
    : [];
  const whole = [...sumLines(struct, segments, 'at', 'covered'), set];
  if (!struct.length) return block(`if (from.${field.name} === DERIVE)`, [...guard, 'const covered = stop;', ...whole]);
  return block(`if (from.${field.name} === DERIVE)`, [
    ...guard,
    `const covered = Math.min(stop, at + ${code(struct, struct.length.octets)});`,
    ...block(
      `if (covered < at + ${fixed})`,
      [`const sum = internetSum(view, at, covered, ${startOfSum(struct, 'at', 'covered')});`, set],
      '} else {',
    ),
    ...whole.map((line) => `  ${line}`),
    '}',
  ]);
}

/** Names that the shape hangs on, and those that they are derived from. */
function shapeClosure(layout: Layout): Set<string> {
  const needed = namesOfShape(layout);
  for (const field of [...layout.fields].reverse()) {
    if (!needed.has(field.name) || !isBitField(field) || !field.derive) continue;
    for (const name of namesIn(field.derive)) needed.add(name);
  }
  return needed;
}
