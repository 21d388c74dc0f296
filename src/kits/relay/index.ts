/** HPR/1, the hybrid peer relay, as the harness sees it. */
import type { Kit } from '../../harness/kit.ts';
import { captions, describe } from './describe.ts';
import { openRelayPeer, type RelayPeer } from './peer.ts';

export { placeFrom } from './places.ts';
export type { RelayPeer };

export const relayKit: Kit<RelayPeer> = {
  protocol: 'relay',
  open: openRelayPeer,
  describe,
  captions,
  fences: [],
};
