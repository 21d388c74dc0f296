/** What a router reports to the senders of datagrams. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { ipv4Kit, type Rows, readHeader, readRows } from '../../../src/kits/ipv4/index.ts';

export const routerIcmpSteps: readonly StepDefinition[] = defineSteps(ipv4Kit, {
  given: {
    'the router reports that the time to live of a datagram ran out': async ({ router, reports }) => {
      await router.send({ timeToLive: 1 });
      await reports.expect('time exceeded in transit');
    },
  },
  when: {
    'the router reports that the time to live of a datagram ran out, sent with': async (
      { router, reports },
      rows: Rows,
    ) => {
      await router.send(readHeader(rows));
      await reports.expect('time exceeded in transit');
    },
    'the router reports that the time to live of a datagram ran out that came by its {word} interface': async (
      { router, reports },
      which: string,
    ) => {
      await router.send({ timeToLive: 1 }, { side: 'narrow', into: which === 'far' ? 1 : 0 });
      await reports.expect('time exceeded in transit');
    },
    'the router reports of datagrams with times to live {int} and {int} that no route leads there': async (
      { router, reports },
      first: number,
      second: number,
    ) => {
      for (const timeToLive of [first, second]) {
        await router.send({ timeToLive }, { side: 'nowhere' });
        await reports.expect('network unreachable');
      }
    },
    'the router reports that it may not cut a datagram for the narrow link': async ({ router, reports }) => {
      await router.send({ dontFragment: true }, { octets: 100, side: 'narrow' });
      await reports.expect('fragmentation needed');
    },
    'the tester sends a datagram to where no route leads': ({ router }) => router.send({}, { side: 'nowhere' }),
    'the tester sends an ICMP error of type {int} to the far side, with': ({ reports }, type: number, rows: Rows) =>
      reports.sendError(type, readHeader(rows)),
    'the tester sends {int} datagrams to the narrow side at once': ({ reports }, count: number) => reports.flood(count),
  },
  then: {
    'the router reports that no route leads there': ({ reports }) => reports.expect('network unreachable'),
    'the router reports that it may not cut the datagram': ({ reports }) => reports.expect('fragmentation needed'),
    'the report tells the MTU of the narrow link, {int}, and zeros before it': ({ reports }, mtu: number) =>
      reports.assertNextHopMtu(mtu),
    'the report holds': ({ reports }, rows: Rows) => reports.assertHolds(readRows(rows)),
    'the report comes from the address of the interface that it left by': ({ reports }) => reports.assertSource(),
    'the time to live of the report is above {int}': ({ reports }, limit: number) =>
      reports.assertTimeToLiveAbove(limit),
    'the times to live of the reports are not taken from the datagrams': ({ reports }) =>
      reports.assertOwnTimesToLive(),
    'the report has the type of service of the datagram': ({ reports }) => reports.assertTypeOfService(),
    'the report quotes as much of the datagram as 576 octets hold': ({ reports }) => reports.assertQuotesAll(),
    'the router reports nothing about it': ({ reports }) => reports.assertUnreported(),
    'the router reports a parameter problem at octets {int} to {int}': async (
      { reports },
      from: number,
      to: number,
    ) => {
      await reports.expect('parameter problem');
      reports.assertPointsInto(from, to);
    },
    'the router sends no source quench': ({ reports }) => reports.assertNoSourceQuench(),
  },
});
