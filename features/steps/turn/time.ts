/** What lasts how long. */
import { defineSteps } from '../../../src/harness/kit.ts';
import { permit } from '../../../src/kits/turn/ask-talk.ts';
import { assertAtPeer, sendTo } from '../../../src/kits/turn/data-talk.ts';
import { type TurnPeer, turnKit } from '../../../src/kits/turn/index.ts';
import {
  keepForNonce,
  keepPermission,
  pass,
  passAllocation,
  passUntil,
  useUntilEnd,
} from '../../../src/kits/turn/time-talk.ts';

export const turnTimeSteps = defineSteps<TurnPeer>(turnKit, {
  given: {
    'nothing is sent for {int} seconds': (peer, seconds: number) => pass(peer, seconds),
    'client {word} keeps its allocation for the lifetime of a nonce': (peer, name: string) => keepForNonce(peer, name),
    'nothing is sent until shortly before the end of a permission': (peer) =>
      passUntil(peer, 'permission', 'before the end'),
    'nothing is sent until after the end of a permission': (peer) => passUntil(peer, 'permission', 'after the end'),
    'nothing is sent until the middle of a permission': (peer) => passUntil(peer, 'permission', 'middle'),
    'nothing is sent until after the end of a permission that began before': (peer) =>
      passUntil(peer, 'permission', 'rest'),
    'nothing is sent until shortly before the end of its allocation': (peer) => passAllocation(peer, 'A'),
    'client {word} keeps its permission for peer {word} until shortly before the end of a channel': (
      peer,
      name: string,
      whom: string,
    ) => keepPermission(peer, name, whom, 'before the end'),
    'client {word} keeps its permission for peer {word} until after the end of a channel': (
      peer,
      name: string,
      whom: string,
    ) => keepPermission(peer, name, whom, 'after the end'),
    'client {word} sends and receives with peer {word} until after the end of its allocation': (
      peer,
      name: string,
      whom: string,
    ) =>
      useUntilEnd(peer, name, async () => {
        await permit(peer, name, whom);
        await sendTo(peer, name, whom, 24);
        await assertAtPeer(peer, whom, name);
      }),
  },
});
