/**
 * A request over the adapter contract: our exec target, with all that it checks and bounds, against a bare loop over
 * child_process; one request after the other, and many at once.
 */
import { execKind } from '../../../src/harness/targets/exec.ts';
import { awaited, type Contender, interleave } from '../interleave.ts';
import { headerSamples } from '../ipv4/samples.ts';
import type { Pace } from '../pace.ts';
import { compare, Disagreement, type Group, type Row } from '../row.ts';
import { built, inWorkshop } from '../workshop.ts';
import { bareLoop } from './bare.ts';

const LAYER = 'ipv4/header';
/** Requests under way at once when they are pipelined. */
const DEPTH = 32;

const OURS = { lockstep: 'exec target, one at a time', pipelined: 'exec target, 32 at once' };
const BARE = { lockstep: 'bare loop, one at a time', pipelined: 'bare loop, 32 at once' };

type Decode = (layer: string, octets: Uint8Array) => Promise<unknown>;

export const adapter: Group = { name: 'adapter', measure };

function measure(pace: Pace): Promise<Row[]> {
  return inWorkshop(async (folder) => {
    const answerer = built(folder, 'adapter', 'answerer.ts');
    const target = await execKind.attach(`"${process.execPath}" "${answerer}"`, { suite: '0', seed: 1 });
    const bare = bareLoop([answerer]);
    try {
      const seat = await target.seat('bench', 1);
      const codec = await seat.surface('codec');
      const rows = await compareLoops((layer, octets) => codec.decode(layer, octets), bare.decode, pace);
      await seat.leave();
      return rows;
    } finally {
      bare.end();
      await target.close();
    }
  });
}

async function compareLoops(ours: Decode, bare: Decode, pace: Pace): Promise<Row[]> {
  const { octets, starts, ends } = headerSamples();
  const header = octets.slice(starts[0], ends[0]);
  const found = [JSON.stringify(await ours(LAYER, header)), JSON.stringify(await bare(LAYER, header))];
  if (found[0] !== found[1]) throw new Disagreement(`the loops got ${found.join(' and ')}`);
  const contenders: Contender[] = [
    awaited(OURS.lockstep, (times) => lockstep(ours, header, times)),
    awaited(BARE.lockstep, (times) => lockstep(bare, header, times)),
    awaited(OURS.pipelined, (times) => pipelined(ours, header, times)),
    awaited(BARE.pipelined, (times) => pipelined(bare, header, times)),
  ];
  const times = await interleave(contenders, { ...pace, batch: 2 * pace.batch, rounds: 2 * pace.rounds });
  const goal = { atLeast: 1 / 1.3, asks: 'at most 1.3 x' };
  const work = 'a request over the adapter';
  return [
    compare({ work, ours: OURS.lockstep, peer: BARE.lockstep, goal }, times),
    compare({ work, ours: OURS.pipelined, peer: BARE.pipelined, goal }, times),
    compare({ work, ours: OURS.pipelined, peer: OURS.lockstep, goal: { atLeast: 4 } }, times),
  ];
}

async function lockstep(decode: Decode, header: Uint8Array, times: number): Promise<unknown> {
  let last: unknown;
  for (let time = 0; time < times; time += 1) last = await decode(LAYER, header);
  return last;
}

/** As many requests as DEPTH workers keep under way. */
async function pipelined(decode: Decode, header: Uint8Array, times: number): Promise<unknown> {
  let left = times;
  let last: unknown;
  const worker = async (): Promise<void> => {
    while (left-- > 0) last = await decode(LAYER, header);
  };
  await Promise.all(Array.from({ length: DEPTH }, worker));
  return last;
}
