import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Binary, type Expression, namesIn, PRECEDENCE, sizesIn } from '../../../../src/wire/expression/ast.ts';
import { evaluate } from '../../../../src/wire/expression/evaluate.ts';
import { english, KAITAI } from '../../../../src/wire/expression/notations.ts';
import { parseExpression } from '../../../../src/wire/expression/parse.ts';
import { printExpression } from '../../../../src/wire/expression/print.ts';
import { code } from '../../../../src/wire/targets/typescript/source.ts';

const SELF = {
  name: (name: string) => name,
  size: (name: string) => `size(${name})`,
  not: (of: string) => `!${of}`,
  operators: {},
};
const VALUES: Readonly<Record<string, number>> = { a: 7, b: 2, c: 0 };
const SIZES: Readonly<Record<string, number>> = { data: 13 };
const env = { value: (name: string) => VALUES[name] ?? 0, size: (name: string) => SIZES[name] ?? 0 };

function parsed(text: string): Expression {
  const result = parseExpression(text);
  if (!result.ok) throw new Error(result.message);
  return result.expression;
}

/** Numbers, and truths made of them. */
const { number, truth } = fc.letrec<{ number: Expression; truth: Expression }>((tie) => {
  const binary = (ops: readonly Binary['op'][], side: 'number' | 'truth') => {
    return fc.record({ op: fc.constantFrom(...ops), left: tie(side), right: tie(side) }) as fc.Arbitrary<Expression>;
  };
  const divided = fc.record({
    op: fc.constantFrom('/' as const, '%' as const),
    left: tie('number'),
    right: fc.record({ op: fc.constant('number' as const), value: fc.integer({ min: 1, max: 9 }) }),
  });
  const leaf: fc.Arbitrary<Expression>[] = [
    fc.record({ op: fc.constant('number' as const), value: fc.nat(99) }),
    fc.record({ op: fc.constant('name' as const), name: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ op: fc.constant('size' as const), name: fc.constant('data') }),
  ];
  return {
    number: fc.oneof({ maxDepth: 4 }, ...leaf, binary(['+', '-', '*'], 'number'), divided),
    truth: fc.oneof(
      { maxDepth: 4 },
      binary(['==', '!=', '<', '<=', '>', '>='], 'number'),
      binary(['&&', '||'], 'truth'),
      fc.record({ op: fc.constant('!' as const), operand: tie('truth') }),
    ),
  };
});

test('an expression that is printed is parsed to the same tree', () => {
  fc.assert(
    fc.property(fc.oneof(number, truth), (expression) => {
      expect(parsed(printExpression(expression, SELF))).toEqual(expression);
    }),
  );
});

test('TypeScript gives the value that evaluate gives', () => {
  const struct = { title: 'T', fields: [], require: [], context: {} };
  fc.assert(
    fc.property(fc.oneof(number, truth), (expression) => {
      const text = code(struct, expression, (name) => `_.${name}`).replace(/\b[abc]\b/g, (name) => `_.${name}`);
      const run = new Function('_', `return ${text}`) as (values: object) => unknown;
      expect(Number(run({ ...VALUES, dataLength: SIZES.data }))).toBe(evaluate(expression, env));
    }),
  );
});

describe('precedence is that of C', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['9 - 3 - 2', 4],
    ['7 / 2 * 2', 6],
    ['0 - 7 / 2', -3],
    ['(0 - 7) / 2', -4],
    ['(0 - 7) % 4', 1],
    ['a == 7 || b == 9 && c == 9', 1],
    ['!(a == 7) || c == 0', 1],
    ['5 + (size(data) + 3) / 4', 9],
    ['  a*b>=14  ', 1],
  ])('%s is %d', (text, value) => {
    expect(evaluate(parsed(text), env)).toBe(value);
  });
});

test.each([
  ['', 'the expression ends too early'],
  ['a +', 'the expression ends too early'],
  ['a b', 'unexpected "b" at character 3'],
  ['a + $', 'unexpected "$" at character 5'],
  ['a = 1', 'unexpected "=" at character 3'],
  ['(a', '")" expected at the end'],
  ['(a b)', '")" expected at character 4'],
  ['a / b', '"/" takes a number above zero on its right'],
  ['a % 0', '"%" takes a number above zero on its right'],
  ['max(a)', 'unknown function "max": there is only size(field)'],
  ['size(3)', 'size takes the name of a field'],
  ['5000000000', '5000000000 is more than 32 bits hold'],
  ['* a', 'unexpected "*" at character 1'],
])('"%s" is no expression: %s', (text, message) => {
  expect(parseExpression(text)).toEqual({ ok: false, message });
});

test('names and sizes are told apart', () => {
  const expression = parsed('a + size(data) * a == size(more) && !(b > 1)');
  expect(namesIn(expression)).toEqual(['a', 'b']);
  expect(sizesIn(expression)).toEqual(['data', 'more']);
});

test('Kaitai and English', () => {
  const expression = parsed('totalLength >= ihl * 4 || protocol == 1 && !(ihl < 5)');
  expect(printExpression(expression, KAITAI)).toBe('total_length >= ihl * 4 or protocol == 1 and not (ihl < 5)');
  const labels = english((name) => (name === 'totalLength' ? 'Total Length' : name));
  expect(printExpression(expression, labels)).toBe(
    'Total Length is at least ihl x 4 or (protocol is 1 and not (ihl is less than 5))',
  );
});

test('every operator has a precedence of its own kind', () => {
  expect(new Set(Object.values(PRECEDENCE)).size).toBe(5);
});
