/** A parser of responses (RFC 9112 section 4). Which request is answered says whether there can be content. */
import { responseFraming } from './framing.ts';
import { ParsedResponse } from './heads.ts';
import { CLIENT_LIMITS, type Limits } from './limits.ts';
import { MessageParser } from './message-parser.ts';
import type { MessageSink } from './message-sink.ts';
import { readStatusLine } from './start-line.ts';

/** `methodOf`: of the request that the response, whose head has come, answers. */
export function responseParser(
  sink: MessageSink<ParsedResponse>,
  methodOf: () => string,
  limits: Limits = CLIENT_LIMITS,
): MessageParser<ParsedResponse> {
  return new MessageParser(
    {
      skipsEmptyLines: false,
      // RFC9112-5.1-02, RFC9112-5.2-04
      mends: true,
      readStartLine: readStatusLine,
      headOf: (octets, from, { secondEnd, end, minor, status }, places) =>
        new ParsedResponse(minor, status, places, octets, from + secondEnd + 1, from + end),
      framingOf: (head) => responseFraming(head, methodOf()),
    },
    sink,
    limits,
  );
}
