/**
 * The reading of a struct, unrolled: loads, fields, checks. The same body serves `read` (into the caller's struct),
 * `decodeStruct` (a fresh one), the walk over a list and the values of its items; they differ in what becomes of a field
 * and what a failed check does.
 */
import { namesIn } from '../../expression/ast.ts';
import { type Check, listChecks } from '../../faults.ts';
import {
  type BitField,
  isBitField,
  minimumOctets,
  type OctetsField,
  type Segment,
  type StructLayout,
  segmentsOf,
} from '../../layout.ts';
import { extract, loadOf, place, type Word, wordsOf } from './bits.ts';
import { block, code, type Lines, local, membersOf } from './source.ts';
import { sumLines, sumsWords } from './sum.ts';

export interface Reading {
  readonly struct: StructLayout;
  /** Locals that hold the first octet and the end of what may be read. */
  readonly at: string;
  readonly end: string;
  /** A statement that leaves the body, for the check of that number. */
  fail(number: number): string;
  /** Statements to run once these members' locals are set. */
  store(members: readonly string[]): Lines;
  /** Whether a member is wanted beyond what the body itself needs. */
  wants(member: string): boolean;
  /** Fields whose locals are there already. */
  readonly given?: readonly string[];
}

/** Statements that read `struct`; after them the local `stop` is the end of what it takes. */
export function readBody(reading: Reading): string[] {
  const { struct } = reading;
  const checks = new Map(listChecks(struct).map((check) => [check.key, check]));
  const segments = segmentsOf(struct);
  const body = segments.flatMap((segment, index) =>
    segment.kind === 'bits' ? bitsLines(reading, checks, segment, index) : octetsLines(reading, checks, segment, index),
  );
  return [...body, ...requireLines(reading, checks), ...wholeLines(reading, checks, segments)];
}

type Checks = ReadonlyMap<string, Check>;
type BitsSegment = Extract<Segment, { kind: 'bits' }>;
type OctetsSegment = Exclude<Segment, { kind: 'bits' }>;

function bitsLines(reading: Reading, checks: Checks, segment: BitsSegment, index: number): string[] {
  const { struct, at } = reading;
  const octets = segment.bits / 8;
  const fields = place(segment.fields).filter(({ field }) => isWanted(reading, field));
  const words = wordsOf(segment.bits, index === 0 ? 'w' : `w${index}_`).filter(
    (word) => sumsWords(struct, index) || fields.some((placed) => lies(placed, word)),
  );
  const base = index === 0 ? at : 'p';
  const declare = segment.when ? '' : 'const ';
  const lines = [
    ...words.map((word) => `const ${word.name} = ${loadOf(word, base)};`),
    ...fields.map((placed) => `${declare}${local(placed.field.name)} = ${extract(placed, words)};`),
    ...reading.store(segment.fields.map(({ name }) => name)),
    ...segment.fields.flatMap((field) => fieldCheck(field, reading, checks)),
  ];
  const fail = reading.fail(checks.get(`segment ${index}`)?.number ?? 0);
  if (index === 0) {
    const least = minimumOctets(struct);
    const isThere = reading.given?.length === struct.fields.length;
    return [
      ...(isThere ? [] : [`if (${reading.end} - ${at} < ${least}) ${fail}`]),
      ...lines,
      ...openLines(reading, checks, octets),
    ];
  }
  const reached = [`if (stop - p < ${octets}) ${fail}`, ...lines, `p += ${octets};`];
  if (!segment.when) return reached;
  const locals = fields.map(({ field }) => `let ${local(field.name)} = 0;`);
  return [...locals, ...block(`if (${code(struct, segment.when)})`, reached)];
}

/** After the first segment: where the struct ends, and where the next field starts. */
function openLines(reading: Reading, checks: Checks, octets: number): string[] {
  const { struct, at, end } = reading;
  const next = `${at} + ${octets}`;
  const rest = segmentsOf(struct).slice(1);
  const isMoved = rest.length > 1 || rest[0]?.kind === 'bits' || !struct.length;
  const isUsed = rest.length > 1 || rest.some((one) => one.kind !== 'octets' || isPlaced(reading, one.field));
  const cursor = isUsed ? [`${isMoved ? 'let' : 'const'} p = ${next};`] : [];
  if (!struct.length) return rest.length > 0 ? [`let stop = ${end};`, ...cursor] : [`const stop = ${next};`];
  const fail = reading.fail(checks.get('length')?.number ?? 0);
  return [
    `const stop = ${at} + ${code(struct, struct.length.octets)};`,
    isKnownToHold(struct, octets) ? `if (stop > ${end}) ${fail}` : `if (stop < ${next} || stop > ${end}) ${fail}`,
    ...cursor,
  ];
}

