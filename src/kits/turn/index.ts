/**
 * The STUN and TURN kit: the tester as clients of a server, and as the peers that they talk to (RFC 8489, RFC 8656).
 * Registers with the harness; its steps are in features/steps/turn.
 */
import type { Kit } from '../../harness/kit.ts';
import { captionTurn, describeTurn } from './describe.ts';
import { TurnPeer } from './peer.ts';

export const turnKit: Kit<TurnPeer> = {
  protocol: 'turn',
  open: (scene) => new TurnPeer(scene),
  close: (peer) => peer.close(),
  describe: describeTurn,
  captions: (exchange) => exchange.map(({ layer, octets }) => captionTurn(layer, octets)),
  fences: [
    {
      name: 'turn-binding',
      needs: 'turn.server',
      pass: async (scene) => (await new TurnPeer(scene).client('A')).fence(),
    },
  ],
};

export { TurnPeer };
