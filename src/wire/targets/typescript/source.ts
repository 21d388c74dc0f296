/**
 * Lines of TypeScript: how generated code is put together, and how it names things. A local is the field's name behind an
 * underscore, so that no property can meet a word of the language.
 */
import { type Expression, namesIn, sizesIn } from '../../expression/ast.ts';
import { printExpression } from '../../expression/print.ts';
import type { FieldLayout, StructLayout } from '../../layout.ts';

export type Lines = readonly string[];

/** `head {`, the lines set in, `}`. */
export function block(head: string, lines: Lines, tail = '}'): string[] {
  return [`${head} {`, ...indent(lines), tail];
}

function indent(lines: Lines): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

export function local(name: string): string {
  return `_${name}`;
}

export function pascal(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Members of the fast form that stand for `field`. */
export function membersOf(field: FieldLayout): string[] {
  return field.form === 'octets' || field.form === 'list' ? [`${field.name}At`, `${field.name}Length`] : [field.name];
}

/** `expression` over the locals of `struct`'s fields; a name that is no field is a local from outside. */
export function code(struct: StructLayout, expression: Expression, variable = local): string {
  const fields = new Map(struct.fields.map((field) => [field.name, field]));
  return printExpression(expression, {
    name(name) {
      const field = fields.get(name);
      if (!field) return name;
      if (field.form === 'bool') return `(${variable(name)} !== 0)`;
      return 'bits' in field && field.bits === 32 ? `(${variable(name)} >>> 0)` : variable(name);
    },
    size: (name) => variable(`${name}Length`),
    not: (operand) => `!${operand}`,
    operators: {
      '==': '===',
      '!=': '!==',
      '/': (left, right) => `Math.floor(${left} / ${right})`,
      '%': modulo,
    },
  });
}

/** Never negative. A field is not negative either; then a power of two takes one operation of V8's. */
function modulo(left: string, right: string): string {
  const divisor = Number(right);
  if (!/^[_.\w]+$/.test(left)) return `(((${left} % ${right}) + ${right}) % ${right})`;
  return (divisor & (divisor - 1)) === 0 ? `(${left} & ${divisor - 1})` : `(${left} % ${right})`;
}

/** Names of the fields whose values or sizes decide where the fields of `struct` lie and how long it is. */
export function namesOfShape(struct: StructLayout): Set<string> {
  const shape: Expression[] = struct.length ? [struct.length.octets] : [];
  for (const field of struct.fields) {
    if (field.presentWhen) shape.push(field.presentWhen);
    if ('size' in field && field.size !== 'rest') shape.push(field.size);
  }
  return new Set(shape.flatMap((expression) => [...namesIn(expression), ...sizesIn(expression)]));
}

export function hexNumber(value: number): string {
  return value < 10 ? String(value) : `0x${value.toString(16)}`;
}

/** How many octets fill what lies between `from` and `stop` up to a multiple of `octets`. */
export function paddingOf(stop: string, from: string, octets: number): string {
  if ((octets & (octets - 1)) === 0) return `(-(${stop} - ${from}) & ${octets - 1})`;
  return `((${octets} - ((${stop} - ${from}) % ${octets})) % ${octets})`;
}
