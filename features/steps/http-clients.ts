/** The words of the features about HTTP clients. */
import { defineSteps } from '../../src/harness/kit.ts';
import { httpClientKit } from '../../src/kits/http/clients/index.ts';
import {
  judgeAskedOnce,
  judgeHostFirst,
  judgeHostOnce,
  judgeNextMethod,
  judgeNothingAround,
  toldRequestOf,
} from '../../src/kits/http/clients/judge-asking.ts';
import {
  judgeCloses,
  judgeNoMoreOn,
  judgeReadsWhole,
  judgeTunnel,
  requireReuse,
  requireTurns,
} from '../../src/kits/http/clients/judge-connections.ts';
import {
  judgeChunkedLast,
  judgeCloseSaid,
  judgeEmptyLengthTold,
  judgeExpectsNoMore,
  judgeFramed,
  judgeLengthTold,
  judgeNoCoding,
  judgeNoContent,
  judgeNoExpectation,
  judgeNoLength,
  judgeOneFraming,
  judgeTeNamed,
  judgeTeWithoutChunked,
  judgeWaitsNoMore,
  requireCloseSaid,
} from '../../src/kits/http/clients/judge-sending.ts';
import {
  establishPage,
  judgeAlike,
  judgeEnds,
  judgeEndsByItself,
  judgeRefused,
  judgeTaken,
  judgeTakenOrRefused,
} from '../../src/kits/http/clients/judge-taking.ts';
import { type ClientPeer, requestOf } from '../../src/kits/http/clients/peer.ts';
import { judgeHost, judgeTarget } from '../../src/kits/http/judge-request.ts';
import { octetsOf, textOf } from '../../src/kits/http/octet-text.ts';
import type { Answer } from '../../src/kits/http/origin-side.ts';
import { octetsOfText, piecesOfText } from '../../src/kits/http/wire-text.ts';

const at = (path: string) => (authority: string) => [`http://${authority}${path}`];

function foresee(peer: ClientPeer, text: string, after: Answer['after']): void {
  peer.answerWith({ pieces: piecesOfText(text), after });
}