/** Whether the length is known to take in the first `octets`: a field, or a multiple of one, that has a minimum. */
function isKnownToHold({ length, fields }: StructLayout, octets: number): boolean {
  const expression = length?.octets;
  const factor = expression?.op === '*' && expression.right.op === 'number' ? expression.right.value : 1;
  const name = expression?.op === '*' ? expression.left : expression;
  const field = fields.find((one) => name?.op === 'name' && one.name === name.name);
  return field !== undefined && isBitField(field) && (field.minimum ?? 0) * factor >= octets;
}

/** Whether anything asks where `field` lies. */
function isPlaced(reading: Reading, field: OctetsField): boolean {
  return field.size !== 'rest' || !reading.struct.length || membersOf(field).some((member) => reading.wants(member));
}

function octetsLines(reading: Reading, checks: Checks, segment: OctetsSegment, index: number): string[] {
  const { field } = segment;
  const { struct } = reading;
  const members = membersOf(field);
  const [from = '', length = ''] = members.map(local);
  const isWanted = field.form === 'list' || members.some((member) => reading.wants(member));
  const isLast = index === segmentsOf(struct).length - 1 && struct.length !== undefined;
  if (isLast && field.form === 'octets' && !isPlaced(reading, field)) return [];
  const size = field.size === 'rest' ? 'stop - p' : code(struct, field.size);
  const lines = isWanted ? [`const ${from} = p;`] : [];
  lines.push(`const ${length} = ${field.presentWhen ? `${code(struct, field.presentWhen)} ? ${size} : 0` : size};`);
  if (field.size !== 'rest') {
    const fail = reading.fail(checks.get(`segment ${index}`)?.number ?? 0);
    lines.push(`if (${length} < 0 || ${length} > stop - p) ${fail}`);
  }
  return [...lines, ...reading.store(members), ...(isLast ? [] : [`p += ${length};`])];
}

function fieldCheck(field: BitField, reading: Reading, checks: Checks): string[] {
  const check = checks.get(`field ${field.name}`);
  if (!check || reading.given?.includes(field.name)) return [];
  const value = field.bits === 32 ? `(${local(field.name)} >>> 0)` : local(field.name);
  return [`if (${wrongWhen(field, value)}) ${reading.fail(check.number)}`];
}

function wrongWhen({ constant, allowed, minimum, maximum }: BitField, value: string): string {
  if (constant !== undefined) return `${value} !== ${constant}`;
  if (allowed) return allowed.map((one) => `${value} !== ${one}`).join(' && ');
  const bounds = [
    minimum === undefined ? [] : `${value} < ${minimum}`,
    maximum === undefined ? [] : `${value} > ${maximum}`,
  ];
  return bounds.flat().join(' || ');
}

function requireLines(reading: Reading, checks: Checks): string[] {
  const { struct } = reading;
  const close = !struct.length && segmentsOf(struct).length > 1 ? ['stop = p;'] : [];
  const lines = struct.require.map(({ that }, index) => {
    return `if (!(${code(struct, that)})) ${reading.fail(checks.get(`require ${index}`)?.number ?? 0)}`;
  });
  return [...close, ...lines];
}

function wholeLines(reading: Reading, checks: Checks, segments: readonly Segment[]): string[] {
  return reading.struct.fields.flatMap((field) => {
    if (field.form === 'list') {
      const [from, length] = membersOf(field).map(local);
      const fail = reading.fail(checks.get(`list ${field.name}`)?.number ?? 0);
      return [`if (${length} !== 0 && !${field.name}Fit(view, ${from}, ${from} + ${length})) ${fail}`];
    }
    if (!isBitField(field) || !field.checksum) return [];
    const fail = reading.fail(checks.get(`checksum ${field.name}`)?.number ?? 0);
    const { over, none } = field.checksum;
    const lines = [...sumLines(reading.struct, segments, reading.at, 'stop'), `if (foldSum(sum) !== 0xffff) ${fail}`];
    const conditions = [
      ...(over === 'pseudo-header' ? ['context?.source !== undefined && context.destination !== undefined'] : []),
      ...(none === undefined ? [] : [`${local(field.name)} !== ${none}`]),
    ];
    return conditions.length === 0 ? lines : block(`if (${conditions.join(' && ')})`, lines);
  });
}

function isWanted(reading: Reading, field: BitField): boolean {
  const { struct } = reading;
  if (reading.given?.includes(field.name)) return false;
  return reading.wants(field.name) || namesUsed(struct).has(field.name);
}

/** Names that the body itself needs: of conditions, sizes, requirements, and of checked fields. */
function namesUsed(struct: StructLayout): Set<string> {
  const expressions = [struct.length?.octets, ...struct.require.map(({ that }) => that)];
  const names = new Set<string>();
  for (const field of struct.fields) {
    expressions.push(field.presentWhen);
    if ('size' in field && field.size !== 'rest') expressions.push(field.size);
  }
  for (const expression of expressions) if (expression) for (const name of namesIn(expression)) names.add(name);
  for (const { key, field } of listChecks(struct)) if (key.startsWith('field ')) names.add(field);
  return names;
}

function lies({ field, start }: { field: BitField; start: number }, word: Word): boolean {
  return start < word.bit + word.bits && start + field.bits > word.bit;
}
