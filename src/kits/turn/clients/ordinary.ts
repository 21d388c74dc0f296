/** What must have gone well before anything is judged, and what the server says of itself. */
import { Unmet } from '../../../harness/outcome.ts';
import { METHODS } from '../attribute-types.ts';
import { ALGORITHM_LISTS } from './judge-authentication.ts';
import { PEERS, type TurnClientJudge } from './peer.ts';
import { DEFAULT_LIFETIME } from './replies.ts';
import { fateOf } from './visit.ts';

/** RFC 8489 section 9.2: the cookie, and 24 bits of security features in base64. */
const COOKIE = 'obMatJos2';
const FEATURES = { algorithms: 'gAAA', names: 'QAAA' } as const;

/** An ordinary errand: whoever is let in is let in by a success. @throws Unmet */
export async function expectReached(peer: TurnClientJudge, whom: string): Promise<void> {
  const visit = await peer.send({ peers: [whom] });
  const lets = new Set([METHODS.CreatePermission, METHODS.ChannelBind]);
  const isLetIn = visit.said.some(({ code, to }) => code === 'success' && lets.has(to.message.method));
  if (!isLetIn) throw new Unmet({ expected: ['an allocation, and a permission on it'], actual: fateOf(visit) });
}

/** As RFC 8489 has it, in words of features. */
export function offer(peer: TurnClientJudge, words: string): void {
  if (words === 'hidden names') peer.tell({ cookie: `${COOKIE}${FEATURES.names}` });
  else if (words === 'nothing') peer.tell({ cookie: `${COOKIE}${FEATURES.algorithms}` });
  else {
    const { list } = ALGORITHM_LISTS[words as keyof typeof ALGORITHM_LISTS];
    peer.tell({ cookie: `${COOKIE}${FEATURES.algorithms}`, algorithms: list });
  }
}

/** What no peer has sent, or one whom nobody let in. */
export function intrude(peer: TurnClientJudge, words: string, text: string): void {
  const data = new TextEncoder().encode(text);
  const ways: Readonly<Record<string, { peer: (typeof PEERS)[string] | undefined; data: Uint8Array | undefined }>> = {
    'without XOR-PEER-ADDRESS': { peer: undefined, data },
    'without DATA': { peer: PEERS.P, data: undefined },
    'of peer Q': { peer: PEERS.Q, data },
  };
  const way = ways[words];
  if (way === undefined) throw new TypeError(`no data ${words}`);
  peer.tell({ intrusions: [way] });
}

/** Seconds that the server grants where a scenario waits for their end: a client may say how few it can do with. */
export function grantedSeconds(peer: TurnClientJudge): number {
  const told = peer.scene.parameters['turn.granted-lifetime'];
  return typeof told === 'number' ? told : DEFAULT_LIFETIME;
}
