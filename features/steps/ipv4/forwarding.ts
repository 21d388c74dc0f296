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
    'the tester sends the same datagram with': ({ router }, rows: Rows) => router.send(readHeader(rows)),
    'the router reports that the time to live of a datagram with {int} octets of data ran out': async (
      { router },
      octets: number,
    ) => {
      await router.send({ timeToLive: 1 }, octets);
      await router.expectTimeExceeded();
    },
  },
  then: {
    'the router forwards it': ({ router }) => router.expectForwarded(),
    'the router does not forward it': ({ router }) => router.assertNotForwarded(),
    'the router discards it without a word': ({ router }) => router.assertDiscarded(),
    'the router discards it, and at most reports a parameter problem at octet {int}': ({ router }, octet: number) =>
      router.assertDiscarded(octet),
    'the router reports that the time to live ran out': ({ router }) => router.expectTimeExceeded(),
    'the forwarded datagram holds': ({ router }, rows: Rows) => router.assertHolds(readRows(rows)),
    'the time to live of the forwarded datagram is below {int}': ({ router }, limit: number) =>
      router.assertTimeToLiveBelow(limit),
    'the header checksum of the forwarded datagram is right': ({ router }) => router.assertChecksum(),
    'the report quotes the header as the router received or forwarded it': ({ router }) =>
      assertQuotesHeader(router.report, router.sent, true),
    'the report quotes at least {int} octets of the data': ({ router }, octets: number) =>
      assertQuotesData(router.report, router.sent, octets),
  },
});
