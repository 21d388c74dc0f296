/** Addresses of every kind, and what a host reports about or must not. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import {
  assertFromOwn,
  assertHasTimeToLive,
  assertLeftBy,
  ipv4Kit,
  type Rows,
  readHeader,
} from '../../../src/kits/ipv4/index.ts';

const FAR_SIDE = 1;

const addressSteps: readonly StepDefinition[] = defineSteps(ipv4Kit, {
  when: {
    'the tester sends the same echo request to {string}': ({ addresses }, place: string) =>
      addresses.ask('destination', place),
    'the tester sends the same echo request from {string}': ({ addresses }, place: string) =>
      addresses.ask('source', place),
    // RFC 1122 section 3.3.4.2 (B): a host may have no way back but by the interface of the address that was asked.
    'the host answers the same echo request from {string}': async ({ addresses, echoes }, place: string) => {
      await addresses.ask('source', place);
      await echoes.expectReplies();
    },
    'the tester sends the same echo request from the far side to {string}': ({ addresses }, place: string) =>
      addresses.askFromFarSide(place),
  },
  then: {
    'whatever answers does not come from an address that starts with {int}': ({ addresses }, octet: number) =>
      addresses.assertNone('source', octet),
    'whatever answers does not go to an address that starts with {int}': ({ addresses }, octet: number) =>
      addresses.assertNone('destination', octet),
    'whatever answers comes from the address of one host': ({ addresses }) => addresses.assertNotFromMany(),
    'the host neither answers it nor hands it on': ({ addresses }) => addresses.assertDiscarded(),
    'it is recorded what the host does with it': ({ addresses }) => addresses.recordAnswer(),
    'the echo reply comes from an address of the host': ({ echoes }) => assertFromOwn(echoes.reply),
    'the report comes from an address of the host': ({ reports }) => assertFromOwn(reports.report),
    'the report comes from {string}': ({ reports }, place: string) => reports.assertFrom(place),
    'the host answers with an echo reply by the interface of the far side': async ({ echoes }) => {
      await echoes.expectReplies();
      assertLeftBy(echoes.reply, FAR_SIDE);
    },
    'the echo reply comes from {string}': async ({ echoes, addresses }, place: string) =>
      echoes.assertHolds([['source', await addresses.at(place)]]),
  },
});

const reportSteps: readonly StepDefinition[] = defineSteps(ipv4Kit, {
  given: {
    'the host has reported that nobody there speaks the protocol of a datagram': async ({ reports }) => {
      await reports.send();
      await reports.expectReport();
    },
    'the tester tells the host that its echo reply met an unreachable destination, code {int}': (
      { reports, echoes },
      code: number,
    ) => reports.sendUnreachable(code, echoes.reply),
    'the tester asks the router to send less to the far side': ({ reports, router }) =>
      reports.sendSourceQuench(router.copy),
  },
  when: {
    'the tester sends a datagram of protocol {int}': ({ reports }, protocol: number) => reports.send({ protocol }),
    'the host reports that nobody there speaks the protocol of a datagram': async ({ reports }) => {
      await reports.send();
      await reports.expectReport();
    },
    'the host reports that nobody there speaks the protocol of a datagram from {string}': async (
      { reports },
      place: string,
    ) => {
      await reports.sendTo('source', place);
      await reports.expectReport();
    },
    'the host reports that nobody there speaks the protocol of a datagram with': async ({ reports }, rows: Rows) => {
      await reports.send(readHeader(rows));
      await reports.expectReport();
    },
    'the tester sends the same kind of datagram to {string}': ({ reports }, place: string) =>
      reports.sendTo('destination', place),
    'the tester sends the same kind of datagram from {string}': ({ reports }, place: string) =>
      reports.sendTo('source', place),
    'the tester sends an ICMP message of type {int}': ({ reports }, type: number) => reports.sendMessage(type),
    'the tester sends another datagram to the far side': ({ router }) => router.send(),
    'the tester sends {int} echo requests with {int} octets of data each at once': (
      { echoes },
      count: number,
      octets: number,
    ) => echoes.ask(octets, {}, count),
    'an echo request with time to live {int} is answered': ({ echoes }, timeToLive: number) =>
      echoes.converse(undefined, { timeToLive }),
  },
  then: {
    'the host reports that nobody there speaks its protocol': ({ reports }) => reports.expectReport(),
    'the host does not report about it': ({ reports }) => reports.assertUnreported(),
    'the report asks for no service of its own': ({ reports }) => reports.assertNormalService(),
    'the host sends no redirect about it': ({ reports }) => reports.assertNoRedirect(),
    'the host has sent no source quench': ({ reports }) => reports.assertNoSourceQuench(),
    'the time to live of the echo reply is not 0': ({ echoes }) => assertHasTimeToLive(echoes.reply),
    'the time to live of the report is not 0': ({ reports }) => assertHasTimeToLive(reports.report),
  },
});

export const hostSteps: readonly StepDefinition[] = [...addressSteps, ...reportSteps];
