/**
 * The HTTP kit: the tester as a client of an origin server (RFC 9110, RFC 9112). Registers with the harness; its steps
 * are in features/steps/http.ts.
 */
import type { Kit } from '../../harness/kit.ts';
import { describeHttp } from './describe.ts';
import { passSentinel } from './ground.ts';
import { HttpPeer } from './peer.ts';

export const httpKit: Kit<HttpPeer> = {
  protocol: 'http',
  open: (scene) => new HttpPeer(scene),
  close: (peer) => peer.dialogue.close(),
  describe: describeHttp,
  // Requests and responses are told in few words already.
  captions: (exchange) => exchange.map(({ layer, octets }) => describeHttp(layer, octets)),
  fences: [{ name: 'http-sentinel', needs: 'http.origin', pass: (scene) => passSentinel(new HttpPeer(scene)) }],
};

export type { HttpPeer } from './peer.ts';
