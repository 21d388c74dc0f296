/**
 * The layers `http/request` and `http/response` of the contract: octets to the parsed message of
 * spec/http/*.schema.json, or what is wrong with them. Octets behind the message are ignored. A response is read as the
 * answer to GET, and their end as that of the connection.
 */
import { toHex } from '../../contract/hex.ts';
import type { HttpRequest } from '../../generated/http/request.ts';
import type { HttpResponse } from '../../generated/http/response.ts';
import { Gathered } from './gathered.ts';
import type { RequestHead, ResponseHead } from './message.ts';
import { faultOf, type HttpFault } from './parser/faults.ts';
import type { Framing } from './parser/framing.ts';
import type { MessageParser } from './parser/message-parser.ts';
import type { MessageSink } from './parser/message-sink.ts';
import { requestParser } from './parser/requests.ts';
import { responseParser } from './parser/responses.ts';

export type Decoded<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: HttpFault };

export function decodeRequest(octets: Uint8Array): Decoded<HttpRequest> {
  return decode(octets, requestParser, ({ method, target, minor, fields }: RequestHead, framing, body) => ({
    method,
    target,
    version: `HTTP/1.${minor}`,
    fields: [...fields],
    // No request ends with its connection.
    framing: framing === 'close' ? 'none' : framing,
    body,
  }));
}

export function decodeResponse(octets: Uint8Array): Decoded<HttpResponse> {
  const parser = (sink: MessageSink<ResponseHead>) => responseParser(sink, () => 'GET');
  return decode(octets, parser, ({ minor, status, reason, fields }, framing, body) => ({
    version: `HTTP/1.${minor}`,
    status,
    reason,
    fields: [...fields],
    framing,
    body,
  }));
}

function decode<Head extends RequestHead | ResponseHead, Value>(
  octets: Uint8Array,
  parserFor: (sink: MessageSink<Head>) => MessageParser<Head>,
  toValue: (head: Head, framing: Framing['kind'], body: string) => Value,
): Decoded<Value> {
  const content = new Gathered();
  let begun: { readonly head: Head; readonly framing: Framing } | undefined;
  let outcome: Decoded<Value> | undefined;
  const parser = parserFor({
    head: (head, framing) => {
      begun = { head, framing };
    },
    content: (input, from, to) => content.add(input, from, to),
    end: () => {
      const { head, framing } = begun!;
      outcome = { ok: true, value: toValue(head, framing.kind, toHex(content.take())) };
      return true;
    },
    fault: (fault) => {
      outcome = { ok: false, fault };
    },
  });
  parser.receive(octets);
  if (outcome === undefined) parser.finish();
  return outcome ?? { ok: false, fault: faultOf('incomplete', 0, 'nothing') };
}
