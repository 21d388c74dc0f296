/** Node's own parser: llhttp in C, as node:http uses it; and http-parser-js, which has the same interface. */
import { HTTPParser as ScriptParser } from 'http-parser-js';
import { type Parser, type Reading, reading } from './readings.ts';

export const NODE = "Node's HTTPParser";
export const SCRIPT = 'http-parser-js';

/** What both have, which is documented for neither. */
interface ParserClass {
  new (type?: unknown): ParserInstance;
  readonly RESPONSE: unknown;
  readonly kOnHeadersComplete: number;
  readonly kOnBody: number;
  readonly kOnMessageComplete: number;
}

interface ParserInstance {
  initialize(type: unknown, resource: object): void;
  execute(octets: Buffer): unknown;
  [callback: number]: unknown;
}

/** Undefined: this Node does not give it away. */
export function nodeParser(): Parser | undefined {
  const { binding } = process as unknown as { binding?: (name: string) => { HTTPParser?: ParserClass } };
  const { HTTPParser } = quietly(() => {
    try {
      return binding?.('http_parser') ?? {};
    } catch {
      return {};
    }
  });
  if (HTTPParser === undefined) return undefined;
  const parser = new HTTPParser();
  parser.initialize(HTTPParser.RESPONSE, {});
  // versions, fields, method, target, status
  return listening(NODE, HTTPParser, parser, (_major, _minor, fields, _method, _target, status) => [status, fields]);
}

export function scriptParser(): Parser {
  const HTTPParser = ScriptParser as unknown as ParserClass;
  return listening(SCRIPT, HTTPParser, new HTTPParser(HTTPParser.RESPONSE), (info) => {
    const { statusCode, headers } = info as { statusCode: number; headers: unknown };
    return [statusCode, headers];
  });
}

function listening(
  name: string,
  { kOnHeadersComplete, kOnBody, kOnMessageComplete }: ParserClass,
  parser: ParserInstance,
  headOf: (...args: unknown[]) => [status: unknown, fields: unknown],
): Parser {
  let into: Reading = reading();
  parser[kOnHeadersComplete] = (...args: unknown[]) => {
    const [status, fields] = headOf(...args);
    into.status += status as number;
    into.fields += (fields as string[]).length / 2;
    return 0;
  };
  parser[kOnBody] = (octets: Buffer, _from?: number, length?: number) => {
    into.content += length ?? octets.length;
    into.pieces += 1;
  };
  parser[kOnMessageComplete] = () => undefined;
  return {
    name,
    read: (octets, target) => {
      into = target;
      const taken = parser.execute(octets);
      if (taken !== octets.length) throw new Error(`${name}: ${String(taken)}`);
    },
  };
}

/** Node says once that this is not for everybody, which nobody here needs to read. */
function quietly<Result>(work: () => Result): Result {
  const { noDeprecation } = process;
  process.noDeprecation = true;
  try {
    return work();
  } finally {
    if (noDeprecation === undefined) delete (process as { noDeprecation?: boolean }).noDeprecation;
    else process.noDeprecation = noDeprecation;
  }
}
