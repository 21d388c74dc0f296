/**
 * The kit of HTTP intermediaries: the tester as their client and as the origin behind them (RFC 9110 section 7.6). Its steps
 * are in features/steps/http-intermediaries.ts; what passes is told in the words of the HTTP kit.
 */
import type { Kit } from '../../../harness/kit.ts';
import { MiddlePeer } from './peer.ts';

export const httpMiddleKit: Kit<MiddlePeer> = {
  protocol: 'http',
  open: (scene) => new MiddlePeer(scene),
  describe: () => undefined,
  fences: [],
};
