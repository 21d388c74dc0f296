/** Datagrams with a wrong header, to the far side of a router. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { ipv4Kit } from '../../../src/kits/ipv4/index.ts';

export const routerValidationSteps: readonly StepDefinition[] = defineSteps(ipv4Kit, {
  given: {
    'the router forwards a datagram that is a header and nothing else': async ({ router }) => {
      await router.send({}, { octets: 0 });
      await router.expectForwarded();
    },
  },
  when: {
    'the tester sends the same datagram with bit {int} of its header checksum inverted': ({ checks }, bit: number) =>
      checks.sendWithChecksumBitInverted(bit),
    'the tester sends the same datagram with IHL {int} and a checksum of its first {int} octets': (
      { checks },
      ihl: number,
      octets: number,
    ) => checks.sendWithLength(ihl, octets),
    'the tester sends the same datagram with octet {int} of its header set to {int}': (
      { checks },
      at: number,
      value: number,
    ) => checks.sendWithOctet(at, value),
    'the tester sends the same datagram without its last {int} octets': ({ checks }, octets: number) =>
      checks.sendWithout(octets),
    'the tester sends all but the last octet of such a datagram': ({ checks }) => checks.sendCut(),
  },
  then: {
    'the router passes nothing of it on and says nothing': ({ checks }) => checks.assertNothingCame(),
    'the router discards it without a word': ({ checks }) => checks.assertDiscarded(),
    'the router discards it, and at most reports a parameter problem at octet {int}': ({ checks }, octet: number) =>
      checks.assertDiscarded(octet),
  },
});
