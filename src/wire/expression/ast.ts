/**
 * The expressions of x-wire: integers and truth values, names of fields, the size of a field in octets. Total by
 * construction: no recursion, no loop, and division only by a number that is written out and not zero.
 */

type Arithmetic = '+' | '-' | '*' | '/' | '%';
type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
type Logic = '&&' | '||';

export type Expression =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'name'; readonly name: string }
  | { readonly op: 'size'; readonly name: string }
  | { readonly op: '!'; readonly operand: Expression }
  | { readonly op: Arithmetic | Comparison | Logic; readonly left: Expression; readonly right: Expression };

export type Binary = Extract<Expression, { left: Expression }>;

/** How tightly an operator binds; a higher number binds more tightly. One table for the parser and every printer. */
export const PRECEDENCE: Readonly<Record<Binary['op'], number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
};

/** Every name in `expression`, each once, apart from those under `size`. */
export function namesIn(expression: Expression): string[] {
  return collect(expression, 'name');
}

/** Every name whose size `expression` asks for, each once. */
export function sizesIn(expression: Expression): string[] {
  return collect(expression, 'size');
}

function collect(expression: Expression, op: 'name' | 'size'): string[] {
  const found = new Set<string>();
  const visit = (node: Expression): void => {
    if ('left' in node) {
      visit(node.left);
      visit(node.right);
    } else if (node.op === '!') visit(node.operand);
    else if (node.op === op) found.add(node.name);
  };
  visit(expression);
  return [...found];
}
