/** Which identification a sender gives to datagrams that are no fragments and may not become ones (RFC 6864). */
import type { Branch } from '../../generated/meta/report.ts';
import type { Echo } from './datagram.ts';
import type { Seen } from './seen.ts';

interface Exchange {
  readonly request: Echo;
  readonly reply: Seen;
}

export function habitOf(exchanges: readonly Exchange[]): Branch {
  return { outcome: outcomeOf(exchanges), clause: 'RFC 6864 section 4.1', level: 'MAY' };
}

function outcomeOf(exchanges: readonly Exchange[]): string {
  const atomic = exchanges.filter(({ reply }) => reply.header.dontFragment === true);
  if (atomic.length === 0) return 'no use: its echo replies may be cut into fragments, so they need an identification';
  const used = atomic.map(({ reply }) => reply.header.identification);
  const different = new Set(used);
  if (different.size === 1 && different.has(0)) return 'always 0';
  if (atomic.every(({ request }, index) => request.header.identification === used[index])) return 'that of the request';
  if (different.size === 1) return 'always the same, not 0';
  return different.size === used.length ? 'another one each time' : 'some more than once';
}
