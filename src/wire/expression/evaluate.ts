/**
 * The value of an expression, by walking its tree: for the observing decoder, which is written apart from the compiled
 * one so that each checks the other. Truth is 1 or 0.
 */
import type { Expression } from './ast.ts';

export interface Environment {
  /** Value of a field or of a name from outside; flags are 1 or 0. */
  value(name: string): number;
  /** Size of a field in octets. */
  size(name: string): number;
}

export function evaluate(expression: Expression, env: Environment): number {
  switch (expression.op) {
    case 'number':
      return expression.value;
    case 'name':
      return env.value(expression.name);
    case 'size':
      return env.size(expression.name);
    case '!':
      return Number(evaluate(expression.operand, env) === 0);
    case '&&':
      return Number(evaluate(expression.left, env) !== 0 && evaluate(expression.right, env) !== 0);
    case '||':
      return Number(evaluate(expression.left, env) !== 0 || evaluate(expression.right, env) !== 0);
    default:
      return compute(expression.op, evaluate(expression.left, env), evaluate(expression.right, env));
  }
}

function compute(
  op: '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=',
  a: number,
  b: number,
): number {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return Math.floor(a / b);
    case '%':
      return a - b * Math.floor(a / b);
    case '==':
      return Number(a === b);
    case '!=':
      return Number(a !== b);
    case '<':
      return Number(a < b);
    case '<=':
      return Number(a <= b);
    case '>':
      return Number(a > b);
    case '>=':
      return Number(a >= b);
    default:
      return op satisfies never;
  }
}
