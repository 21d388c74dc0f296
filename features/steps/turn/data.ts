/** Data to and fro. */
import { defineSteps } from '../../../src/harness/kit.ts';
import {
  assertAtClient,
  assertAtPeer,
  assertBothAtPeer,
  assertNotAtClient,
  assertNotAtPeer,
  assertNotLate,
  indicate,
  noteAtClient,
  sendFromPeer,
  sendOnChannel,
  sendTo,
  sendTwice,
} from '../../../src/kits/turn/data-talk.ts';
import { type TurnPeer, turnKit } from '../../../src/kits/turn/index.ts';
import { lookalike } from '../../../src/kits/turn/odd-talk.ts';
import type { Rows } from '../../../src/kits/turn/words.ts';

export const turnDataSteps = defineSteps<TurnPeer>(turnKit, {
  given: {
    'client {word} reaches peer {word}': async (peer, name: string, whom: string) => {
      await sendTo(peer, name, whom, 24);
      await assertAtPeer(peer, whom, name);
    },
    'client {word} reaches peer {word} on channel {word}': async (
      peer,
      name: string,
      whom: string,
      channel: string,
    ) => {
      await sendOnChannel(peer, name, channel, peer.data(24));
      await assertAtPeer(peer, whom, name);
    },
    'peer {word} reaches client {word} in a Data indication': async (peer, whom: string, name: string) => {
      await sendFromPeer(peer, whom, name, peer.data(24));
      await assertAtClient(peer, name, whom);
    },
  },
  when: {
    'client {word} sends a(n) {word} indication': (peer, name: string, method: string, rows?: Rows) =>
      indicate(peer, name, method, rows ?? []),
    'client {word} sends {int} octets to peer {word} in a Send indication': (
      peer,
      name: string,
      octets: number,
      whom: string,
    ) => sendTo(peer, name, whom, octets),
    'client {word} sends two Send indications to peer {word} at once': (peer, name: string, whom: string) =>
      sendTwice(peer, name, whom),
    'client {word} sends {int} octets on channel {word}': (peer, name: string, octets: number, channel: string) =>
      sendOnChannel(peer, name, channel, peer.data(octets)),
    'client {word} sends {int} octets on channel {word} and a Binding request right behind': (
      peer,
      name: string,
      octets: number,
      channel: string,
    ) => sendOnChannel(peer, name, channel, peer.data(octets), { behind: true }),
    'client {word} sends {int} octets on channel {word} and claims {int}': (
      peer,
      name: string,
      octets: number,
      channel: string,
      length: number,
    ) => sendOnChannel(peer, name, channel, peer.data(octets), { length }),
    'client {word} sends {int} octets on channel {word} with {int} octets of padding': (
      peer,
      name: string,
      octets: number,
      channel: string,
      pad: number,
    ) => sendOnChannel(peer, name, channel, peer.data(octets), { pad }),
    'client {word} sends {string} to peer {word}': async (peer, name: string, what: string, whom: string) => {
      const data = lookalike(peer, await peer.client(name), what);
      await sendTo(peer, name, whom, data);
    },
    'peer {word} sends {int} octets to client {word}': (peer, whom: string, octets: number, name: string) =>
      sendFromPeer(peer, whom, name, peer.data(octets)),
    'peer {word} sends {string} to client {word}': async (peer, whom: string, what: string, name: string) =>
      sendFromPeer(peer, whom, name, lookalike(peer, await peer.client(name), what)),
    'peer {word} sends {int} octets to where client {word} was': (peer, whom: string, octets: number, name: string) =>
      sendFromPeer(peer, whom, name, peer.data(octets), 'formerly'),
  },
  then: {
    'peer {word} receives the data from client {word}': (peer, whom: string, name: string) =>
      assertAtPeer(peer, whom, name),
    'peer {word} receives both from client {word}': (peer, whom: string, name: string) =>
      assertBothAtPeer(peer, whom, name),
    'peer {word} receives nothing from client {word}': (peer, whom: string, name: string) =>
      assertNotAtPeer(peer, whom, name),
    'client {word} receives the data of peer {word} in a Data indication': (peer, name: string, whom: string) =>
      assertAtClient(peer, name, whom),
    'client {word} receives the data of peer {word} on channel {word}': (
      peer,
      name: string,
      whom: string,
      channel: string,
    ) => assertAtClient(peer, name, whom, channel),
    'client {word} receives nothing of it': (peer, name: string) => assertNotAtClient(peer, name),
    'client {word} receives nothing of what came too late': (peer, name: string) => assertNotLate(peer, name),
    'it is noted whether client {word} receives it': (peer, name: string) => noteAtClient(peer, name),
  },
});
