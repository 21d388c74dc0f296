/**
 * Holds octets to a grammar: which ends a production can have from a place on. All ends are found, so that no order of
 * choices hides one; each (expression, place) is worked out once. Pure, and slow: for tests and for a page, not for traffic.
 */
import type { Expression, Grammar } from '../../generated/meta/grammar.ts';

export class Matcher {
  readonly #productions: ReadonlyMap<string, Expression>;

  /** @throws RangeError for a grammar that speaks of a production that it does not have */
  constructor({ rules }: Grammar) {
    this.#productions = new Map(rules.map(({ name, is }) => [name, is]));
    for (const { name, is } of rules)
      for (const other of namesIn(is))
        if (!this.#productions.has(other)) throw new RangeError(`${name}: there is no production ${other}`);
  }

  /** Whether all of `octets` are what `production` is. */
  matches(production: string, octets: Uint8Array): boolean {
    return this.#ends(production, octets).includes(octets.length);
  }

  /** How many octets from the first one on can be it at most; undefined when none can, not even none at all. */
  longest(production: string, octets: Uint8Array): number | undefined {
    const ends = this.#ends(production, octets);
    return ends.length === 0 ? undefined : Math.max(...ends);
  }

  #ends(production: string, octets: Uint8Array): readonly number[] {
    const expression = this.#productions.get(production);
    if (expression === undefined) throw new RangeError(`there is no production ${production}`);
    return new Reading(this.#productions, octets).ends(expression, 0);
  }
}

/** One text being read. */
class Reading {
  readonly #productions: ReadonlyMap<string, Expression>;
  readonly #octets: Uint8Array;
  readonly #known = new Map<Expression, Map<number, readonly number[]>>();

  constructor(productions: ReadonlyMap<string, Expression>, octets: Uint8Array) {
    this.#productions = productions;
    this.#octets = octets;
  }

  /** Where `expression` can end when it begins at `from`, each place once. */
  ends(expression: Expression, from: number): readonly number[] {
    const known = this.#known.get(expression) ?? new Map<number, readonly number[]>();
    this.#known.set(expression, known);
    const found = known.get(from) ?? [...new Set(this.#find(expression, from))];
    known.set(from, found);
    return found;
  }

  #find(expression: Expression, from: number): readonly number[] {
    const { rule, text, exact, octet, sequence, choice, optional, repeat, list, least = 0, most } = expression;
    if (rule !== undefined) return this.ends(this.#productions.get(rule)!, from);
    if (text !== undefined) return this.#characters(text, from, (character) => character.toLowerCase());
    if (exact !== undefined) return this.#characters(exact, from, (character) => character);
    if (octet !== undefined) return this.#isOf(octet, from) ? [from + 1] : [];
    if (sequence !== undefined) return this.#inTurn(sequence, [from]);
    if (choice !== undefined) return choice.flatMap((each) => this.ends(each, from));
    if (optional !== undefined) return [from, ...this.ends(optional, from)];
    if (repeat !== undefined) return this.#repeated(repeat, from, least, most ?? Number.POSITIVE_INFINITY);
    if (list !== undefined) return this.#listed(list, from, least);
    return [];
  }

  #characters(text: string, from: number, asOne: (character: string) => string): readonly number[] {
    const end = from + text.length;
    const there = String.fromCharCode(...this.#octets.subarray(from, end));
    return asOne(there) === asOne(text) ? [end] : [];
  }

  #isOf(ranges: readonly string[], at: number): boolean {
    const octet = this.#octets[at];
    if (octet === undefined) return false;
    return ranges.some((range) => {
      const [first = '', last = first] = range.split('-');
      return octet >= Number.parseInt(first, 16) && octet <= Number.parseInt(last, 16);
    });
  }

  #inTurn(expressions: readonly Expression[], from: readonly number[]): readonly number[] {
    return expressions.reduce<readonly number[]>(
      (places, expression) => [...new Set(places.flatMap((place) => this.ends(expression, place)))],
      from,
    );
  }

  #repeated(expression: Expression, from: number, least: number, most: number): readonly number[] {
    const ends = new Set<number>(least === 0 ? [from] : []);
    const seen = new Set<number>([from]);
    let places: readonly number[] = [from];
    for (let times = 1; times <= most && places.length > 0; times += 1) {
      // Nothing repeated stays where it is, so that beyond the least number a place is worth going on from once.
      places = this.#inTurn([expression], places).filter((place) => times <= least || !seen.has(place));
      for (const place of places) {
        seen.add(place);
        if (times >= least) ends.add(place);
      }
    }
    return [...ends];
  }

  /** RFC 9110 section 5.6.1.1: what a sender may write, with no empty members. */
  #listed(member: Expression, from: number, least: number): readonly number[] {
    const more: Expression = { sequence: [{ rule: 'OWS' }, { text: ',' }, { rule: 'OWS' }, member] };
    const first = this.ends(member, from);
    const ends = [...new Set(first.flatMap((end) => this.#repeated(more, end, 0, Number.POSITIVE_INFINITY)))];
    return least === 0 ? [from, ...ends] : ends;
  }
}

function namesIn({ rule, sequence, choice, optional, repeat, list }: Expression): readonly string[] {
  const inner = [...(sequence ?? []), ...(choice ?? []), optional, repeat, list];
  return [...(rule === undefined ? [] : [rule]), ...inner.flatMap((each) => (each === undefined ? [] : namesIn(each)))];
}
