/** Options of datagrams on their way through a router. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { ipv4Kit } from '../../../src/kits/ipv4/index.ts';

export const transitOptionSteps: readonly StepDefinition[] = defineSteps(ipv4Kit, {
  given: {
    'the router records its address in a datagram to the far side': async ({ transit }) => {
      await transit.sendRecordRoute(1);
      await transit.expectRecorded();
    },
  },
  when: {
    'the tester sends a datagram that records its route, with room for {int} addresses': ({ transit }, slots: number) =>
      transit.sendRecordRoute(slots),
    'the tester sends a datagram to the router, to go on to the far side by source route {int}': (
      { transit },
      type: number,
    ) => transit.sendSourceRoute(type),
  },
  then: {
    'the router passes its options on unchanged, or drops the datagram': ({ transit }) =>
      transit.assertUnchangedOrDropped(),
    'the router records the address of the interface that the datagram leaves by, or does not record at all': ({
      transit,
    }) => transit.assertRecorded(),
    'the router sends it on, its own address recorded in the source route {int}': ({ transit }, type: number) =>
      transit.assertRouteFollowed(type),
  },
});
