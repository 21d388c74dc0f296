/** The words of the features about HTTP intermediaries. */
import { defineSteps } from '../../src/harness/kit.ts';
import { httpMiddleKit } from '../../src/kits/http/middle/index.ts';
import {
  establishForwarding,
  judgeCountedDown,
  judgeForwarded,
  judgeForwardedOnce,
  judgeForwardedTarget,
  judgeGone,
  judgeHostOfTarget,
  judgeLeftToOrigin,
  judgeNotForwarded,
  judgeOwnVersion,
  judgeSafeFraming,
  judgeVia,
  requireAllOf,
  requireNoCache,
} from '../../src/kits/http/middle/judge-forwarding.ts';
import {
  judgeBadGateway,
  judgeContentBack,
  judgeDateAdded,
  judgeDiscarded,
  judgeInterim,
  judgeNoBlankBeforeColon,
  judgeNotKept,
  judgeNotStatus,
  judgeOwnVersionBack,
  judgeReturned,
  judgeReturnedGone,
  judgeSafeResponse,
  judgeUnfolded,
  judgeViaBack,
  noteStatus,
} from '../../src/kits/http/middle/judge-returning.ts';
import { forwardedOf, type MiddlePeer, returnedOf } from '../../src/kits/http/middle/peer.ts';
import { textOf } from '../../src/kits/http/octet-text.ts';
import { octetsOfText, piecesOfText } from '../../src/kits/http/wire-text.ts';

export const httpMiddleSteps = defineSteps<MiddlePeer>(httpMiddleKit, {
  given: {
    'the intermediary forwards an ordinary request': (peer) => establishForwarding(peer),
    'the intermediary keeps no copy of {string}': (peer, path: string) => requireNoCache(peer, path),
    'the origin behind it will answer': (peer, text: string) =>
      peer.answerWith({ pieces: piecesOfText(text), after: 'keep' }),
    'the origin behind it will answer, and close': (peer, text: string) =>
      peer.answerWith({ pieces: piecesOfText(text), after: 'close' }),
    'the origin behind it will close without an answer': (peer) => peer.alwaysAnswer({ pieces: [], after: 'close' }),
    'the origin behind it will not answer': (peer) => peer.alwaysAnswer({ pieces: [], after: 'keep' }),
    'the client waits for up to {int} seconds': (peer, seconds: number) => peer.waitFor(seconds),
    'the client has sent': async (peer, text: string) => void (await peer.send(text)),
  },
  when: {
    'the client sends': async (peer, text: string) => void (await peer.send(text)),
  },
  then: {
    '{string} is not forwarded': (peer, name: string) => judgeGone(peer.latest, name),
    '{string} with {string} is not forwarded': (peer, name: string, value: string) =>
      judgeGone(peer.latest, name, value),
    '{string} is forwarded as {string}': (peer, name: string, value: string) =>
      judgeForwarded(peer.latest, name, value),
    'Max-Forwards is forwarded as {int}, or less': (peer, most: number) => judgeCountedDown(peer.latest, most),
    '{string} is forwarded in the order {string}': (peer, name: string, value: string) => {
      requireAllOf(forwardedOf(peer.latest).request, name, value);
      judgeForwarded(peer.latest, name, value);
    },
    '{string} comes back in the order {string}': (peer, name: string, value: string) => {
      requireAllOf(returnedOf(peer.latest), name, value);
      judgeReturned(peer.latest, name, value);
    },
    '{string} is left to the origin as {string}': (peer, name: string, value: string) =>
      judgeLeftToOrigin(peer.latest, name, value),
    '{string} does not come back': (peer, name: string) => judgeReturnedGone(peer.latest, name),
    '{string} comes back as {string}': (peer, name: string, value: string) => judgeReturned(peer.latest, name, value),
    '502 comes back, or {string} as {string}': (peer, name: string, value: string) => judgeUnfolded(peer, name, value),
    '502 comes back, and the connection to the origin is closed': (peer) => judgeDiscarded(peer),
    '{int} comes back before the final response': (peer, status: number) => judgeInterim(peer.latest, status),
    'both requests are forwarded in the same version': (peer) => judgeOwnVersion(peer),
    'both responses come back in the same version': (peer) => judgeOwnVersionBack(peer),
    'it is refused, or forwarded with the content {string}': (peer, content: string) =>
      judgeSafeFraming(peer, content, 'RFC 9112 section 6.3'),
    'it is replaced by a failure, or comes back with the content {string}': (peer, content: string) =>
      judgeSafeResponse(peer, content),
    'nothing is forwarded': (peer) => judgeNotForwarded(peer.latest),
    'the request is forwarded once': (peer) => judgeForwardedOnce(peer.latest),
    'the request says by Via who has forwarded it': (peer) => judgeVia(peer.latest),
    'the response says by Via who has forwarded it': (peer) => judgeViaBack(peer.latest),
    'the response comes back with a date': (peer) => judgeDateAdded(peer.latest),
    'a failure comes back': (peer) => judgeBadGateway(peer),
    'a failure comes back, or what is usable of {string}': (peer, usable: string) => judgeBadGateway(peer, usable),
    'Host is forwarded as the authority of the target': (peer) => judgeHostOfTarget(peer),
    'the target is forwarded as {string}': (peer, target: string) => judgeForwardedTarget(peer.latest, target),
    'no blank comes back before a colon': (peer) => judgeNoBlankBeforeColon(peer.latest),
    'the connection to the client is not kept': (peer) => judgeNotKept(peer),
    'the content comes back as {string}': (peer, content: string) =>
      judgeContentBack(peer.latest, textOf(octetsOfText(content))),
    'the status is not {int}': (peer, status: number) => judgeNotStatus(peer.latest, status),
    'it is noted what came of the limit': (peer) => noteStatus(peer, 'RFC 9110 section 7.6.2'),
    'it is noted what came of the silence': (peer) => noteStatus(peer, 'RFC 9110 section 15.6.5'),
  },
});
