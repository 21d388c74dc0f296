/**
 * The TCP suite on the reference in virtual time, whole process: the command, and stock cucumber-js with the same step
 * tables on the same reference, both bundled. Most of it is the work that the scenarios do, which is the same for both.
 * Cucumber is given the features as Gherkin, and our glue compiles the suite for it once more.
 */
import { projectPath } from '../../../src/loader/project.ts';
import { type Contender, interleaveProcesses } from '../interleave.ts';
import type { Pace } from '../pace.ts';
import { nodeProcess } from '../process.ts';
import { shippedCommand } from '../product.ts';
import { compare, Disagreement, type Group, type Row } from '../row.ts';
import { bundled, inWorkshop } from '../workshop.ts';

const [OURS, PEER] = ['assay run', 'cucumber-js 12, same steps'];
const CUCUMBER = projectPath('node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js');

export const tcpSuite: Group = { name: 'tcp-suite', measure };

function measure(pace: Pace): Promise<Row[]> {
  const steps = (folder: string): string => bundled(folder, 'features', 'steps', 'cucumber.ts');
  return inWorkshop((folder) => measureWith(steps(folder), pace), projectPath('dist'));
}

async function measureWith(steps: string, { runs, rule }: Pace): Promise<Row[]> {
  const counts = new Set<string>();
  const all = (count: string | undefined): boolean => count !== undefined && counts.add(count).size === 1;
  const tags = `not @soak${rule === undefined ? '' : ` and @${rule}`}`;
  const contenders: Contender[] = [
    nodeProcess(OURS, [shippedCommand(), 'run', '--protocol', 'tcp', ...(rule ? ['--rule', rule] : [])], (stdout) =>
      all(/^Conforms: .* (\d+) scenarios? in /m.exec(stdout)?.[1]),
    ),
    nodeProcess(
      PEER,
      [CUCUMBER, 'features/tcp', '--import', steps, '--format', 'progress', '--tags', tags],
      (stdout) => all(/^(\d+) scenarios? \(\1 passed\)$/m.exec(stdout)?.[1]),
      projectPath(),
    ),
  ];
  const times = await interleaveProcesses(contenders, runs);
  const [count] = counts;
  if (count === '0') throw new Disagreement('the TCP suite has no scenarios');
  const work = `${count} scenarios of TCP, whole process`;
  return [compare({ work, ours: OURS, peer: PEER, goal: { atLeast: 1 } }, times)];
}
