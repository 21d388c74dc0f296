/** A parser of requests (RFC 9112 section 3): strict, since what two recipients read differently is how attacks hide. */
import type { RequestHead } from '../message.ts';
import { requestFraming } from './framing.ts';
import { type Limits, SERVER_LIMITS } from './limits.ts';
import { MessageParser } from './message-parser.ts';
import type { Dialect, MessageSink } from './message-sink.ts';
import { readRequestLine } from './start-line.ts';

const REQUESTS: Dialect<RequestHead> = {
  skipsEmptyLines: true,
  // RFC9112-5.1-01, RFC9112-5.2-02
  mends: false,
  readStartLine: readRequestLine,
  headOf: (text, { firstEnd, secondEnd, minor }, fields) => ({
    method: text.slice(0, firstEnd),
    target: text.slice(firstEnd + 1, secondEnd),
    minor,
    fields,
  }),
  framingOf: requestFraming,
};

export function requestParser(
  sink: MessageSink<RequestHead>,
  limits: Limits = SERVER_LIMITS,
): MessageParser<RequestHead> {
  return new MessageParser(REQUESTS, sink, limits);
}
