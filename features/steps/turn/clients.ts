/** The words of the features about TURN clients. */
import { defineSteps } from '../../../src/harness/kit.ts';
import { turnClientKit } from '../../../src/kits/turn/clients/index.ts';
import {
  judgeAway,
  judgeDeleted,
  judgeFamilies,
  judgeFollowed,
  judgeGivenBack,
  judgeGone,
  judgeLeftInPeace,
  judgeNotRepeated,
  judgeNotToAndFro,
  judgeOtherPorts,
  judgeParity,
  judgeRefreshed,
  judgeTransport,
} from '../../../src/kits/turn/clients/judge-allocations.ts';
import {
  ALGORITHM_LISTS,
  judgeAlgorithms,
  judgeAnonymous,
  judgeCredentials,
  judgeFirstPlain,
  judgeFreshNonce,
  judgeNoRetry,
  judgeNotTheSame,
} from '../../../src/kits/turn/clients/judge-authentication.ts';
import {
  judgeAfresh,
  judgeChannels,
  judgeHandedOut,
  judgePermissionRequests,
  judgeSends,
  requireLateSend,
} from '../../../src/kits/turn/clients/judge-data.ts';
import {
  judgeDoubled,
  judgeFailed,
  judgeFirstTimeout,
  judgeGivenUp,
  judgeNotReceived,
  judgeOtherIds,
  judgeSameCopies,
  judgeSentOnce,
} from '../../../src/kits/turn/clients/judge-transactions.ts';
import { expectReached, grantedSeconds, intrude, offer } from '../../../src/kits/turn/clients/ordinary.ts';
import { TEXT, type TurnClientJudge } from '../../../src/kits/turn/clients/peer.ts';
import { turnFor } from '../../../src/kits/turn/clients/script.ts';

const EVERY = Number.POSITIVE_INFINITY;
const NEVER = 'Not from your peer.';
const listed = (peer: TurnClientJudge, words: string) => {
  const { list, known } = ALGORITHM_LISTS[words as keyof typeof ALGORITHM_LISTS];
  judgeAlgorithms(peer.latest, list, known);
};

