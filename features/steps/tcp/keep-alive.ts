/** Connections on which nothing is said, and keep-alives. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

export const keepAliveSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    "a user's connection, with keep-alives turned on": async ({ keepAlives }) => {
      await keepAlives.accept();
      await keepAlives.set(true);
    },
    'another connection, with keep-alives turned {word}': async ({ keepAlives }, how: string) => {
      await keepAlives.accept();
      await keepAlives.set(how === 'on');
    },
    'they are turned off again there': ({ keepAlives }) => keepAlives.set(false),
    '{int} seconds have passed': ({ keepAlives }, seconds: number) => keepAlives.wait(seconds),
  },
  when: {
    'nothing is said on it': ({ keepAlives }) => keepAlives.begin(),
    'the tester is heard once more': ({ keepAlives }) => keepAlives.hear(),
    'the first connection has had its keep-alive': async ({ keepAlives }) => {
      await keepAlives.expect(1);
    },
    'its keep-alive comes and is not answered': async ({ keepAlives }) => {
      await keepAlives.expect(1);
    },
  },
  then: {
    'the second connection has had none': ({ keepAlives }) => keepAlives.assertNone(2),
    'no keep-alive comes within {int} seconds': ({ keepAlives }, seconds: number) => keepAlives.assertNoneFor(seconds),
    'the connection outlives it': ({ keepAlives }) => keepAlives.assertSurvives(),
    'it carries no data': ({ keepAlives }) => keepAlives.assertBare(),
  },
});
