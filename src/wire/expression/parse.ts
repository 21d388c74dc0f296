/**
 * Text of an x-wire expression -> Expression. Knows the grammar only: whether a name exists, comes early enough and has
 * the right type is asked in check/. Operators bind as in C.
 */
import { type Binary, type Expression, PRECEDENCE } from './ast.ts';

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly message: string };

interface Token {
  readonly text: string;
  readonly at: number;
}

const TOKEN = /\s*(?:([0-9]+|[A-Za-z_][A-Za-z0-9_]*|\|\||&&|[=!<>]=|[-+*/%<>!()])|(\S))/gy;

class Mismatch extends Error {}

/** Parses `text`; a number stands for itself. */
export function parseExpression(text: string | number): Parsed {
  try {
    const tokens = tokenize(String(text));
    const [expression, next] = parseBinary(tokens, 0, 1);
    const rest = tokens[next];
    if (rest) throw new Mismatch(`unexpected "${rest.text}" at character ${rest.at + 1}`);
    return { ok: true, expression };
  } catch (error) {
    if (error instanceof Mismatch) return { ok: false, message: error.message };
    throw error;
  }
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.trimEnd().matchAll(TOKEN)) {
    const at = match.index + match[0].length - (match[1] ?? match[2] ?? '').length;
    if (match[2] !== undefined) throw new Mismatch(`unexpected "${match[2]}" at character ${at + 1}`);
    tokens.push({ text: match[1] ?? '', at });
  }
  return tokens;
}

type Step = readonly [Expression, number];

function parseBinary(tokens: readonly Token[], start: number, minimum: number): Step {
  let [left, next] = parseUnary(tokens, start);
  for (;;) {
    const op = tokens[next]?.text;
    if (op === undefined || !isOperator(op) || PRECEDENCE[op] < minimum) return [left, next];
    const [right, after] = parseBinary(tokens, next + 1, PRECEDENCE[op] + 1);
    if ((op === '/' || op === '%') && !(right.op === 'number' && right.value > 0)) {
      throw new Mismatch(`"${op}" takes a number above zero on its right`);
    }
    left = { op, left, right };
    next = after;
  }
}

function parseUnary(tokens: readonly Token[], start: number): Step {
  const token = tokens[start];
  if (!token) throw new Mismatch('the expression ends too early');
  if (token.text === '!') {
    const [operand, next] = parseUnary(tokens, start + 1);
    return [{ op: '!', operand }, next];
  }
  if (token.text === '(') {
    const [inner, next] = parseBinary(tokens, start + 1, 1);
    return [inner, expectToken(tokens, next, ')')];
  }
  if (/^[0-9]/.test(token.text)) return [{ op: 'number', value: parseNumber(token) }, start + 1];
  if (!/^[A-Za-z_]/.test(token.text)) throw new Mismatch(`unexpected "${token.text}" at character ${token.at + 1}`);
  if (tokens[start + 1]?.text !== '(') return [{ op: 'name', name: token.text }, start + 1];
  if (token.text !== 'size') throw new Mismatch(`unknown function "${token.text}": there is only size(field)`);
  const name = tokens[start + 2]?.text ?? '';
  if (!/^[A-Za-z_]/.test(name)) throw new Mismatch('size takes the name of a field');
  return [{ op: 'size', name }, expectToken(tokens, start + 3, ')')];
}

function parseNumber(token: Token): number {
  const value = Number(token.text);
  if (value > 0xffffffff) throw new Mismatch(`${token.text} is more than 32 bits hold`);
  return value;
}

function expectToken(tokens: readonly Token[], at: number, text: string): number {
  const token = tokens[at];
  if (token?.text !== text)
    throw new Mismatch(`"${text}" expected${token ? ` at character ${token.at + 1}` : ' at the end'}`);
  return at + 1;
}

function isOperator(text: string): text is Binary['op'] {
  return Object.hasOwn(PRECEDENCE, text);
}
