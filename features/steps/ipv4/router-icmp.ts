/** What a router reports to the senders of datagrams. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { ipv4Kit, type Rows, readHeader } from '../../../src/kits/ipv4/index.ts';

export const routerIcmpSteps: readonly StepDefinition[] = defineSteps(ipv4Kit, {
  given: {
    'the router reports that the time to live of a datagram ran out': async ({ router, routerReports }) => {
      await router.send({ timeToLive: 1 });
      await routerReports.expect('time exceeded in transit');
    },
  },
  when: {
    'the router reports that the time to live of a datagram ran out, sent with': async (
      { router, routerReports },
      rows: Rows,
    ) => {
      await router.send(readHeader(rows));
      await routerReports.expect('time exceeded in transit');
    },
    'the router reports that the time to live of a datagram ran out that came by its {word} interface': async (
      { router, routerReports },
      which: string,
    ) => {
      await router.send({ timeToLive: 1 }, { side: 'narrow', into: which === 'far' ? 1 : 0 });
      await routerReports.expect('time exceeded in transit');
    },
    'the router reports of datagrams with times to live {int} and {int} that no route leads there': async (
      { router, routerReports },
      first: number,
      second: number,
    ) => {
      for (const timeToLive of [first, second]) {
        await router.send({ timeToLive }, { side: 'nowhere' });
        await routerReports.expect('network unreachable');
      }
    },
    'the router reports that it may not cut a datagram for the narrow link': async ({ router, routerReports }) => {
      await router.send({ dontFragment: true }, { octets: 100, side: 'narrow' });
      await routerReports.expect('fragmentation needed');
    },
    'the tester sends a datagram to where no route leads': ({ router }) => router.send({}, { side: 'nowhere' }),
    'the tester sends an ICMP error of type {int} to the far side, with': (
      { routerReports },
      type: number,
      rows: Rows,
    ) => routerReports.sendError(type, readHeader(rows)),
    'the tester sends a datagram to a neighbour by way of the router': ({ redirects }) => redirects.send('tester'),
    'the tester sends a datagram from the far side to a neighbour, by the interface that leads there': ({
      redirects,
    }) => redirects.send('beyond'),
    'the tester sends a datagram to the router, to go on to a neighbour by source route {int}': (
      { redirects },
      type: number,
    ) => redirects.send('tester', type),
    'the tester sends {int} datagrams to the narrow side at once': ({ routerReports }, count: number) =>
      routerReports.flood(count),
  },
  then: {
    'the router reports that no route leads there': ({ routerReports }) => routerReports.expect('network unreachable'),
    'the router reports that it may not cut the datagram': ({ routerReports }) =>
      routerReports.expect('fragmentation needed'),
    'the report tells the MTU of the narrow link, {int}, and zeros before it': ({ routerReports }, mtu: number) =>
      routerReports.assertNextHopMtu(mtu),
    'the report comes from the address of the interface that it left by': ({ routerReports }) =>
      routerReports.assertSource(),
    'the time to live of the report is above {int}': ({ routerReports }, limit: number) =>
      routerReports.assertTimeToLiveAbove(limit),
    'the times to live of the reports are not taken from the datagrams': ({ routerReports }) =>
      routerReports.assertOwnTimesToLive(),
    'the report has the type of service of the datagram': ({ routerReports }) => routerReports.assertTypeOfService(),
    'the report quotes as much of the datagram as 576 octets hold': ({ routerReports }) =>
      routerReports.assertQuotesAll(),
    'the router reports nothing about it': ({ routerReports }) => routerReports.assertUnreported(),
    'the router reports a parameter problem at octets {int} to {int}': async (
      { routerReports },
      from: number,
      to: number,
    ) => {
      await routerReports.expect('parameter problem');
      routerReports.assertPointsInto(from, to);
    },
    'the router sends no redirect, or one that names the neighbour to the tester': ({ redirects }) =>
      redirects.assertSound(),
    'the router sends no redirect about it': ({ redirects }) => redirects.assertNone(),
    'the router sends no source quench': ({ routerReports }) => routerReports.assertNoSourceQuench(),
  },
});
