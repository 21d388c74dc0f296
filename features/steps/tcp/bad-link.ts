/** A bad link between an implementation and a reliable peer of the tester. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { type Rows, readHarms, tcpKit } from '../../../src/kits/tcp/index.ts';

export const badLinkSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'from now on a link, drawn from seed {int}, does this to 100 segments': ({ link }, seed: number, rows: Rows) =>
      link.open(seed, readHarms(rows)),
  },
  when: {
    'the tester has {int} octets to be echoed, in pieces of {int}': ({ link }, octets: number, piece: number) =>
      link.give(octets, { first: piece, again: piece }),
    'the tester has {int} octets to be echoed, in pieces of {int}, and of {int} when sent again': (
      { link },
      octets: number,
      first: number,
      again: number,
    ) => link.give(octets, { first, again }),
  },
  then: {
    'all octets come back, each once and in its place': ({ link }) => link.assertComesBack(),
    'what was lost is sent again, until all octets have come back, each once and in its place': ({ link }) =>
      link.assertComesBack({ judgesSendingAgain: true }),
  },
});
