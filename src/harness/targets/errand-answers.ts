/** Reads what a node that is sent on errands answered to node/step: packets as of any node, and that an errand is over. */
import { listOf, type NodeAnswer, objectOf, readNodeStep } from './answers.ts';
import { type ErrandDone, readDone } from './stream-answers.ts';

export interface ErrandAnswer extends Pick<NodeAnswer, 'packets' | 'wakeAt'> {
  readonly done: readonly ErrandDone[];
}

export function readErrandStep(answer: unknown): ErrandAnswer {
  const method = 'node/step';
  const members = objectOf(answer, method, 'the result');
  const done: ErrandDone[] = [];
  const others = listOf(members.outputs, method, 'outputs').filter((output, index) => {
    const at = `outputs[${index}]`;
    const one = objectOf(output, method, at);
    if (one.done !== undefined) done.push(readDone(method, one, at));
    return one.done === undefined;
  });
  const { packets, wakeAt } = readNodeStep({ ...members, outputs: others });
  return { packets, wakeAt, done };
}
