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

/** Lua, its values in a table `v`, sizes in `size`. There 0 is true: what is taken for a truth value goes through `truth`. */
export const LUA: Notation = {
  name: (name) => `v.${name}`,
  size: (name) => `(size.${name} or 0)`,
  not: (operand) => `(not truth(${operand}))`,
  operators: {
    '&&': (left, right) => `(truth(${left}) and truth(${right}))`,
    '||': (left, right) => `(truth(${left}) or truth(${right}))`,
    '!=': '~=',
    '/': (left, right) => `math.floor((${left}) / (${right}))`,
  },
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
