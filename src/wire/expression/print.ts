/**
 * An expression as text of another language. What differs between languages is data (a Notation); the walk and the
 * parentheses are here, once.
 */
import { type Binary, type Expression, PRECEDENCE } from './ast.ts';

export interface Notation {
  name(name: string): string;
  size(name: string): string;
  not(operand: string): string;
  /** Text of an operator, or a whole operation where it is not written in the middle. */
  readonly operators: Readonly<Partial<Record<Binary['op'], string | ((left: string, right: string) => string)>>>;
}

/** Text of `expression`, with no more parentheses than it needs. */
export function printExpression(expression: Expression, notation: Notation): string {
  return print(expression, notation, 0);
}

function print(expression: Expression, notation: Notation, outer: number): string {
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
      return printBinary(expression, notation, outer);
  }
}

function printBinary(expression: Binary, notation: Notation, outer: number): string {
  const form = notation.operators[expression.op] ?? expression.op;
  const own = PRECEDENCE[expression.op];
  const [left, right] = [print(expression.left, notation, own), print(expression.right, notation, own + 1)];
  if (typeof form === 'function') return form(left, right);
  const text = `${left} ${form} ${right}`;
  return own < outer ? `(${text})` : text;
}
