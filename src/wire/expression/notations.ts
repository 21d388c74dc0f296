/**
 * The languages that x-wire expressions are printed in, apart from TypeScript, whose names depend on where the code
 * stands (targets/typescript/names.ts).
 */
import type { Notation } from './print.ts';

/** Kaitai Struct: snake_case names; division of integers rounds down. */
export const KAITAI: Notation = {
  name: snakeCase,
  size: (name) => `${snakeCase(name)}.size`,
  not: (operand) => `not ${operand}`,
  operators: { '&&': 'and', '||': 'or' },
};

/** English, with the RFC's own names of the fields. */
export function english(label: (name: string) => string): Notation {
  return {
    name: label,
    size: (name) => `the octets of ${label(name)}`,
    not: (operand) => `not ${operand}`,
    bracketsLogic: true,
    operators: {
      '&&': 'and',
      '||': 'or',
      '==': 'is',
      '!=': 'is not',
      '<': 'is less than',
      '<=': 'is at most',
      '>': 'is more than',
      '>=': 'is at least',
      '*': 'x',
      '/': 'divided by',
      '%': 'modulo',
    },
  };
}

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
