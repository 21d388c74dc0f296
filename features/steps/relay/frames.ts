/** Octets that are no frames, frames that nobody vouches for, and what a stranger may be sent. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { relayKit } from '../../../src/kits/relay/index.ts';

export const frameSteps: readonly StepDefinition[] = defineSteps(relayKit, {
  given: {
    'a node with the client {word}': async ({ serving }, name: string) => {
      await serving.start();
      await serving.admit(name);
    },
    'a stranger whose HELLO draws a COOKIE': ({ strangers }) => strangers.greet(),
  },
  when: {
    '{word} sends PING with {string}': ({ frames }, by: string, how: string) => frames.sendSpoilt(by, how),
    '{word} sends PING with a wrong hop MAC': ({ frames }, by: string) => frames.sendWithWrongMac(by),
    '{word} sends a request of type {int}': ({ frames }, by: string, type: number) => frames.sendOfType(by, type, true),
    '{word} sends a frame of type {int} that is no request': ({ frames }, by: string, type: number) =>
      frames.sendOfType(by, type, false),
    'a stranger sends {int} datagrams of rubbish': ({ strangers }, count: number) => strangers.sendRubbish(count),
    'a stranger sends frames of every kind without a session': ({ strangers }) => strangers.sendForged(),
    'a stranger sends frames of every kind in the name of {word}': ({ strangers, stations }, name: string) =>
      strangers.sendForged(stations.station(name).id),
    'a stranger sends HELLOs of every length': ({ strangers }) => strangers.sendHellos(),
  },
  then: {
    'not a word is said about it': ({ frames }) => frames.assertSilence(),
    'it is answered by error {int} about type {int}': ({ frames }, code: number, type: number) =>
      frames.assertError(code, type),
    '{word} is answered as before': ({ serving }, name: string) => serving.expectPong(name),
    'nothing of the stranger is remembered': ({ strangers }) => strangers.assertForgotten(),
    'the stranger hears nothing': ({ strangers }) => strangers.assertUnanswered(),
    'the stranger is not sent more octets than it sent': ({ strangers }) => strangers.assertNotAmplified(),
  },
});
