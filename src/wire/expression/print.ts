/**
 * An expression as text of another language. What differs between languages is data (a Notation); the walk and the
 * parentheses are here, once.
 */
import { type Binary, type Expression, PRECEDENCE } from './ast.ts';

export interface Notation {
  name(name: string): string;
  size(name: string): string;
  not(operand: string): string;
  /** Brackets around "and" inside "or", where the language itself needs none: for readers. */
  readonly bracketsLogic?: boolean;
  /** Text of an operator, or a whole operation where it is not written in the middle. */
  readonly operators: Readonly<Partial<Record<Binary['op'], string | ((left: string, right: string) => string)>>>;
}

/** Text of `expression`, with no more brackets than it needs. */
export function printExpression(expression: Expression, notation: Notation): string {
  return print(expression, notation, 0);
}

/** `outer` is the least precedence that needs no brackets here; `inside` the operation that this is an operand of. */
function print(expression: Expression, notation: Notation, outer: number, inside?: Binary['op']): string {
  switch (expression.op) {
    case 'number':
      return String(expression.value);
    case 'name':
      return notation.name(expression.name);
    case 'size':
      return notation.size(expression.name);
    case '!':
      return notation.not(print(expression.operand, notation, 9));
    default:
      return printBinary(expression, notation, outer, inside);
  }
}

function printBinary(expression: Binary, notation: Notation, outer: number, inside?: Binary['op']): string {
  const { op } = expression;
  const form = notation.operators[op] ?? op;
  const own = PRECEDENCE[op];
  const left = print(expression.left, notation, own, op);
  const right = print(expression.right, notation, own + 1, op);
  if (typeof form === 'function') return form(left, right);
  const isMixed = notation.bracketsLogic === true && op === '&&' && inside === '||';
  return own < outer || isMixed ? `(${left} ${form} ${right})` : `${left} ${form} ${right}`;
}
