/** The work that scenarios do: next to nothing, the same for every runner. */
import type { StepRun } from '../../../src/harness/kit.ts';

export class Counter {
  value = 0;
  step = 1;
}

function expect(holds: boolean, found: unknown): void {
  if (!holds) throw new Error(`found ${found}`);
}

export const phrases: Readonly<Record<'given' | 'when' | 'then', Readonly<Record<string, StepRun<Counter>>>>> = {
  given: {
    'a counter that shows {int}': (counter, value: number) => {
      counter.value = value;
    },
    'it counts by {int}': (counter, step: number) => {
      counter.step = step;
    },
  },
  when: {
    'it is pressed {int} times': (counter, times: number) => {
      counter.value += times * counter.step;
    },
  },
  then: {
    'the counter shows {int}': (counter, value: number) => expect(counter.value === value, counter.value),
    'the number is {word}': (counter, parity: string) =>
      expect(parity === (counter.value % 2 === 0 ? 'even' : 'odd'), counter.value),
  },
};
