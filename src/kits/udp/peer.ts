/** The tester's side of one scenario about UDP, or about what only UDP shows of IP. */
import type { Scene } from '../../harness/scene.ts';
import { Wire } from '../ipv4/wire.ts';
import { UdpEchoTalk } from './echo-talk.ts';
import { PathTalk } from './path-talk.ts';
import { ClosedPortTalk } from './port-talk.ts';

export interface UdpPeer {
  readonly scene: Scene;
  readonly echoes: UdpEchoTalk;
  readonly closed: ClosedPortTalk;
  readonly path: PathTalk;
}

export function openUdpPeer(scene: Scene): UdpPeer {
  const wire = new Wire(scene);
  const echoes = new UdpEchoTalk(wire);
  return { scene, echoes, closed: new ClosedPortTalk(wire), path: new PathTalk(wire, echoes) };
}
