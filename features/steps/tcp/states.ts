/** One segment into one state: the cells of the matrix. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { type Rows, readSegments, tcpKit } from '../../../src/kits/tcp/index.ts';

export const stateSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'a connection of the implementation is in {word}': ({ states }, state: string) => states.enter(state),
  },
  when: {
    'this segment arrives': async ({ states }, rows: Rows) => {
      for (const row of readSegments(rows)) await states.probe(row);
    },
  },
  then: {
    'the answer is {string}, {int} octets being taken': ({ states }, answer: string, taken: number) =>
      states.assertAnswer(answer, taken),
    'the connection is in {word} afterwards': ({ states }, state: string) => states.assertState(state),
  },
});
