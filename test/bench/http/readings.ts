/** What every parser has to find: so that all do the same work, and a wrong one is caught before it is timed. */
import { Disagreement } from '../row.ts';

/** Sums over all messages. */
export interface Reading {
  status: number;
  /** Fields, as names and values in whatever form the parser gives them. */
  fields: number;
  /** Octets of content, and how many pieces they came in. */
  content: number;
  pieces: number;
}

export interface Parser {
  readonly name: string;
  /** Reads the octets, which end where a message does, and adds to the reading. */
  read(octets: Buffer, into: Reading): void;
}

export function reading(): Reading {
  return { status: 0, fields: 0, content: 0, pieces: 0 };
}

/** @throws Disagreement */
export function checkReadings(parsers: readonly Parser[], octets: Buffer): void {
  const found = parsers.map((parser) => {
    const into = reading();
    parser.read(octets, into);
    return JSON.stringify(into);
  });
  for (const [at, parser] of parsers.entries()) {
    if (found[at] !== found[0]) throw new Disagreement(`${parser.name} reads ${found[at]}, not ${found[0]}`);
  }
}

/** A number that depends on all of a reading. */
export function digest({ status, fields, content, pieces }: Reading): number {
  return (status + 3 * fields + 5 * content + 7 * pieces) | 0;
}
