/** Grading where others start it: Gradescope's folder, a GitHub Actions matrix, an Indexed Job of Kubernetes. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { usageOf } from '../../src/grade/sandbox/usage.ts';
import { projectPath } from '../../src/loader/project.ts';
import { temporaryFolder } from '../assay.ts';
import { command } from '../command.ts';
import { testWith } from '../requires.ts';
import { DECODER, findingsIn, makeClass } from './grade-class.ts';

const ASSAY = `${process.execPath} ${command}`;

interface Results {
  readonly score: number;
  readonly tests: readonly { readonly score: number; readonly max_score: number; readonly visibility: string }[];
}

/** A process and its group; gone is as well. */
function tell(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ESRCH') throw thrown;
  }
}

describe("Gradescope's folder", () => {
  testWith('systemPython', 'gcc')(
    'results are there before anything runs and after each verdict, within 768 MB',
    { timeout: 600_000 },
    async () => {
      const autograder = temporaryFolder();
      const assignment = projectPath('fixtures', 'assignments', 'ipv4-codec');
      for (const folder of ['source', 'results', 'submission']) mkdirSync(join(autograder, folder));
      cpSync(join(assignment, 'submissions', 'ihl-ignored'), join(autograder, 'submission'), { recursive: true });
      const zip = join(autograder, 'autograder.zip');
      execFileSync(process.execPath, [command, 'grade', '--bundle', zip, '--rubric', join(assignment, 'rubric.yaml')]);
      execFileSync('python3', ['-m', 'zipfile', '-e', zip, join(autograder, 'source')]);
      expect(existsSync(join(autograder, 'source', 'setup.sh'))).toBe(true);
      writeFileSync(
        join(autograder, 'submission_metadata.json'),
        JSON.stringify({ created_at: '2026-11-30T18:00:00Z' }),
      );

      let written = 0;
      const watcher = watch(join(autograder, 'results'), (_, name) => {
        if (name === 'results.json') written += 1;
      });
      const run = spawn('bash', [join(autograder, 'source', 'run_autograder')], {
        env: { ...process.env, AUTOGRADER: autograder, ASSAY },
        stdio: 'ignore',
        detached: true,
      });
      const ended = once(run, 'exit');
      let most = 0;
      // Half a CPU, as Gradescope gives: all that was started is stopped for every other moment.
      let stopped = false;
      const throttle = setInterval(() => {
        most = Math.max(most, usageOf(run.pid!).memory);
        stopped = !stopped;
        tell(run.pid!, stopped ? 'SIGSTOP' : 'SIGCONT');
      }, 50);
      const [status] = await ended;
      clearInterval(throttle);
      watcher.close();
      expect(status).toBe(0);
      const results = JSON.parse(readFileSync(join(autograder, 'results', 'results.json'), 'utf8')) as Results;
      expect([results.score, results.tests.length]).toEqual([21, 15]);
      expect(
        results.tests.filter(({ score, max_score: max }) => score < max).map(({ visibility }) => visibility),
      ).toEqual(['visible']);
      // Each of more than a hundred scenarios, though some may be told together.
      expect(written).toBeGreaterThan(20);
      expect(most).toBeLessThan(768 * 2 ** 20);
    },
  );
});

describe('files that are ready to be used', () => {
  const github = parse(readFileSync(projectPath('fixtures', 'grading', 'github-matrix.yml'), 'utf8'));
  const kubernetes = parse(readFileSync(projectPath('fixtures', 'grading', 'kubernetes-indexed-job.yaml'), 'utf8'));

  test('the matrix has the shards that its command names', () => {
    const { shard } = github.jobs.part.strategy.matrix;
    const { run } = github.jobs.part.steps.find(({ name }: { name?: string }) => name === 'Grade');
    expect(shard).toEqual([1, 2, 3, 4]);
    expect(run).toContain(`--shard \${{ matrix.shard }}/${shard.length}`);
    expect(github.jobs.whole.needs).toBe('part');
  });

  test('the job has the indices that its command names, and tells a failed machine from a wrong word', () => {
    const { completions, completionMode, podFailurePolicy, template } = kubernetes.spec;
    expect([completionMode, completions]).toEqual(['Indexed', 4]);
    expect(template.spec.containers[0].args[0]).toContain(`/${completions}"`);
    const actions = podFailurePolicy.rules.map(({ action, onExitCodes }: Record<string, { values: number[] }>) => [
      action,
      onExitCodes!.values,
    ]);
    expect(actions).toEqual([
      ['FailJob', [2]],
      ['Count', [3]],
    ]);
  });

  testWith('systemPython')(
    "the job's own command, run for each index, and its merge",
    { timeout: 600_000 },
    async () => {
      const folder = temporaryFolder();
      const names = Array.from({ length: 8 }, (_, index) => `student ${index}`);
      const rubric = await makeClass(
        folder,
        Object.fromEntries(names.map((name) => [name, { 'main.py': `# ${name}\n${DECODER}` }])),
      );
      mkdirSync(join(folder, 'grades'));
      writeFileSync(join(folder, 'rubric.yaml'), readFileSync(rubric));
      const run = (words: string, index = 0): string => {
        const script = words.replace(/\bassay (?=grade|merge)/g, `${ASSAY} `);
        const env = { ...process.env, JOB_COMPLETION_INDEX: String(index) };
        return execFileSync('sh', ['-c', script], {
          cwd: folder,
          env,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });
      };
      const [words] = kubernetes.spec.template.spec.containers[0].args as string[];
      for (let index = 0; index < 4; index += 1) {
        // An index without a submission of its own has nothing to do.
        run(words!, index);
      }
      run('assay merge grades/part-*/records.jsonl --records grades/records.jsonl');
      expect(findingsIn(join(folder, 'grades', 'records.jsonl'))).toHaveLength(8);
      expect(run('assay grade submissions --rubric rubric.yaml --out grades')).toContain('8 of 8 graded');
    },
  );
});
