/**
 * Whether the expressions of a struct make sense: they parse, use fields that exist and come early enough, and give a
 * number where a number is wanted and a truth where a truth is.
 */
import { type Expression, namesIn, sizesIn } from '../expression/ast.ts';
import { parseExpression } from '../expression/parse.ts';

export type Kind = 'number' | 'truth';

/** What an expression may use at its place. */
export interface Scope {
  /** Kind by name, of the fields and names from outside that are known here. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** Fields that exist but are not known here: named in the message. */
  readonly later: ReadonlySet<string>;
  /** Fields whose size is known here. */
  readonly sizes: ReadonlySet<string>;
}

/** What is wrong with `text` where a `kind` is wanted, or undefined. */
export function checkExpression(text: string | number, kind: Kind, scope: Scope): string | undefined {
  const parsed = parseExpression(text);
  if (!parsed.ok) return `"${text}": ${parsed.message}`;
  const { expression } = parsed;
  for (const name of namesIn(expression)) {
    if (scope.kinds.has(name)) continue;
    if (scope.later.has(name))
      return `"${text}" uses ${name}, which is not known yet: only earlier fields of fixed width are`;
    return `"${text}" uses ${name}, which is no field`;
  }
  for (const name of sizesIn(expression)) {
    if (!scope.sizes.has(name))
      return `"${text}" asks for the size of ${name}, which is no octets or list field known here`;
  }
  const found = kindOf(expression, scope);
  if (typeof found !== 'string') return `"${text}": ${found.message}`;
  return found === kind ? undefined : `"${text}" is a ${found} where a ${kind} is wanted`;
}

function kindOf(expression: Expression, scope: Scope): Kind | { message: string } {
  switch (expression.op) {
    case 'number':
    case 'size':
      return 'number';
    case 'name':
      return scope.kinds.get(expression.name) ?? 'number';
    case '!':
      return operands('!', 'truth', 'truth', [expression.operand], scope);
    case '&&':
    case '||':
      return operands(expression.op, 'truth', 'truth', [expression.left, expression.right], scope);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return operands(expression.op, 'number', 'truth', [expression.left, expression.right], scope);
    default:
      return operands(expression.op, 'number', 'number', [expression.left, expression.right], scope);
  }
}

function operands(
  op: string,
  wanted: Kind,
  result: Kind,
  of: readonly Expression[],
  scope: Scope,
): Kind | { message: string } {
  for (const operand of of) {
    const found = kindOf(operand, scope);
    if (typeof found !== 'string') return found;
    if (found !== wanted) return { message: `"${op}" takes a ${wanted} on each side, not a ${found}` };
  }
  return result;
}