export const httpClientSteps = defineSteps<ClientPeer>(httpClientKit, {
  given: {
    'the client takes an ordinary page': (peer) => establishPage(peer),
    'the client is told to send {word}': (peer, method: string) => peer.tell({ method }),
    'the client is told to send {word} with the content {string}': (peer, method: string, content: string) =>
      peer.tell({ method, file: octetsOf(content) }),
    'the client is told to send the field {string}': (peer, field: string) => peer.tell({ field }),
    'the client is told to ask for the options of the whole server': (peer) => peer.tell({ method: 'OPTIONS *' }),
    'the client is told to make a tunnel': (peer) => peer.tell({ method: 'CONNECT' }),
    'the client is told to use the tester as its proxy': (peer) => peer.useProxy(),
    'the origin will answer': (peer, text: string) => foresee(peer, text, 'keep'),
    'the origin will answer, and close': (peer, text: string) => foresee(peer, text, 'close'),
    'the origin will answer before the content': (peer, text: string) =>
      peer.answerWith({ pieces: piecesOfText(text), after: 'keep', early: true }),
    'the origin will close without an answer': (peer) => peer.answerWith({ pieces: [], after: 'close' }),
    'the origin will always answer': (peer, text: string) =>
      peer.alwaysAnswer({ pieces: piecesOfText(text), after: 'keep' }),
    'the client has asked for {string}': async (peer, path: string) => void (await peer.send(at(path))),
    'the origin will give no 100': (peer) => peer.withholdContinue(),
  },
  when: {
    'the client asks for {string}': async (peer, path: string) => void (await peer.send(at(path))),
    'the client asks for {string}, then for {string}': async (peer, one: string, other: string) =>
      void (await peer.send((authority) => [`http://${authority}${one}`, `http://${authority}${other}`])),
    'the client asks for {string} as {string}': async (peer, path: string, user: string) =>
      void (await peer.send((authority) => [`http://${user}@${authority}${path}`])),
    'the client asks for the address {string}': async (peer, url: string) => void (await peer.send(() => [url])),
  },
  then: {
    'nothing but requests has come from the client': (peer) => judgeNothingAround(peer.latest),
    'every request has one Host field': (peer) => judgeHostOnce(peer.latest),
    "Host is the authority of the tester's address": (peer) => judgeHost(requestOf(peer.latest), peer.latest.authority),
    'Host is the first field': (peer) => judgeHostFirst(requestOf(peer.latest)),
    'Host is {string}': (peer, authority: string) => judgeHost(toldRequestOf(peer.latest), authority),
    'the request target is {string}': (peer, target: string) => judgeTarget(toldRequestOf(peer.latest), target),
    'the request target is {string} or {string}': (peer, one: string, other: string) =>
      judgeTarget(toldRequestOf(peer.latest), one, other),
    'the client asks for {string} with {word}': (peer, target: string, method: string) =>
      judgeNextMethod(peer.latest, method, target),
    'the client has asked once': (peer) => judgeAskedOnce(peer.latest),
    'the content is framed': (peer) => judgeFramed(peer.latest),
    'the length of the content is told': (peer) => judgeLengthTold(peer.latest),
    'it is told that there is no content': (peer) => judgeEmptyLengthTold(peer.latest),
    'the request tells no length': (peer) => judgeNoLength(peer.latest),
    'no request has both Content-Length and Transfer-Encoding': (peer) => judgeOneFraming(peer.latest),
    'chunked is the last transfer coding': (peer) => judgeChunkedLast(peer.latest),
    'the second request has no transfer coding': (peer) => judgeNoCoding(peer.latest, 1),
    'TE does not list chunked': (peer) => judgeTeWithoutChunked(peer.latest),
    'Connection lists TE': (peer) => judgeTeNamed(peer.latest),
    'the request has no content': (peer) => judgeNoContent(peer.latest),
    'the request expects no 100': (peer) => judgeNoExpectation(peer.latest),
    'the request comes again without the expectation': (peer) => judgeExpectsNoMore(peer.latest),
    'every request says close': (peer) => judgeCloseSaid(peer.latest),
    'the content comes all the same': (peer) => judgeWaitsNoMore(peer),
    'the client takes the content {string}': (peer, content: string) => judgeTaken(peer.latest, content),
    'the client takes no content': (peer) => judgeTaken(peer.latest, ''),
    'the client reports a failure': (peer) => judgeRefused(peer),
    'the client reports a failure, or takes the content {string}': (peer, content: string) =>
      judgeTakenOrRefused(peer, textOf(octetsOfText(content)), 'RFC 9112 section 6.3'),
    'the client reports a failure, or takes the content {string} in turn': (peer, content: string) => {
      requireTurns(peer.latest);
      judgeTakenOrRefused(peer, textOf(octetsOfText(content)), 'RFC 9112 section 9.2');
    },
    'the client comes to an end': (peer) => judgeEnds(peer.latest),
    'the client comes to an end by itself': (peer) => judgeEndsByItself(peer.latest),
    'the client ends as before, with or without the content {string}': (peer, content: string) =>
      judgeAlike(peer, content),
    'nothing is asked in the midst of the first answer, unless the client takes {string} all the same': (
      peer,
      contents: string,
    ) => {
      requireReuse(peer.latest);
      judgeReadsWhole(peer, textOf(octetsOfText(contents)));
    },
    'the client speaks in the tunnel': (peer) => judgeTunnel(peer.latest),
    'nothing more is asked on the first connection': (peer) => judgeNoMoreOn(peer.latest),
    'the client closes the first connection': (peer) => judgeCloses(peer.latest),
    'after a request that says close nothing more is asked on its connection': (peer) => {
      requireCloseSaid(peer.latest);
      judgeNoMoreOn(peer.latest);
      judgeCloses(peer.latest);
    },
  },
});
