/** What `doctor` tries: how sharp a fence on a connection is. */
import type { Fence } from '../../harness/kit.ts';
import { Wire } from '../ipv4/wire.ts';
import { SEGMENT } from './describe.ts';
import { passOn } from './fence.ts';
import { TcpTalk } from './talk.ts';

export const fences: readonly Fence[] = [
  {
    name: 'segment',
    needs: 'tcp.echo',
    pass: async (scene) => {
      const talk = new TcpTalk(new Wire(scene, SEGMENT));
      await passOn(await talk.establish('echo'));
      await talk.close();
    },
  },
];
