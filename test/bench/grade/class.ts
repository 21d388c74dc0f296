/**
 * A class of 300 with some 200 cases each, as assay grade does it, two lanes wide, against a program started for each case
 * by xargs -P2: both by the submission, for the peer would need more than an hour for the class.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../../src/loader/project.ts';
import { type Contender, interleaveProcesses } from '../interleave.ts';
import type { Pace } from '../pace.ts';
import { runToEnd } from '../process.ts';
import { shippedCommand } from '../product.ts';
import { compare, Disagreement, type Group, type Row } from '../row.ts';

const CASES = 200;
const RULES = 'HDR-1 VER IHL-1 IHL-2 TL-1 FLAG-2 FO-1 CSUM-1 OPT-3 OPT-5 PAD-1 FLAG-1'.split(' ');

export const grading: Group = { name: 'grade', measure };

async function measure(pace: Pace): Promise<Row[]> {
  const command = shippedCommand();
  const whole = pace.runs > 1;
  const [students, starts] = whole ? [300, CASES] : [4, 20];
  const place = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  chmodSync(place, 0o755);
  try {
    const rubric = await makeClass(place, students, command);
    const [ours, peer] = ['assay grade', 'xargs -P2, a start a case'];
    let turn = 0;
    const contenders: Contender[] = [
      {
        name: ours,
        run: async () => {
          turn += 1;
          const out = join(place, `out-${turn}`);
          const words = ['grade', join(place, 'submissions'), '--rubric', rubric, '--out', out, '--jobs', '2'];
          const { stdout, nanoseconds } = await runToEnd([command, ...words]);
          if (!stdout.includes(`${students} of ${students} graded`)) throw new Disagreement(stdout.slice(-300));
          return nanoseconds / students;
        },
      },
      { name: peer, run: async () => (startEach(starts) / starts) * CASES },
    ];
    const times = await interleaveProcesses(contenders, whole ? 2 : 1);
    const goal = { atLeast: 8.7, asks: '10 min for what takes 87' };
    return [compare({ work: `${students} submissions x ${CASES} cases`, ours, peer, goal }, times)];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Nanoseconds of so many starts of the interpreter with a decoder in it, two wide. */
function startEach(starts: number): number {
  const adapter = projectPath('fixtures', 'adapters', 'python', 'ipv4.py');
  const numbers = Array.from({ length: starts }, (_, index) => `${index}\n`).join('');
  const started = performance.now();
  const words = ['-P2', '-I{}', 'sh', '-c', `/usr/bin/python3 '${adapter}' < /dev/null`];
  const { status } = spawnSync('xargs', words, { input: numbers });
  if (status !== 0) throw new Disagreement(`xargs ended with ${status}`);
  return (performance.now() - started) * 1e6;
}

async function makeClass(place: string, students: number, command: string): Promise<string> {
  const program = readFileSync(projectPath('fixtures/assignments/ipv4-codec/submissions/model/codec.py'), 'utf8');
  for (let student = 0; student < students; student += 1) {
    const folder = join(place, 'submissions', `student ${student}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'codec.py'), `# ${student}\n${program}`);
  }
  const items = RULES.map((rule) => ({ rule: `RFC791-${rule}` }));
  const groups = ['visible', 'hidden'].map((visibility) => {
    return { id: visibility, title: visibility, kind: 'sum', points: 10, visibility, items };
  });
  const rubric = {
    rubric: 1,
    name: 'class',
    title: 'A class',
    suite: { digest: '0'.repeat(64) },
    capabilities: ['ipv4.decode', 'ipv4.encode'],
    points: 20,
    programs: [{ when: 'codec.py', attach: 'exec:python3 codec.py' }],
    groups,
  };
  const path = join(place, 'rubric.json');
  writeFileSync(path, JSON.stringify(rubric));
  await runToEnd([command, 'grade', '--pin', path]);
  return path;
}
