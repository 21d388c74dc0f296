/** Requests as the tester sends them: right ones by default, wrong ones as easily. Nothing is derived or repaired. */
import { octetsOf } from './octet-text.ts';

export interface Request {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The end of every line. */
  readonly lineEnd: string;
  /** Octets after the empty line. */
  readonly after: string;
}

/** A request of HTTP/1.1 without content and without fields. */
export function request(method: string, target: string, others: Partial<Request> = {}): Request {
  return { method, target, version: 'HTTP/1.1', fields: [], lineEnd: '\r\n', after: '', ...others };
}

export function requestOctets({ method, target, version, fields, lineEnd, after }: Request): Uint8Array {
  const lines = [`${method} ${target} ${version}`, ...fields.map(([name, value]) => `${name}: ${value}`), ''];
  return octetsOf(lines.map((line) => line + lineEnd).join('') + after);
}
