/** ICMP messages about segments. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

const CODES: Readonly<Record<string, number>> = { protocol: 2, port: 3 };

export const icmpSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'the user has asked for a connection to the tester': ({ icmp }) => icmp.attempt(),
    'the user has asked twice for a connection to the tester': async ({ icmp }) => {
      await icmp.attempt();
      await icmp.attempt();
    },
    "{int} octets of the user's have come and are not acknowledged": ({ icmp }, octets: number) =>
      icmp.userSends(octets),
    'the characters service has sent into a window of {int} octets, and each segment was quenched': (
      { icmp },
      window: number,
    ) => icmp.quench(window),
  },
  when: {
    'ICMP says that the port of the first attempt cannot be reached': ({ icmp }) => icmp.refuse(1, 3),
    'ICMP says that the {word} cannot be reached': ({ icmp }, what: string) => icmp.refuse(1, CODES[what] ?? 0),
    'ICMP type {int}, code {int} comes about it': ({ icmp }, type: number, code: number) => icmp.report(type, code),
    'all data is acknowledged': ({ icmp }) => icmp.acknowledge(),
    "{int} octets of the user's come and are never acknowledged": ({ icmp }, octets: number) => icmp.userSends(octets),
  },
  then: {
    'the second attempt still opens, though the first has failed': async ({ icmp }) => {
      await icmp.assertOpens(2);
      await icmp.mustHaveFailed(1);
    },
    'that attempt fails, or the user is told of trouble': ({ icmp }) => icmp.assertActedOn(1),
    'that attempt fails': ({ icmp }) => icmp.assertFailed(1),
    'the service sends as much as before or more': ({ icmp }) => icmp.assertUnquenched(),
    'the user is told of trouble': ({ urgent }) => urgent.assertTold('trouble'),
    'the user is told of trouble before the connection ends': ({ icmp }) => icmp.assertToldOfTrouble(),
  },
});
