/** Requests, and what must have succeeded before. */
import { defineSteps } from '../../../src/harness/kit.ts';
import {
  allocate,
  askAgain,
  askChannel,
  bindChannel,
  deleteAgain,
  deleteAllocation,
  permit,
  refresh,
  usualAttributes,
} from '../../../src/kits/turn/ask-talk.ts';
import { expectOutcome, getAnswer } from '../../../src/kits/turn/get-talk.ts';
import { type TurnPeer, turnKit } from '../../../src/kits/turn/index.ts';
import {
  allocateAsOther,
  askInParts,
  askOf,
  askWith,
  askWithFirstOctet,
  expectBinding,
  expectIgnorance,
  fillQuota,
} from '../../../src/kits/turn/request-talk.ts';
import type { Rows } from '../../../src/kits/turn/words.ts';

const addresses = (words: string): Rows => [
  ['attribute', 'value'],
  ...words.split(' and ').map((address) => ['XOR-PEER-ADDRESS', address]),
];
const channelTo = (channel: string, address: string): Rows => [
  ['attribute', 'value'],
  ['CHANNEL-NUMBER', channel],
  ['XOR-PEER-ADDRESS', address],
];
const lifetimeOf = (family: string, lifetime: string): Rows => [
  ['attribute', 'value'],
  ['REQUESTED-ADDRESS-FAMILY', family],
  ['LIFETIME', lifetime],
];

export const turnAskSteps = defineSteps<TurnPeer>(turnKit, {
  given: {
    'client {word} comes over TCP': async (peer, name: string) => void (await peer.client(name, 'tcp')),
    'client {word} learns how to authenticate': async (peer, name: string) => (await peer.client(name)).learn(),
    'client {word} has an allocation': async (peer, name: string) => void (await allocate(peer, name)),
    'client {word} has an allocation that it asked for with': async (peer, name: string, rows: Rows) =>
      void (await allocate(peer, name, rows)),
    'client {word} has an allocation that it asked for with {string}': async (peer, name: string, how: string) =>
      expectOutcome(await askWith(peer, name, 'Allocate', how), 'success'),
    'client {word} has an allocation of another user': (peer, name: string) => allocateAsOther(peer, name),
    'eight clients have allocations': async (peer) => {
      for (const name of 'ABCDEFGH') await allocate(peer, name);
    },
    'one user has as many allocations as the quota lets': (peer) => fillQuota(peer),
    'client {word} lets in peer {word}': (peer, name: string, whom: string) => permit(peer, name, whom),
    'client {word} has bound channel {word} to peer {word}': (peer, name: string, channel: string, whom: string) =>
      bindChannel(peer, name, channel, whom),
    'client {word} has deleted its allocation': (peer, name: string) => deleteAllocation(peer, name),
    'client {word} has refreshed its allocation': (peer, name: string) => refresh(peer, name),
    'client {word} has refreshed its allocation for {int} seconds': (peer, name: string, seconds: number) =>
      refresh(peer, name, seconds),
    'client {word} got {string}': (peer, name: string, what: string) => getAnswer(peer, name, what),
    'peer {word} exists': async (peer, whom: string) => void (await peer.peer(whom)),
    'the server answers a Binding request of client {word}': (peer, name: string) => expectBinding(peer, name),
    'client {word} is answered {word} to a(n) {word} request with {string}': async (
      peer,
      name: string,
      code: string,
      method: string,
      how: string,
    ) => expectOutcome(await askWith(peer, name, method, how), code),
    'client {word} is answered success to a CreatePermission for {string}': async (peer, name: string, words: string) =>
      expectOutcome(await peer.ask(name, { method: 'CreatePermission' }, addresses(words)), 'success'),
    'client {word} is refused a CreatePermission for {string}': async (peer, name: string, words: string) =>
      expectOutcome(await peer.ask(name, { method: 'CreatePermission' }, addresses(words)), 'error'),
    'client {word} is answered success to a ChannelBind for {string}': async (peer, name: string, address: string) =>
      expectOutcome(await peer.ask(name, { method: 'ChannelBind' }, channelTo('0x4001', address)), 'success'),
    'client {word} is refused channel {word} to peer {word}': async (
      peer,
      name: string,
      channel: string,
      whom: string,
    ) => expectOutcome(await askChannel(peer, name, channel, whom), 'error'),
    'client {word} is answered success to a Refresh for {string}': async (peer, name: string, family: string) =>
      expectOutcome(await peer.ask(name, { method: 'Refresh' }, lifetimeOf(family, '600')), 'success'),
    'client {word} is answered success to the deletion of its {string} half': async (
      peer,
      name: string,
      family: string,
    ) => expectOutcome(await peer.ask(name, { method: 'Refresh' }, lifetimeOf(family, '0')), 'success'),
    'the server does not understand DONT-FRAGMENT in an Allocate request of client {word}': (peer, name: string) =>
      expectIgnorance(peer, name),
  },
  when: {
    'client {word} sends a(n) {word} request': async (peer, name: string, method: string, rows?: Rows) =>
      void (await peer.ask(name, { method }, rows ?? (await usualAttributes(peer, method)))),
    'client {word} sends a(n) {word} request with {string}': async (
      peer,
      name: string,
      method: string,
      how: string,
      rows?: Rows,
    ) => void (await askWith(peer, name, method, how, rows)),
    'client {word} sends a(n) {word} request of another user': (peer, name: string, method: string) =>
      askOf(peer, name, method),
    'client {word} sends a(n) {word} request in two parts': (peer, name: string, method: string) =>
      askInParts(peer, name, method),
    'client {word} sends a(n) {word} request with the first octet of the address of peer {word} as {int}': (
      peer,
      name: string,
      method: string,
      whom: string,
      first: number,
    ) => askWithFirstOctet(peer, name, method, whom, first),
    'client {word} repeats it octet for octet': (peer) => askAgain(peer),
    'client {word} binds channel {word} to peer {word}': async (peer, name: string, channel: string, whom: string) =>
      void (await askChannel(peer, name, channel, whom)),
    'client {word} deletes its allocation': (peer, name: string) => deleteAllocation(peer, name),
    'client {word} deletes its allocation again and again for {int} seconds': (peer, name: string, seconds: number) =>
      deleteAgain(peer, name, seconds),
    'client {word} gets {string}': (peer, name: string, what: string) => getAnswer(peer, name, what),
  },
});
