/** Requests in pieces. */
import { defineSteps, type StepDefinition } from '../../src/harness/kit.ts';
import { fillIn } from '../../src/kits/http/cases/fill-in.ts';
import { type HttpPeer, httpKit } from '../../src/kits/http/index.ts';
import {
  awaitContinue,
  judgeFinal,
  judgeSameAsTwin,
  judgeSecond,
  judgeWholeSection,
} from '../../src/kits/http/judge-dialogue.ts';

export const httpDialogueSteps: readonly StepDefinition[] = defineSteps<HttpPeer>(httpKit, {
  when: {
    'the client sends this first, for {string}:': (peer, method: string, text: string) =>
      peer.dialogue.say(fillIn(text, peer), method),
    'the client sends this as well, for {string}:': (peer, method: string, text: string) =>
      peer.dialogue.say(fillIn(text, peer), method),
    'the client sends this behind it:': (peer, text: string) => peer.dialogue.say(fillIn(text, peer)),
    'the client sends this an octet at a time, for {string}:': (peer, method: string, text: string) =>
      peer.dialogue.spell(fillIn(text, peer), method),
    'the client has been told to go on': (peer) => awaitContinue(peer),
    'the client has read the response': async (peer) => {
      await peer.dialogue.hearAll();
    },
  },
  then: {
    'the request is refused, once its section is whole': (peer) => judgeWholeSection(peer),
    'the answer is that to the same octets in one piece': (peer) => judgeSameAsTwin(peer),
    'the request has its final response': (peer) => judgeFinal(peer),
    'the second request has a response too': (peer) => judgeSecond(peer),
  },
});
