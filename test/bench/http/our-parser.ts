/** The reference's parser. */
import { responseParser } from '../../../src/reference/http/parser/responses.ts';
import { type Parser, type Reading, reading } from './readings.ts';

export const OURS = 'our parser';

export function ourParser(): Parser {
  let into: Reading = reading();
  const parser = responseParser(
    {
      head: ({ status, places }) => {
        into.status += status;
        into.fields += places.count;
      },
      content: (_, from, to) => {
        into.content += to - from;
        into.pieces += 1;
      },
      end: () => false,
      fault: ({ kind }) => {
        throw new Error(kind);
      },
    },
    () => 'GET',
  );
  return {
    name: OURS,
    read: (octets, target) => {
      into = target;
      parser.receive(octets);
    },
  };
}
