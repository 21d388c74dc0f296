// Written by `npm run generate` from spec/meta/adapter.schema.json: change that, not this.
/**
 * Adapter contract 1: JSON-RPC 2.0, one object a line, on standard input and output. Octets are lowercase hex, times integer microseconds.
 */
export type AdapterMessage = AdapterRequest | AdapterResponse;
export type AdapterRequest = Request;
export type AdapterResponse = Response & Response1;
export type Response = {
  [k: string]: unknown;
};

export interface Request {
  jsonrpc: '2.0';
  id: number;
  method:
    | 'initialize'
    | 'codec/decode'
    | 'codec/encode'
    | 'host/open'
    | 'host/step'
    | 'host/close'
    | 'http/respond'
    | 'node/open'
    | 'node/step'
    | 'node/close'
    | 'stream/open'
    | 'stream/step'
    | 'stream/close'
    | 'shutdown';
  params?: {
    [k: string]: unknown;
  };
}
export interface Response1 {
  jsonrpc: '2.0';
  id: number | null;
  result?: unknown;
  error?: AdapterError;
}
/**
 * Code -32601 (method not found) means that the capability is unsupported.
 */
export interface AdapterError {
  code: number;
  message: string;
  data?: unknown;
  [k: string]: unknown;
}
