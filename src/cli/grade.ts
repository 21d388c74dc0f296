/** `assay grade`: a folder of submissions. The words here, the work in src/grade and in grade-*.ts, which only it loads. */
import { Command } from 'commander';
import { AssayError } from '../contract/assay-error.ts';
import { commaList, integer, shard } from './options.ts';

export interface GradeFlags {
  readonly rubric?: string;
  readonly out?: string;
  readonly jobs?: number;
  readonly confirm: number;
  readonly shard?: { index: number; of: number };
  readonly export?: string[];
  readonly times?: string;
  readonly afterDue?: boolean;
  readonly published?: boolean;
  readonly requireIsolation?: boolean;
  readonly queue?: string;
  readonly check?: string;
  readonly pin?: string;
  readonly gradescope?: string;
  readonly bundle?: string;
}

const HELP = `
Writes into --out: records.jsonl, which is only added to (start again after a
crash or a kill: nothing that was found is run again), staff/ and student/ with
a report for each name, grades.csv, overview.html.

Examples:
  assay grade submissions/ --rubric rubric.yaml --out grades/ --jobs 2 \\
      --export gradescope,junit
  assay grade --check rubric.yaml
      the model answer gets full marks, known wrong ones what they must
  assay grade --pin rubric.yaml
      pin the rubric to this suite, once its marks have been looked at
  assay grade submissions/ --rubric rubric.yaml --out grades-2/ --shard 2/4
      then: assay merge --records ...

Exit status: 0 all were processed (whatever their marks); 1 --check found other
marks; 2 wrong words or input; 3 the tester or the machine failed for some, or
it was stopped: start again.`;

export function command(): Command {
  return new Command('grade')
    .description('grade a folder of submissions')
    .argument('[dir]', 'a folder for each submission, with its name')
    .option('--rubric <file>', 'what there are marks for, JSON or YAML')
    .option('--out <dir>', 'where records and reports go')
    .option('-j, --jobs <n>', 'submissions at once (default: one for each processor)', integer(1))
    .option('--confirm <n>', 'run failures again n times; what changes is flaky, and earns nothing', integer(0), 0)
    .option('--shard <i/n>', 'only the i-th of n parts, by what submissions hold', shard)
    .option('--export <formats>', 'other files, of gradescope prairielearn classroom50 junit', commaList)
    .option('--times <file>', 'JSON: when each name submitted, for lateness')
    .option('--after-due', 'show students what is visible after the due date')
    .option('--published', 'show students what is visible once marks are published')
    .option('--require-isolation', 'do not start unless all of it is there')
    .option('--queue <url>', 'have the workers of this Redis do it (assay worker)')
    .option('--check <rubric>', "grade the rubric's own answers, and compare")
    .option('--pin <rubric>', 'write the digest of what it uses of this suite into it')
    .option('--gradescope <folder>', "grade the one submission of a folder laid out as Gradescope's /autograder")
    .option('--bundle <zip>', 'make an autograder for Gradescope of the rubric')
    .addHelpText('after', HELP)
    .action(async (dir: string | undefined, flags: GradeFlags) => {
      const works = (['pin', 'check', 'bundle', 'gradescope'] as const).filter((work) => flags[work] !== undefined);
      const other = works.length > 0 && (dir === undefined ? flags.out && '--out' : `the folder ${dir}`);
      if (works.length > 1 || other) {
        const words = [...works.map((work) => `--${work}`), ...(other ? [other] : [])].join(' and ');
        throw new AssayError('ERR_USAGE', `grade: ${words} do not go together`);
      }
      if (flags.pin !== undefined) return (await import('./grade-pin.ts')).pin(flags.pin);
      if (flags.check !== undefined) return (await import('./grade-check.ts')).check(flags.check, flags);
      const rubric = flags.rubric;
      if (rubric === undefined) throw new AssayError('ERR_USAGE', 'grade: name the --rubric');
      if (flags.bundle !== undefined) return (await import('./grade-bundle.ts')).bundle(flags.bundle, rubric);
      if (flags.gradescope !== undefined) {
        return (await import('./grade-gradescope.ts')).gradeForGradescope(flags.gradescope, rubric, flags);
      }
      if (dir === undefined || flags.out === undefined) {
        throw new AssayError('ERR_USAGE', 'grade: name the folder of submissions, and --out for what is written');
      }
      return (await import('./grade-batch.ts')).gradeFolder(dir, { ...flags, rubric, out: flags.out });
    });
}
