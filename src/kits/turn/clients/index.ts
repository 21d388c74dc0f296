/**
 * The kit of TURN clients: the tester as their server, and as the peers behind it (RFC 8489, RFC 8656). Its steps are in
 * features/steps/turn/clients.ts; what passes is told in the words of the TURN kit.
 */
import type { Kit } from '../../../harness/kit.ts';
import { TurnClientJudge } from './peer.ts';

export const turnClientKit: Kit<TurnClientJudge> = {
  protocol: 'turn',
  open: (scene) => new TurnClientJudge({ ...scene, services: () => scene.surface('services') }),
  describe: () => undefined,
  fences: [],
};
