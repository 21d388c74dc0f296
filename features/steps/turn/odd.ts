/** Octets that are no message, and what a server must survive. */
import { defineSteps } from '../../../src/harness/kit.ts';
import { sendFromPeer } from '../../../src/kits/turn/data-talk.ts';
import { type TurnPeer, turnKit } from '../../../src/kits/turn/index.ts';
import {
  askEveryLength,
  assertAnswers,
  assertRelays,
  oddDatagrams,
  sendAll,
  sendBeginning,
  sendBeginningWith,
  sendResponse,
  sendSpoilt,
} from '../../../src/kits/turn/odd-talk.ts';

export const turnOddSteps = defineSteps<TurnPeer>(turnKit, {
  when: {
    'client {word} sends a(n) {word} request spoilt by {string}': (peer, name: string, method: string, fault: string) =>
      sendSpoilt(peer, name, method, fault),
    'client {word} sends {int} octets that begin like a Binding request': (peer, name: string, octets: number) =>
      sendBeginning(peer, name, octets),
    'client {word} sends {int} octets that begin with {word}': (peer, name: string, octets: number, first: string) =>
      sendBeginningWith(peer, name, octets, Number(first)),
    'client {word} sends a Binding {word} response': (peer, name: string, of: 'success' | 'error') =>
      sendResponse(peer, name, of),
    'client {word} sends {string}': async (peer, name: string, what: string) => {
      const client = await peer.client(name);
      await sendAll(client, oddDatagrams(peer, client, what));
    },
    'client {word} sends signed {word} requests with attributes of every length': (
      peer,
      name: string,
      method: string,
    ) => askEveryLength(peer, name, method),
    'peer {word} sends {string} to the relayed address': async (peer, whom: string, what: string) => {
      const client = await peer.client('A');
      for (const octets of oddDatagrams(peer, client, what)) await sendFromPeer(peer, whom, 'A', octets);
    },
  },
  then: {
    'the server still answers': (peer) => assertAnswers(peer, 'A'),
    'the server still answers another client': (peer) => assertAnswers(peer, 'C'),
    'the server still relays for client {word} and peer {word}': (peer, name: string, whom: string) =>
      assertRelays(peer, name, whom),
    'what comes afterwards on the connection of client {word} can be read': (peer, name: string) =>
      assertAnswers(peer, name),
  },
});
