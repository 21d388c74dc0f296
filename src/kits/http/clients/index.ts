/**
 * The kit of HTTP clients: the tester as their origin (RFC 9110, RFC 9112). Its steps are in features/steps/http-clients.ts;
 * what passes is told in the words of the HTTP kit.
 */
import type { Kit } from '../../../harness/kit.ts';
import { ClientPeer } from './peer.ts';

export const httpClientKit: Kit<ClientPeer> = {
  protocol: 'http',
  open: (scene) => new ClientPeer(scene),
  describe: () => undefined,
  fences: [],
};
