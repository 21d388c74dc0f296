/** What it takes to judge nginx by everything there is for origins. No other suite runs here: the peer is the time allowed. */

import { spawnSync } from 'node:child_process';
import { projectPath } from '../../../src/loader/project.ts';
import { startNginx } from '../../interop/http-servers.ts';
import { interleaveProcesses } from '../interleave.ts';
import { nodeProcess } from '../process.ts';
import { shippedCommand } from '../product.ts';
import { compare, type Group, Unmeasured } from '../row.ts';

const [OURS, LIMIT] = ['assay run, start to end', '10 s, which are allowed'];
const NANOSECONDS = 10e9;

export const judging: Group = {
  name: 'http-judge',
  measure: async (pace) => {
    const { port, stop } = await nginx();
    try {
      const rules = pace.rule === undefined ? [] : ['--profile', 'lecture'];
      const target = `http://127.0.0.1:${port}/hello.txt`;
      const words = [
        shippedCommand(),
        'run',
        '--target',
        target,
        '--protocol',
        'http',
        '--pics',
        projectPath('fixtures', 'deviations', 'nginx.json'),
        ...rules,
      ];
      const judge = nodeProcess(OURS, words, (stdout) => stdout.includes('Conforms: '));
      const times = await interleaveProcesses([judge], pace.runs);
      times.set(
        LIMIT,
        times.get(OURS)!.map(() => NANOSECONDS),
      );
      return [compare({ work: 'HTTP: nginx judged', ours: OURS, peer: LIMIT, goal: { atLeast: 1 } }, times)];
    } finally {
      await stop();
    }
  },
};

/** @throws Unmeasured */
async function nginx(): ReturnType<typeof startNginx> {
  if (spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status !== 0) throw new Unmeasured('nginx is not installed');
  return startNginx();
}
