/** Phrases about the message as a whole: its status and version, interim responses, its grammar, what follows it. */
import type { FaultKind } from '../observation.ts';
import type { Phrase, Seen } from './phrase.ts';

const free = ({ conversation }: Seen, ...kinds: readonly FaultKind[]): boolean =>
  !conversation.observation.faults.some(({ kind }) => kinds.includes(kind));

/** Fields for framing, routing, modifying and describing the content are none for a trailer section (RFC 9110 section 6.5.1). */
const NOT_IN_TRAILERS: ReadonlySet<string> = new Set([
  'transfer-encoding',
  'content-length',
  'host',
  'content-encoding',
  'content-type',
  'content-range',
  'trailer',
  'cache-control',
  'date',
  'location',
  'retry-after',
  'vary',
  'set-cookie',
  'www-authenticate',
]);

export const messagePhrases: readonly Phrase[] = [
  [/^version (HTTP\/[0-9.]+)$/, ({ response }, wanted) => response.version === wanted],
  [/^interim ([0-9]{3})$/, ({ response }, status) => response.interim.includes(Number(status))],
  [/^no interim$/, ({ response }) => response.interim.length === 0],
  [/^no interim ([0-9]{3})$/, ({ response }, status) => !response.interim.includes(Number(status))],
  [
    /^status is one of ([0-9]{3}) to ([0-9]{3})$/,
    ({ response: { status } }, from, to) => status >= Number(from) && status <= Number(to),
  ],
  [
    /^status is none of ([0-9]{3}) to ([0-9]{3})$/,
    ({ response: { status } }, from, to) => status < Number(from) || status > Number(to),
  ],
  [
    /^status is none of ([0-9]{3}(?:, [0-9]{3})*)$/,
    ({ response }, list) => !list!.split(', ').includes(String(response.status)),
  ],
  [/^closed$/, ({ conversation: { end } }) => end === 'closed' || end === 'reset'],
  [/^nothing left over$/, ({ conversation: { octets }, response }) => octets.length === response.end],
  [/^no bare CR$/, (seen) => free(seen, 'bare-cr')],
  [/^no line folding$/, (seen) => free(seen, 'line-folding')],
  [
    /^no blank before the first field$/,
    (seen) => free(seen, 'line-folding') || !seen.conversation.observation.faults.some(({ at }) => isFirst(seen, at)),
  ],
  [/^field lines by the grammar$/, (seen) => free(seen, 'no-colon', 'name-form', 'value-form', 'line-end')],
  [/^no Content-Length beside Transfer-Encoding$/, (seen) => free(seen, 'length-and-coding')],
  [/^chunks by the grammar$/, (seen) => free(seen, 'chunk-form', 'truncated', 'left-over')],
  [
    /^trailer fields allowed$/,
    ({ response }) => response.trailers.every(({ name }) => !NOT_IN_TRAILERS.has(name.toLowerCase())),
  ],
];

/** Whether the line right behind the status line begins there. */
function isFirst({ conversation: { octets }, response }: Seen, at: number): boolean {
  return octets.indexOf(0x0a, response.start) === at - 1;
}
