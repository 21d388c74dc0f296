/** A parser of requests (RFC 9112 section 3): strict, since what two recipients read differently is how attacks hide. */
import { textOf } from '../octets.ts';
import { requestFraming } from './framing.ts';
import { ParsedRequest } from './heads.ts';
import { type Limits, SERVER_LIMITS } from './limits.ts';
import { MessageParser } from './message-parser.ts';
import type { Dialect, MessageSink } from './message-sink.ts';
import { readRequestLine } from './start-line.ts';

const REQUESTS: Dialect<ParsedRequest> = {
  skipsEmptyLines: true,
  // RFC9112-5.1-01, RFC9112-5.2-02
  mends: false,
  readStartLine: readRequestLine,
  headOf: (octets, from, { firstEnd, secondEnd, minor }, places) => {
    const method = textOf(octets, from, from + firstEnd);
    return new ParsedRequest(method, textOf(octets, from + firstEnd + 1, from + secondEnd), minor, places);
  },
  framingOf: requestFraming,
};

export function requestParser(
  sink: MessageSink<ParsedRequest>,
  limits: Limits = SERVER_LIMITS,
): MessageParser<ParsedRequest> {
  return new MessageParser(REQUESTS, sink, limits);
}
