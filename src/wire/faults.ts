/**
 * The checks of a layer, in the order in which every decoder makes them: the octets are there, each field is well-formed,
 * the length is there, the fields agree, the checksum, the lists. A fault's number is the place of its check.
 */
import type { FaultInfo, FaultKind } from './codec.ts';
import type { Expression } from './expression/ast.ts';
import { english } from './expression/notations.ts';
import { printExpression } from './expression/print.ts';
import { type BitField, type FieldLayout, minimumOctets, type StructLayout, segmentsOf } from './layout.ts';

/** A check, under a key that names its subject: `segment 0`, `field ihl`, `length`, `require 0`, `checksum`, `list x`. */
export interface Check extends FaultInfo {
  readonly key: string;
}

/** The checks of `layout`, numbered from 1. */
export function listChecks(layout: StructLayout): Check[] {
  const checks: Omit<Check, 'number'>[] = [];
  segmentsOf(layout).forEach((segment, index) => {
    const key = `segment ${index}`;
    if (segment.kind !== 'bits') {
      if (segment.field.size === 'rest') return;
      checks.push({
        key,
        kind: 'truncated',
        field: segment.field.name,
        expected: octetsText(layout, segment.field.size),
      });
      return;
    }
    const octets = index === 0 ? minimumOctets(layout) : segment.bits / 8;
    const field = segment.fields.at(-1)?.name ?? '';
    checks.push({ key, kind: 'truncated', field, expected: `${octets} octets` });
    checks.push(...segment.fields.flatMap(checkOfField));
    if (index === 0 && layout.length) {
      const last = layout.fields.at(-1)?.name ?? '';
      const expected = octetsText(layout, layout.length.octets);
      checks.push({ key: 'length', kind: 'truncated', field: last, expected, ...ruleOf(layout.length.rule) });
    }
  });
  layout.require.forEach(({ that, field, rule }, index) => {
    checks.push({
      key: `require ${index}`,
      kind: 'require',
      field,
      expected: inEnglish(layout, that),
      ...ruleOf(rule),
    });
  });
  for (const field of layout.fields) checks.push(...checkOfWhole(field));
  return checks.map((check, index) => ({ ...check, number: index + 1 }));
}

/** What `Codec.faults` says. */
export function describeFaults(layout: StructLayout): FaultInfo[] {
  return listChecks(layout).map(({ key: _, ...info }) => info);
}

/** What values a field takes, in words; undefined where it takes all that its width holds. */
export function expectedOf(field: BitField): { kind: FaultKind; expected: string } | undefined {
  const { constant, allowed, minimum, maximum } = field;
  if (constant !== undefined) return { kind: 'const', expected: String(constant) };
  if (allowed) return { kind: 'enum', expected: allowed.join(' or ') };
  if (minimum !== undefined && maximum !== undefined) return { kind: 'range', expected: `${minimum} to ${maximum}` };
  if (minimum !== undefined) return { kind: 'range', expected: `at least ${minimum}` };
  if (maximum !== undefined) return { kind: 'range', expected: `at most ${maximum}` };
  return undefined;
}

/** An expression in English, with the labels of `struct`'s fields. */
export function inEnglish(struct: StructLayout, expression: Expression): string {
  const labels = new Map(struct.fields.map(({ name, label }) => [name, label]));
  return printExpression(
    expression,
    english((name) => labels.get(name) ?? name),
  );
}

function checkOfField(field: BitField): Omit<Check, 'number'>[] {
  const check = expectedOf(field);
  return check ? [{ key: `field ${field.name}`, field: field.name, ...check, ...ruleOf(field.rules[0]) }] : [];
}

function checkOfWhole(field: FieldLayout): Omit<Check, 'number'>[] {
  const { name, rules } = field;
  const rule = ruleOf(rules[0]);
  if (field.form === 'list')
    return [{ key: `list ${name}`, kind: 'list', field: name, expected: 'items that fit', ...rule }];
  if (field.form === 'octets' || !field.checksum) return [];
  const over = field.checksum.over === 'layer' ? 'the octets' : 'the octets and their pseudo-header';
  return [{ key: `checksum ${name}`, kind: 'checksum', field: name, expected: `the checksum of ${over}`, ...rule }];
}

function octetsText(struct: StructLayout, expression: Expression): string {
  return `${inEnglish(struct, expression)} octets`;
}

function ruleOf(rule: string | undefined): { rule?: string } {
  return rule === undefined ? {} : { rule };
}
