/** How long the command takes to get going, against a Node that does nothing. */
import { type Contender, interleaveProcesses } from './interleave.ts';
import type { Pace } from './pace.ts';
import { nodeProcess } from './process.ts';
import { shippedCommand } from './product.ts';
import { compare, type Group, type Row } from './row.ts';

const VERSION = 'assay --version';
const HELP = 'assay run --help';
const EMPTY = 'node -e 0';

export const coldStart: Group = { name: 'cold-start', measure };

async function measure(pace: Pace): Promise<Row[]> {
  const command = shippedCommand();
  const contenders: Contender[] = [
    nodeProcess(VERSION, [command, '--version'], (stdout) => /^\d+\.\d+\.\d+\n$/.test(stdout)),
    nodeProcess(HELP, [command, 'run', '--help'], (stdout) => stdout.includes('--target')),
    nodeProcess(EMPTY, ['-e', '0'], (stdout) => stdout === ''),
  ];
  const times = await interleaveProcesses(contenders, pace.starts);
  const goal = { atLeast: 1 / 1.6, asks: 'at most 1.6 x' };
  return [VERSION, HELP].map((ours) => compare({ work: 'cold start', ours, peer: EMPTY, goal }, times));
}
