/** A peer whose server answers as a test says: the methods of a connection's requests to what came back of it. */
import type { Branch } from '../../../../src/generated/meta/report.ts';
import { EvidenceLog } from '../../../../src/harness/evidence.ts';
import { point } from '../../../../src/harness/interval.ts';
import { Inconclusive, Unmet, Unsupported } from '../../../../src/harness/outcome.ts';
import type { Scene } from '../../../../src/harness/scene.ts';
import type { Exchanged, ExchangeSurface } from '../../../../src/harness/surface.ts';
import type { Parameters } from '../../../../src/harness/target.ts';
import { HttpPeer } from '../../../../src/kits/http/peer.ts';
import { random } from '../../../../src/net/random.ts';
import { octets, text } from './octets.ts';

export interface Reply {
  readonly text: string;
  readonly end?: Exchanged['end'];
}

/** The text of all requests of a connection to the reply; a string is a reply that ends with the close. */
export type Server = (request: string) => Reply | string;

export interface Stage {
  readonly peer: HttpPeer;
  readonly branches: Branch[];
}

export function stage(server: Server, parameters: Parameters = {}): Stage {
  const branches: Branch[] = [];
  const surface: ExchangeSurface = {
    exchange: async (sent, { enough } = {}) => {
      const reply = server(text(sent));
      const { text: said, end = 'closed' } = typeof reply === 'string' ? { text: reply } : reply;
      const received = octets(said);
      const done = received.length > 0 && enough?.(received);
      return { octets: received, end: done ? 'enough' : end, sentAt: point(0), endedAt: point(1) };
    },
  };
  const scene = {
    scenario: { id: 'http-test-001' },
    evidence: new EvidenceLog(),
    random: random(1),
    parameters,
    hangLimit: 1000,
    clock: 'virtual',
    surface: async () => surface,
    fixture: () => {
      throw new RangeError('no fixtures here');
    },
    took: (branch: Branch) => void branches.push(branch),
  } as unknown as Scene;
  return { peer: new HttpPeer(scene), branches };
}

/** `pass`, or how it ended: `unmet: ...`, `inconclusive: ...`, `unsupported: ...`. */
export async function outcomeOf(work: () => void | Promise<void>): Promise<string> {
  try {
    await work();
    return 'pass';
  } catch (thrown) {
    if (thrown instanceof Unmet) return `unmet: ${thrown.message}`;
    if (thrown instanceof Inconclusive) return `inconclusive: ${thrown.code}`;
    if (thrown instanceof Unsupported) return `unsupported: ${thrown.capability}`;
    throw thrown;
  }
}
