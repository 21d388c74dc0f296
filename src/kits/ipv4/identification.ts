/**
 * Which identification a sender gives to its datagrams (RFC 6864): any to those that are no fragments and may not become
 * ones, and to all others one that tells them apart.
 */
import type { Branch } from '../../generated/meta/report.ts';
import { Unmet } from '../../harness/outcome.ts';
import type { Echo } from './datagram.ts';
import { locate } from './difference.ts';
import type { Seen } from './seen.ts';

interface Exchange {
  readonly request: Echo;
  readonly reply: Seen;
}

export function habitOf(exchanges: readonly Exchange[]): Branch {
  return { outcome: outcomeOf(exchanges), clause: 'RFC 6864 section 4.1', level: 'MAY' };
}

/** Of replies within a second, all from one address to another: none that may be cut has the identification of another. @throws Unmet */
export function assertToldApart(exchanges: readonly Exchange[], took: (branch: Branch) => void): void {
  const mayBeCut = exchanges.map(({ reply }) => reply).filter(({ header }) => header.dontFragment !== true);
  const outcome = mayBeCut.length === 0 ? 'its echo replies may not be cut into fragments' : 'each has its own';
  took({ outcome, clause: 'RFC 6864 section 4.3', level: 'MUST NOT' });
  const used = new Set<number | undefined>();
  for (const reply of mayBeCut) {
    const { identification } = reply.header;
    if (used.has(identification)) {
      const actual = `identification ${identification} again`;
      const expected = 'one that was not used before';
      const difference = locate('identification', expected, String(identification), reply);
      throw new Unmet({ expected: [`identification: ${expected}`], actual, difference });
    }
    used.add(identification);
  }
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
