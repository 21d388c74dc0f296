/** The words of the HTTP features. */
import { defineSteps } from '../../src/harness/kit.ts';
import { judgeCase } from '../../src/kits/http/cases/judge.ts';
import { requireOfTwin, sendAndWait, sendCase, sendTwin } from '../../src/kits/http/cases/send.ts';
import {
  establishAnswer,
  establishDifference,
  establishResource,
  futureResource,
  requireVersion,
} from '../../src/kits/http/ground.ts';
import { type HttpPeer, httpKit } from '../../src/kits/http/index.ts';
import {
  judgeContentType,
  judgeDate,
  judgeLastModified,
  judgeNotLater,
  judgeTimestamps,
  noteServer,
} from '../../src/kits/http/judge-fields.ts';
import {
  judgeClosed,
  judgeContentLength,
  judgeHeadLength,
  judgeLengthTold,
  judgeNextResponse,
  judgeNoContent,
} from '../../src/kits/http/judge-length.ts';
import {
  judgeAbsence,
  judgeSpace,
  judgeStatus,
  judgeStatusLine,
  judgeVersion,
  judgeWord,
  noteLoneLf,
} from '../../src/kits/http/judge-status.ts';
import { CLOSE } from '../../src/kits/http/peer.ts';
import { request } from '../../src/kits/http/request.ts';

export const httpSteps = defineSteps<HttpPeer>(httpKit, {
  given: {
    'the server serves its resource': (peer) => establishResource(peer),
    'the server answers {string} to this, sent for {string}:': (peer, answers: string, asks: string, text: string) =>
      sendTwin(peer, answers, asks, text),
    'this holds of the answer: {string}': (peer, phrases: string) => requireOfTwin(peer, phrases),
    'the server answers for its resource, legibly or not': (peer) => establishAnswer(peer),
    'the server does not answer everything alike': (peer) => establishDifference(peer),
    'the server answers in version {string} or later': (peer, version: string) => requireVersion(peer, version),
    'the server has a resource whose time of change lies in the future': (peer) => void futureResource(peer),
  },
  when: {
    'the client sends this, for {string}:': (peer, asks: string, text: string) => sendCase(peer, asks, text),
    'the client sends this and ends, for {string}:': (peer, asks: string, text: string) =>
      sendCase(peer, asks, text, { finish: true }),
    'the client sends this and waits, for {string}:': (peer, asks: string, text: string) =>
      sendAndWait(peer, asks, text),
    'the client sends {word} for the resource': async (peer, method: string) => {
      await peer.ask(method, peer.resource);
    },
    'the client sends {word} for the resource and reads until the close': async (peer, method: string) => {
      await peer.ask(method, peer.resource, 'closed');
    },
    'the client sends {word} for a path at which there is nothing': async (peer, method: string) => {
      await peer.ask(method, peer.absent.path);
    },
    'the client sends {word} for a path at which there is nothing and reads until the close': async (
      peer,
      method: string,
    ) => {
      await peer.ask(method, peer.absent.path, 'closed');
    },
    'the client sends {word} for the resource from the future': async (peer, method: string) => {
      await peer.ask(method, futureResource(peer));
    },
    'the client sends {word} for the resource without Host': async (peer, method: string) => {
      await peer.send([request(method, peer.resource, { fields: [CLOSE] })]);
    },
    'the client sends {word} for the resource with two equal Host fields': async (peer, method: string) => {
      await peer.send([request(method, peer.resource, { fields: [peer.host, peer.host, CLOSE] })]);
    },
    'the client sends {word} for the resource with lines that end in a lone LF': async (peer, method: string) => {
      // The empty lines after it let a server that does not take LF alone see an end too, and answer.
      const fields = [peer.host, CLOSE];
      await peer.send([request(method, peer.resource, { fields, lineEnd: '\n', after: '\r\n\r\n' })]);
    },
    'the client sends {word} for the resource and right behind it {word}': async (
      peer,
      method: string,
      second: string,
    ) => {
      const requests = [
        request(method, peer.resource, { fields: [peer.host] }),
        request(second, peer.resource, { fields: [peer.host, CLOSE] }),
      ];
      await peer.send(requests, 'closed');
    },
  },
  then: {
    'the server does one of these:': (peer, table: readonly (readonly string[])[]) => judgeCase(peer, table),
    'the status line has the form of the grammar': (peer) => judgeStatusLine(peer.latest),
    'the version has the form of the grammar': (peer) => judgeVersion(peer.latest),
    'the client has been told to go on, or how its request ends': (peer) => judgeWord(peer),
    'a space follows the status code': (peer) => judgeSpace(peer.latest),
    'the status of the response is {int}': (peer, status: number) => judgeStatus(peer.latest, status),
    'the status does not claim that there is something': (peer) => judgeAbsence(peer),
    'the response carries Date': (peer) => judgeDate(peer.latest),
    'every timestamp in the response has the form of IMF-fixdate': (peer) => judgeTimestamps(peer.latest),
    'the response says when the resource last changed': (peer) => judgeLastModified(peer),
    'Last-Modified is not later than Date': (peer) => judgeNotLater(peer),
    'the response names the media type of its content': (peer) => judgeContentType(peer),
    'it is noted whether the response names the server': (peer) => noteServer(peer),
    'Content-Length is the number of octets of the content': (peer) => judgeContentLength(peer),
    'the response tells the length of its content beforehand': (peer) => judgeLengthTold(peer),
    'the response ends with its header section': (peer) => judgeNoContent(peer.latest),
    'the second response begins where content would': (peer) => judgeNextResponse(peer.latest),
    'HEAD told no other length than GET transferred': (peer) => judgeHeadLength(peer),
    'the server closes the connection': (peer) => judgeClosed(peer.latest),
    'it is noted whether the server took the request': (peer) => noteLoneLf(peer),
  },
});
