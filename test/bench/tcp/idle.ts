/**
 * What a connection costs that nobody uses: memory of the reference for an end of it, against what Node holds for one of
 * its sockets. That is a handle only; the connection itself, with a record of more than 2 KiB, is the kernel's, and not
 * counted. The "times" of these rows are octets.
 */
import { interleaveProcesses } from '../interleave.ts';
import type { Pace } from '../pace.ts';
import { selfMeasured } from '../process.ts';
import { compare, type Group, type Row } from '../row.ts';
import { built, inWorkshop } from '../workshop.ts';

const [OURS, PEER] = ['both ends, TCP and all', "Node's sockets, kernel's part not counted"];
/** Octets hardly differ from one run to the next. */
const ROUNDS = 3;
/** Without threads beside it: a compilation there would hold what has warmed up until it ends, at any time. */
const FLAGS = ['--expose-gc', '--single-threaded'];

export const idle: Group = { name: 'idle', measure };

function measure(pace: Pace): Promise<Row[]> {
  return inWorkshop(async (folder) => {
    const modules = [built(folder, 'tcp', 'idle-ours.ts'), built(folder, 'tcp', 'idle-sockets.ts')];
    const rowOf = async (state: string, ...words: string[]): Promise<Row> => {
      const contenders = [OURS, PEER].map((name, at) =>
        selfMeasured(name, [...FLAGS, modules[at]!, `${pace.connections[at]!}`, ...words]),
      );
      const octets = await interleaveProcesses(contenders, Math.min(pace.runs, ROUNDS));
      const work = `memory of one of ${pace.connections[0].toLocaleString('en')} idle connections${state}`;
      return compare({ work, ours: OURS, peer: PEER, goal: { atLeast: 0.25, asks: 'at most 4 x' } }, octets);
    };
    return [await rowOf(''), await rowOf(', after some data', 'greet')];
  });
}
