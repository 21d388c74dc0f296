/** The tester's side of one scenario about TCP. */
import type { Scene } from '../../harness/scene.ts';
import { Wire } from '../ipv4/wire.ts';
import { SEGMENT } from './describe.ts';
import { StateTalk } from './state-talk.ts';
import { TcpTalk } from './talk.ts';
import { TcpUser } from './user.ts';

export interface TcpPeer {
  readonly scene: Scene;
  readonly wire: Wire;
  readonly talk: TcpTalk;
  readonly user: TcpUser;
  readonly states: StateTalk;
}

export function openPeer(scene: Scene): TcpPeer {
  const wire = new Wire(scene, SEGMENT);
  const [talk, user] = [new TcpTalk(wire), new TcpUser(scene)];
  return { scene, wire, talk, user, states: new StateTalk(scene, talk, user) };
}
