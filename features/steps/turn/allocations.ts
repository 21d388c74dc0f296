/** What an allocation must be. */
import { defineSteps } from '../../../src/harness/kit.ts';
import { type TurnPeer, turnKit } from '../../../src/kits/turn/index.ts';
import {
  assertAlive,
  assertAtMost,
  assertBothFamilies,
  assertDontFragment,
  assertDynamic,
  assertEven,
  assertFamily,
  assertFamilyOr,
  assertLifetime,
  assertNextPort,
  assertOtherFamilyFailed,
  assertPortsVary,
  assertRelayed,
  assertToken,
} from '../../../src/kits/turn/judge-allocation.ts';

export const turnAllocationSteps = defineSteps<TurnPeer>(turnKit, {
  then: {
    'the relayed address is of {word}': (peer, family: string) => assertFamily(peer, family),
    'the relayed address is of {word}, or the server answers {int}': (peer, family: string, code: number) =>
      assertFamilyOr(peer, family, code),
    'the relayed address is another one than that of client {word}': (peer, name: string) =>
      assertRelayed(peer, name, 'another'),
    'the relayed address is still that of client {word}': (peer, name: string) => assertRelayed(peer, name, 'same'),
    'the server takes DONT-FRAGMENT, or answers 420 and names it': (peer) => assertDontFragment(peer),
    'the port of client {word} is even': (peer, name: string) => assertEven(peer, name),
    'the port of client {word} is the one after that of client {word}': (peer, name: string, after: string) =>
      assertNextPort(peer, name, after),
    'the port of client {word} is a dynamic one': (peer, name: string) => assertDynamic(peer, name),
    'their ports do not lie in one step': (peer) => assertPortsVary(peer, [...'ABCDEFGH']),
    'the token has 8 octets': (peer) => assertToken(peer),
    'the lifetime is {int} seconds within what A and B got': (peer, asked: number) => assertLifetime(peer, asked),
    'the lifetime of client {word} is {int} seconds at most': (peer, name: string, seconds: number) =>
      assertAtMost(peer, name, seconds),
    'the lifetime that the server told is above zero': (peer) => assertAlive(peer),
    'the answer says that the other family failed with 440 or 508': (peer) => assertOtherFamilyFailed(peer),
    'the answer has relayed addresses of both families': (peer) => assertBothFamilies(peer),
  },
});
