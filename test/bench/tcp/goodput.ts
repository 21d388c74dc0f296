/** TCP goodput in one process, against copying the same octets twice: the least that a sender and a receiver do. */
import { random } from '../../../src/net/random.ts';
import { inProcess, interleave } from '../interleave.ts';
import { compare, type Group } from '../row.ts';
import { Pipe } from './pipe.ts';

const MEBIBYTE = 1 << 20;
const OURS = 'two stacks, both checksums';
const LOSSY = 'two stacks, 1 % lost';
const COPY = 'Uint8Array.set, twice';

export const goodput: Group = {
  name: 'goodput',
  measure: async (pace) => {
    const data = random(862).octets(MEBIBYTE);
    const [clean, lossy] = [new Pipe(0), new Pipe(10)];
    const [first, second] = [new Uint8Array(MEBIBYTE), new Uint8Array(MEBIBYTE)];
    const contenders = [
      inProcess(OURS, (times) => repeat(times, () => clean.transfer(data))),
      inProcess(LOSSY, (times) => repeat(times, () => lossy.transfer(data))),
      inProcess(COPY, (times) =>
        repeat(times, (turn) => {
          first.set(data);
          second.set(first);
          return second[turn & 0xffff]!;
        }),
      ),
    ];
    const times = await interleave(contenders, pace);
    return [
      compare({ work: 'a MiB over TCP', ours: OURS, peer: COPY, goal: { atLeast: 0.2 } }, times),
      compare({ work: 'a MiB over TCP, 1 % lost', ours: LOSSY, peer: OURS, goal: { atLeast: 0.8 } }, times),
    ];
  },
};

function repeat(times: number, once: (turn: number) => number): number {
  let sum = 0;
  for (let turn = 0; turn < times; turn += 1) sum = (sum + once(turn)) | 0;
  return sum;
}
