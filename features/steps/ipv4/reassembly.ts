/** Echo requests in fragments. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { assertQuotesData, assertQuotesHeader, ipv4Kit } from '../../../src/kits/ipv4/index.ts';

export const reassemblySteps: readonly StepDefinition[] = defineSteps(ipv4Kit, {
  given: {
    'the host answers echo requests in fragments, in the order {string}': async (
      { echoes, fragments },
      order: string,
    ) => {
      await fragments.send(order);
      await echoes.expectReplies();
    },
    'the host has reported that reassembly of an echo request took too long': async ({ fragments }) => {
      await fragments.sendFirst();
      await fragments.expectReport();
    },
    'the tester sends the last fragment of an echo request': ({ fragments }) => fragments.sendOrphan(),
  },
  when: {
    'the tester sends such echo requests in fragments, in the order {string}': ({ fragments }, order: string) =>
      fragments.send(order),
    'the tester sends fragments that differ only in their identification, in the order {string}': (
      { fragments },
      order: string,
    ) => fragments.send(order, 'identification'),
    'the tester sends fragments that differ only in their protocol, in the order {string}': (
      { fragments },
      order: string,
    ) => fragments.send(order, 'protocol'),
    'the tester sends the first fragment of such an echo request': ({ fragments }) => fragments.sendFirst(),
    'the tester sends the fragments that were missing': ({ fragments }) => fragments.sendMissing(),
    'the host reports that reassembly of an echo request with time to live {int} took too long': async (
      { fragments },
      timeToLive: number,
    ) => {
      await fragments.sendFirst({ timeToLive });
      await fragments.expectReport();
    },
    'the host reports that reassembly of another echo request took too long': async ({ fragments }) => {
      await fragments.sendFirst();
      await fragments.expectReport();
    },
  },
  then: {
    'the host reports that reassembly took too long': ({ fragments }) => fragments.expectReport(),
    'the host does not answer that echo request': ({ fragments }) => fragments.assertGivenUp(),
    'it has waited between {int} and {int} seconds': ({ fragments }, fewest: number, most: number) =>
      fragments.assertWaited(fewest, most),
    'the host has reported nothing about the last fragment': ({ fragments }) => fragments.assertOrphanUnreported(),
    'the report quotes the first fragment, its header as it was sent': ({ fragments }) =>
      assertQuotesHeader(fragments.report, fragments.first, false),
    'the report quotes at least {int} octets of the data of the first fragment': ({ fragments }, octets: number) =>
      assertQuotesData(fragments.report, fragments.first, octets),
  },
});
