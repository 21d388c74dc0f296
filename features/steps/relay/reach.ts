/** Who is public, who becomes a supernode, and how much one knows. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { placeFrom, relayKit } from '../../../src/kits/relay/index.ts';

export const reachSteps: readonly StepDefinition[] = defineSteps(relayKit, {
  given: {
    'a node that is public, with {int} neighbours of which {int} probe': ({ serving }, neighbours, probers: number) =>
      serving.start({}, { neighbours, probers }),
    'a node behind {string}, with {int} neighbours that probe': ({ serving }, place: string, neighbours: number) =>
      serving.start({}, { place: placeFrom(place), neighbours }),
    'a node that is public and does not wish to serve, with {int} neighbours that probe': ({ serving }, neighbours) =>
      serving.start({ willing: false }, { neighbours }),
    'it has become a supernode': ({ reach }) => reach.assertServes(),
    'it has the client {word}': ({ serving }, name: string) => serving.admit(name),
    'all of them invent supernodes when they are asked for some': ({ reach, records }) =>
      reach.inventEverywhere(records),
  },
  when: {
    'no neighbour probes any more': ({ reach }) => reach.stopProbing(),
    'its translator gets the address {string}': ({ reach }, address: string) => reach.renumber(address),
  },
  then: {
    'it becomes a supernode': ({ reach }) => reach.assertServes(),
    'it does not become a supernode': ({ reach }) => reach.assertDoesNotServe(),
    'it grants {word} nothing': ({ reach }, name: string) => reach.assertGrantsNothing(name),
    'it stops calling itself public within {int} s': ({ reach }, within: number) => reach.assertWithdrawn(within),
    'it keeps at most {int} of them as neighbours': ({ reach }, most: number) => reach.assertNeighbours(most, 20),
    '{word} is told of at most {int} supernodes in all': ({ records }, asker: string, most: number) =>
      records.assertShare(asker, most),
  },
});
