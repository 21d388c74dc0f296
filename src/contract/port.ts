/**
 * The one way from the judge to an implementation that answers requests: adapter contract 1
 * (spec/meta/adapter.schema.json). The reference in process, a child on stdio, a mutant and a control are all Ports.
 * Knows nothing of transport; an answer is whatever the other side gave, checked by whoever asked.
 */
export const CONTRACT_VERSION = 1;

/** JSON-RPC 2.0: the method does not exist, so the capability is unsupported. */
export const METHOD_NOT_FOUND = -32601;
/** JSON-RPC 2.0: the parameters are not of the method's form. */
export const INVALID_PARAMS = -32602;

export type Method =
  | 'initialize'
  | 'codec/decode'
  | 'codec/encode'
  | 'host/open'
  | 'host/step'
  | 'host/close'
  | 'http/respond'
  | 'stream/open'
  | 'stream/step'
  | 'stream/close'
  | 'node/open'
  | 'node/step'
  | 'node/close'
  | 'shutdown';

/** An error that the other side answered with, as JSON-RPC carries it. */
export class PortError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = 'PortError';
    this.code = code;
  }
}

export interface Port {
  /** Rejects with PortError for an error answer, with IutFault when the process behind it fails. */
  request(method: Method, params: object): Promise<unknown>;
  close(): Promise<void>;
}
