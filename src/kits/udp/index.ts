/** UDP, as the harness sees it. Its datagrams travel in those of IPv4, and are described with them. */
import type { Kit } from '../../harness/kit.ts';
import { udpFences } from './fence.ts';
import { openUdpPeer, type UdpPeer } from './peer.ts';

export {
  assertAllOnes,
  assertChecksum,
  assertData,
  assertHasChecksum,
  assertLength,
  assertOwnSource,
  assertPort,
  assertProtocol,
} from './judge-reply.ts';
export type { UdpPeer };

export const udpKit: Kit<UdpPeer> = {
  protocol: 'udp',
  open: openUdpPeer,
  describe: () => undefined,
  fences: udpFences,
};
