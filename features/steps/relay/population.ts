/** A population in pairs: part of its supernodes vanish, and nobody knows more than a part of it. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { relayKit } from '../../../src/kits/relay/index.ts';

export const populationSteps: readonly StepDefinition[] = defineSteps(relayKit, {
  given: {
    '{int} supernodes, and {int} pairs of users who need one': ({ outage }, relays: number, pairs: number) =>
      outage.gather(relays, pairs),
    'every pair has talked for {int} s': ({ outage }, seconds: number) => outage.haveTalked(seconds),
  },
  when: {
    '{int} % of the supernodes vanish at one instant': ({ outage }, percent: number) => outage.vanish(percent),
    'all pairs talk for {int} s': ({ outage }, seconds: number) => outage.talk(seconds),
  },
  then: {
    'no other supernode has stopped serving': ({ outage }) => outage.assertOthersServe(),
    'all pairs have talked again within {int} s': ({ outage }, seconds: number) => outage.assertBackWithin(seconds),
    'no node knows more than {int} supernodes, or keeps more than {int} neighbours': (
      { outage },
      records: number,
      neighbours: number,
    ) => outage.assertBounded(records, neighbours),
  },
});
