/** Segments that have come by source routes. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

export const routeSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'a SYN for the echo service has come by the source route {string}, and was answered': async (
      { routes },
      route: string,
    ) => {
      await routes.open(route);
      await routes.answered();
    },
  },
  when: {
    'a SYN for the echo service comes by the source route {string}': ({ routes }, route: string) => routes.open(route),
    'the handshake ends and data comes, without a source route': ({ routes }) => routes.converse(),
    'the handshake ends and data comes, by the source route {string}': ({ routes }, route: string) =>
      routes.converse(route),
  },
  then: {
    'its answer goes to the tester first, with the source route {string}': async ({ routes }, back: string) => {
      await routes.answered();
      await routes.assertBack(back);
    },
    'the echo goes to the tester first, with the source route {string}': ({ routes }, back: string) =>
      routes.assertEchoed(back),
  },
});
