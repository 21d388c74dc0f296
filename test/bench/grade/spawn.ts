/**
 * Short programs of strangers, each in its sandbox, two at a time: ours, which watches and limits each of them, against
 * xargs -P2, which starts the same words in the same sandboxes and watches nobody. Then with one in twenty that hangs,
 * which only ours can be given.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limitsOf } from '../../../src/grade/sandbox/limits.ts';
import { lookAtMachine } from '../../../src/grade/sandbox/machine.ts';
import { wrap } from '../../../src/grade/sandbox/wrap.ts';
import { build } from '../../../src/grade/trial/build.ts';
import { type Contender, interleaveProcesses } from '../interleave.ts';
import type { Pace } from '../pace.ts';
import { compare, Disagreement, type Group, type Row, Unmeasured } from '../row.ts';

const WIDTH = 2;
/** Of all programs one in so many hangs. */
const HANGS = 20;
const PROGRAM = 'python3 -c "print(sum(range(1500000)))"';
const LIMITS = limitsOf({ buildSeconds: 0.5 });

export const spawning: Group = { name: 'spawn', measure };

async function measure(pace: Pace): Promise<Row[]> {
  // Every look inside is by the one sandbox that ours would choose here.
  const machine = lookAtMachine();
  if (machine.kind !== 'bwrap') throw new Unmeasured('it takes bubblewrap, whose words can be used again');
  const programs = pace.runs > 1 ? 200 : 20;
  const place = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  const folder = join(place, 'submission');
  mkdirSync(folder);
  for (const each of [place, folder]) chmodSync(each, 0o755);
  const enclosure = { machine, limits: LIMITS, folder, sharesNetwork: false };
  const list = join(place, 'list');
  writeFileSync(list, Array.from({ length: programs }, (_, index) => `${index}\n`).join(''));
  const [first, ...rest] = wrap(['sh', '-c', PROGRAM], enclosure);
  const xargs = `xargs -P${WIDTH}`;
  const [plain, hanging] = ['assay', 'assay, one in 20 hangs'];
  const contenders: Contender[] = [
    timed(plain, () => byOurs(programs, enclosure, false)),
    timed(hanging, () => byOurs(programs, enclosure, true)),
    timed(xargs, () => byXargs([`-P${WIDTH}`, '-I{}', '-a', list, first, ...rest])),
  ];
  try {
    const times = await interleaveProcesses(contenders, Math.min(pace.runs, 5));
    const work = `${programs} short programs, ${WIDTH} wide`;
    return [
      compare({ work, ours: plain, peer: xargs, goal: { atLeast: 1 / 1.2, asks: 'at most 1.2 x' } }, times),
      compare({ work, ours: hanging, peer: xargs, goal: { atLeast: 1 / 1.4, asks: 'at most 1.4 x' } }, times),
    ];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function timed(name: string, work: () => Promise<void>): Contender {
  return {
    name,
    run: async () => {
      const started = performance.now();
      await work();
      return (performance.now() - started) * 1e6;
    },
  };
}

async function byOurs(programs: number, enclosure: Parameters<typeof build>[1], hang: boolean): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < programs) {
      const hangs = hang && next % HANGS === 0;
      next += 1;
      // On a busy machine a program that does not hang may take longer than is given to it.
      const { ok } = await build(hangs ? 'sleep 30' : PROGRAM, hangs ? enclosure : patient(enclosure));
      if (ok === hangs) throw new Disagreement(hangs ? 'who sleeps was not ended' : 'a short program failed');
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, lane));
}

function patient(enclosure: Parameters<typeof build>[1]): Parameters<typeof build>[1] {
  return { ...enclosure, limits: { ...enclosure.limits, buildSeconds: 30 } };
}

function byXargs(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('xargs', args, { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (status) => {
      if (status === 0) resolve();
      else reject(new Disagreement(`xargs ended with ${status}`));
    });
  });
}
