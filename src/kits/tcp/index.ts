/** TCP, as the harness sees it. */
import type { Kit } from '../../harness/kit.ts';
import { captions } from './captions.ts';
import { describe } from './describe.ts';
import { fences } from './fences.ts';
import { openPeer, type TcpPeer } from './peer.ts';

export { mustBeRefused } from './handshake-talk.ts';
export { readHarms } from './harms.ts';
export { readSegmentFields } from './segment-bench.ts';
export { readStamped } from './stamps.ts';
export { type Rows, readSegments } from './words.ts';
export type { TcpPeer };

export const tcpKit: Kit<TcpPeer> = {
  protocol: 'tcp',
  open: openPeer,
  close: async ({ talk, routes }) => {
    await talk.close();
    await routes.close();
  },
  describe,
  captions,
  fences,
};
