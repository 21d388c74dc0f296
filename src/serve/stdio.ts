/**
 * A Port on a pair of streams: JSON-RPC 2.0, one object a line, answered in the order of the requests. Bad input is
 * answered with an error and never ends it; the end of the input, or `shutdown`, does.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Method, type Port, PortError } from '../contract/port.ts';

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const INTERNAL_ERROR = -32603;

interface Request {
  readonly id: number;
  readonly method: string;
  /** Of any form; whoever performs the method reads it. */
  readonly params: unknown;
}

/** Resolves when all that was asked has been answered, or nobody reads the answers any more. */
export async function serveStdio(port: Port, input: Readable, output: Writable): Promise<void> {
  let isDeaf = false;
  output.on('error', () => {
    isDeaf = true;
  });
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const request = read(line);
    const answer = request instanceof PortError ? errorOf(null, request) : await perform(port, request);
    if (isDeaf) break;
    const hasRoom = output.write(`${JSON.stringify({ jsonrpc: '2.0', ...answer })}\n`);
    if (!hasRoom) await once(output, 'drain').catch(() => {});
    if (!(request instanceof PortError) && request.method === 'shutdown') break;
  }
  await port.close();
}

async function perform(port: Port, { id, method, params }: Request): Promise<object> {
  try {
    return { id, result: await port.request(method as Method, params as object) };
  } catch (thrown) {
    return errorOf(id, thrown);
  }
}

function errorOf(id: number | null, thrown: unknown): object {
  const code = thrown instanceof PortError ? thrown.code : INTERNAL_ERROR;
  return { id, error: { code, message: thrown instanceof Error ? thrown.message : String(thrown) } };
}

/** The request of a line, or what is wrong with it; then nobody knows which request it was to be. */
function read(line: string): Request | PortError {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (fault) {
    return new PortError(PARSE_ERROR, `not JSON: ${(fault as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return new PortError(INVALID_REQUEST, 'a request is an object');
  }
  const { jsonrpc, id, method, params = {} } = value as Readonly<Record<string, unknown>>;
  if (jsonrpc !== '2.0') return new PortError(INVALID_REQUEST, 'jsonrpc should be "2.0"');
  if (!Number.isSafeInteger(id) || (id as number) < 0)
    return new PortError(INVALID_REQUEST, 'id should be a whole number');
  if (typeof method !== 'string') return new PortError(INVALID_REQUEST, 'method should be a string');
  return { id: id as number, method, params };
}
