/** Datagrams to the far side of a router. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import {
  assertQuotesData,
  assertQuotesHeader,
  ipv4Kit,
  type Rows,
  readHeader,
  readRows,
} from '../../../src/kits/ipv4/index.ts';

export const forwardingSteps: readonly StepDefinition[] = defineSteps(ipv4Kit, {
  given: {
    'the router forwards a datagram to the far side': async ({ router }) => {
      await router.send();
      await router.expectForwarded();
    },
    'the router answers an echo request to its {word} address': async ({ echoes, router }, which: 'near' | 'far') => {
      await echoes.converse(undefined, { destination: await router.ownAddress(which) });
    },
  },
  when: {
    'a datagram to the far side is forwarded': async ({ router }) => {
      await router.send();
      await router.expectForwarded();
    },
    'a datagram to the far side is forwarded, sent with': async ({ router }, rows: Rows) => {
      await router.send(readHeader(rows));
      await router.expectForwarded();
    },
    'a datagram whose header checksum is {string} is forwarded': async ({ router }, checksum: string) => {
      await router.sendWithChecksum(Number(checksum));
      await router.expectForwarded();
    },
    'the tester sends the same datagram with': ({ router }, rows: Rows) => router.sendAgain(readHeader(rows)),
    'the tester sends the same datagram with the least time to live that gets past the router': ({ router }) =>
      router.sendAgainWithLeastTimeToLive(),
    'the router reports that the time to live of a datagram with {int} octets of data ran out': async (
      { router, routerReports },
      octets: number,
    ) => {
      await router.send({ timeToLive: 1 }, { octets });
      await routerReports.expect('time exceeded in transit');
    },
  },
  then: {
    'the router forwards it': ({ router }) => router.expectForwarded(),
    'the router does not forward it': ({ router }) => router.assertNotForwarded(),
    'the router lets no datagram with time to live 0 pass': ({ router }) => router.assertNoneWithoutTime(),
    'the router reports that the time to live ran out': ({ routerReports }) =>
      routerReports.expect('time exceeded in transit'),
    'the forwarded datagram holds': ({ router }, rows: Rows) => router.assertHolds(readRows(rows)),
    'the time to live of the forwarded datagram is below {int}': ({ router }, limit: number) =>
      router.assertTimeToLiveBelow(limit),
    'the header checksum of the forwarded datagram is right': ({ router }) => router.assertChecksum(),
    'the header checksum of the forwarded datagram is what working it out anew gives': ({ router }) =>
      router.assertExactChecksum(),
    'the report quotes the header as the router received or forwarded it': ({ router, routerReports }) =>
      assertQuotesHeader(routerReports.report, router.sent, true),
    'the report quotes at least {int} octets of the data': ({ router, routerReports }, octets: number) =>
      assertQuotesData(routerReports.report, router.sent, octets),
  },
});
