/** Messages in tests: text, one character an octet. */
import { toHex } from '../../../../src/contract/hex.ts';
import type { HttpResponse } from '../../../../src/generated/http/response.ts';
import type { ObservedResponse } from '../../../../src/kits/http/observation.ts';

export function octets(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

export function text(octets: Uint8Array): string {
  return Buffer.from(octets).toString('latin1');
}

/** What was observed, in the form of spec/http/response.schema.json. */
export function asDocument({ version, status, reason, fields, framing, content }: ObservedResponse): HttpResponse {
  const pairs = fields.map(({ name, value }) => ({ name, value }));
  return { version, status, reason, fields: pairs, framing, body: toHex(content) };
}
