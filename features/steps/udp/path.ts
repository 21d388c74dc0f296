/** Ports that nobody listens to, and paths that do not carry what is sent. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { udpKit } from '../../../src/kits/udp/index.ts';

export const udpPathSteps: readonly StepDefinition[] = defineSteps(udpKit, {
  given: {
    'the host answers a UDP echo request with {int} octets of data so that no router may fragment the answer': (
      { path },
      octets: number,
    ) => path.converseWhole(octets),
    'the host has learnt from a router that answers with {int} octets of data are too big for a link of {int} octets':
      async ({ path }, octets: number, mtu: number) => {
        await path.converseWhole(octets);
        await path.report(mtu);
        await path.assertFits(octets, mtu);
      },
  },
  when: {
    'the tester sends a datagram with {int} octets of data to a UDP port that is closed': (
      { closed },
      octets: number,
    ) => closed.send(octets),
    'the tester sends a datagram without a checksum to a UDP port that is closed': ({ closed }) => closed.send(8, 0),
    'the host reports that a datagram to a closed UDP port was not delivered': async ({ closed }) => {
      await closed.send(8);
      await closed.expectReport();
    },
    'a router reports that its link of {int} octets cannot carry the answer': ({ path }, mtu: number) =>
      path.report(mtu),
    'a late report says that a link of {int} octets cannot carry the answer': ({ path }, mtu: number) =>
      path.report(mtu),
    'a router reports that its link cannot carry the answer, and not what it can carry': ({ path }) => path.report(0),
  },
  then: {
    'the host reports that the datagram was not delivered': ({ closed }) => closed.expectReport(),
    'the report says that the port is unreachable': ({ closed }) => closed.assertCode(),
    'answers with {int} octets of data pass a link of {int} octets, or are not sent': (
      { path },
      octets: number,
      mtu: number,
    ) => path.assertFits(octets, mtu),
    'after a few such reports answers with {int} octets of data pass a link of {int} octets, or are not sent': (
      { path },
      octets: number,
      mtu: number,
    ) => path.assertConverges(octets, mtu),
    'for {int} seconds answers with {int} octets of data pass a link of {int} octets, or are not sent': (
      { path },
      seconds: number,
      octets: number,
      mtu: number,
    ) => path.assertFitsFor(seconds, octets, mtu),
    'the host answers a UDP echo request with {int} octets of data in one datagram': ({ path }, octets: number) =>
      path.expectWhole(octets),
  },
});