export const turnClientSteps = defineSteps<TurnClientJudge>(turnClientKit, {
  given: {
    'the client has reached peer {word}': (peer, whom: string) => expectReached(peer, whom),
    'the client has been sent for an allocation': async (peer) => void (await peer.send()),
    'the server will answer the first {string} with {string}': (peer, which: string, how: string) =>
      peer.foresee(turnFor(which, how, 1)),
    'the server will answer every {string} with {string}': (peer, which: string, how: string) =>
      peer.foresee(turnFor(which, how, EVERY)),
    'the server serves the realm {string}': (peer, realm: string) => peer.tell({ realm }),
    'the server lists {string}': (peer, words: string) => offer(peer, words),
    'the server asks for hidden names': (peer) => offer(peer, 'hidden names'),
    'the server says that it lists algorithms, and lists none': (peer) => offer(peer, 'nothing'),
    'the server grants less time than others': (peer) => peer.tell({ lifetime: grantedSeconds(peer) }),
    'the server will send the client data {string} before what the peer sends': (peer, words: string) =>
      intrude(peer, words, NEVER),
    'the client can make use of IPv4 alone': (peer) => peer.set({ ipv4Only: true }),
    'the server is reached over TCP': (peer) => peer.tell({ transport: 'tcp' }),
  },
  when: {
    'the client is sent for an allocation': async (peer) => void (await peer.send()),
    'the client is sent for an allocation of {string}': async (peer, family: string) =>
      void (await peer.send({ more: { family } })),
    'the client is sent for an even port': async (peer) => void (await peer.send({ more: { parity: 'even' } })),
    'the client is sent for an allocation, and watched for {int} seconds': async (peer, watched: number) =>
      void (await peer.send({ watched })),
    'the client is sent to peer {word}': async (peer, whom: string) => void (await peer.send({ peers: [whom] })),
    'the client is sent to peer {word} by a channel': async (peer, whom: string) =>
      void (await peer.send({ peers: [whom], way: 'channel' })),
    'the client is sent to peers {word} and {word} by channels': async (peer, one: string, other: string) =>
      void (await peer.send({ peers: [one, other], way: 'channel' })),
    'the client is sent to peer {word}, and stays for {int} seconds': async (peer, whom: string, seconds: number) =>
      void (await peer.send({ peers: [whom], seconds })),
    'the client is sent to peer {word} by a channel, and stays for {int} seconds': async (
      peer,
      whom: string,
      seconds: number,
    ) => void (await peer.send({ peers: [whom], way: 'channel', seconds })),
    'the client is sent for an allocation that it keeps for twice its time': async (peer) =>
      void (await peer.send({ seconds: 2 * grantedSeconds(peer) + 2 })),
  },
  then: {
    'its first request has no credentials': (peer) => judgeFirstPlain(peer.latest),
    'it comes again with the credentials that the server asks for': (peer) => judgeCredentials(peer.latest, peer.realm),
    'it sends the list back, and chooses from {string}': listed,
    'it hides its name': (peer) => judgeAnonymous(peer.latest, peer.realm),
    'it asks no more with the same name and password': (peer) => judgeNotTheSame(peer.latest),
    'it asks again with the new nonce': (peer) => judgeFreshNonce(peer.latest, peer.realm),
    'it asks no more with credentials': (peer) => judgeNoRetry(peer.latest),
    'what it sends again is the same, and nothing else is': (peer) => judgeSameCopies(peer.latest),
    'no two of its requests have the same id': (peer) => judgeOtherIds(peer.visits),
    'it is as if it had not received that: the request comes again': (peer) => judgeNotReceived(peer.latest),
    'it takes the transaction for failed': (peer) => judgeFailed(peer.latest),
    'it waits for half a second before it sends again': (peer) => judgeFirstTimeout(peer.latest),
    'each pause is twice as long as the one before, {int} times at least': (peer, sends: number) =>
      judgeDoubled(peer.latest, sends),
    'it sends seven times, and gives up': (peer) => judgeGivenUp(peer.latest),
    'it sends once': (peer) => judgeSentOnce(peer.latest),
    'every Allocate request asks for UDP': (peer) => judgeTransport(peer.latest),
    'no Allocate request asks for families in two ways': (peer) => judgeFamilies(peer.latest),
    'no Allocate request asks for parity and a reserved port': (peer) => judgeParity(peer.latest),
    'it gives the allocation back, and asks for no other': (peer) => judgeGivenBack(peer.latest),
    'it has tried three ports': (peer) => judgeOtherPorts(peer.latest),
    'it asks from no refused port again, and once it has given up, for {int} seconds from none': (
      peer,
      seconds: number,
    ) => judgeAway(peer.latest, seconds),
    'it leaves the server in peace for {int} seconds': (peer, seconds: number) =>
      judgeLeftInPeace(peer.latest, seconds),
    'it does not ask for the same again': (peer) => judgeNotRepeated(peer.latest),
    'it asks the other server next': (peer) => judgeFollowed(peer.latest),
    'it does not go to and fro': (peer) => judgeNotToAndFro(peer.latest),
    'it has refreshed the allocation before its time was over': (peer) =>
      judgeRefreshed(peer.latest, grantedSeconds(peer)),
    'it has given the allocation back': (peer) => judgeDeleted(peer.latest),
    'it says nothing more that needs the allocation': (peer) => judgeGone(peer.latest),
    'every permission that it asks for has peers of IPv4': (peer) => judgePermissionRequests(peer.latest),
    'whatever it sends has a peer, data and a permission': (peer) => judgeSends(peer.latest, true),
    'it sends nothing to who is not let in': (peer) => judgeSends(peer.latest, false),
    'what it sends after five minutes has a permission, too': (peer) => {
      judgeSends(peer.latest, true);
      requireLateSend(peer.latest);
    },
    'it hands out what the peer has sent, and nothing else': (peer) => judgeHandedOut(peer.latest, TEXT, NEVER),
    'each peer has a channel of its own': (peer) => judgeChannels(peer.latest, 2),
    'it begins afresh': (peer) => judgeAfresh(peer.latest),
  },
});
