/** `assay run`: judges a target and reports. */
import { Command, Option } from 'commander';
import { AssayError } from '../contract/assay-error.ts';
import type { Pics } from '../generated/meta/pics.ts';
import type { Report } from '../generated/meta/report.ts';
import { run } from '../harness/run.ts';
import type { Selection } from '../harness/select.ts';
import { withStatement } from '../harness/statement.ts';
import { indexSteps } from '../harness/step-index.ts';
import { readDocument } from '../loader/document.ts';
import { loadSuite } from '../loader/suite.ts';
import type { Suite } from '../spec/suite.ts';
import { commaList, integer, list, shard } from './options.ts';
import { openOutputs } from './outputs.ts';
import { showProgress } from './progress.ts';
import { attach, targetHelp } from './targets.ts';

export interface RunFlags {
  readonly target: string;
  readonly pics?: string;
  readonly protocol?: string[];
  readonly profile?: string;
  readonly rule?: string[];
  readonly scenario?: string[];
  readonly level: 'must' | 'should' | 'all';
  readonly seed: number;
  readonly repeat: number;
  readonly jobs?: number;
  readonly shard?: { index: number; of: number };
  readonly soak?: boolean;
  readonly patience: number;
  readonly timeout: boolean;
  readonly reproducible?: boolean;
  readonly report?: string[];
  readonly pcap?: string;
}

const HELP = `
Targets:
${targetHelp}

Report formats: console json junit html markdown messages tap, each with =FILE or to standard output.

Examples:
  assay run --target exec:"python3 decoder.py" --protocol ipv4
  assay run --target http://127.0.0.1:8080 --report console --report html=report.html
  assay run --target kernel --repeat 20 --level should`;

export function command(): Command {
  return new Command('run')
    .description('judge an implementation')
    .option('-t, --target <target>', 'what to judge (see below)', 'reference')
    .option('--pics <file>', 'its conformance statement: capabilities, parameters, declared deviations')
    .option('-p, --protocol <names>', 'only these protocols', commaList)
    .option('--profile <name>', 'only the rules of this profile, as a whole')
    .option('--rule <id>', 'only this rule; may be repeated', list)
    .option('--scenario <id>', 'only this scenario; may be repeated', list)
    .addOption(
      new Option('--level <level>', 'what counts for the exit status')
        .choices(['must', 'should', 'all'])
        .default('must'),
    )
    .option('--seed <n>', 'for everything random', integer(0, 0xffffffff), 1)
    .option('--repeat <n>', 'run all n times and count verdicts that change', integer(1), 1)
    .option('-j, --jobs <n>', 'scenarios at once, at most', integer(1))
    .option('--shard <i/n>', 'only the i-th of n parts; join them with assay merge', shard)
    .option('--soak', 'also what takes long')
    .option('--patience <seconds>', 'how long one scenario may wait in real time', integer(0), 0)
    .option('--no-timeout', 'never give up on an answer, for a debugger')
    .option('--reproducible', 'leave out of reports what differs from run to run')
    .option('-r, --report <format[=file]>', 'may be repeated', list)
    .option('--pcap <file>', 'all datagrams as a capture')
    .addHelpText('after', HELP)
    .action(runCommand);
}

async function runCommand(flags: RunFlags): Promise<void> {
  const suite = loadSuite();
  const selection = selectionOf(flags, suite);
  const pics = flags.pics === undefined ? undefined : readDocument('pics', flags.pics);
  const outputs = await openOutputs(flags.report ?? [], flags.reproducible === true);
  const status = await reexec(flags.target);
  if (status !== undefined) {
    process.exitCode = status;
    return;
  }
  const report = await judge(flags, suite, selection, pics);
  await outputs.write(report, suite);
  if (flags.pcap !== undefined) (await import('./capture.ts')).writeCapture(flags.pcap, report);
  process.exitCode = report.summary.exit;
}

/** The kernel target without root runs again inside a user namespace; its exit status, or undefined to go on here. */
async function reexec(target: string): Promise<number | undefined> {
  if (target !== 'kernel') return undefined;
  const { kernelNeeds, reexecInUserNamespace } = await import('../harness/targets/kernel/index.ts');
  return 'reexec' in kernelNeeds() ? reexecInUserNamespace(process.argv) : undefined;
}

async function judge(flags: RunFlags, suite: Suite, selection: Selection, pics: Pics | undefined): Promise<Report> {
  const { stepDefinitions } = await import('../../features/steps/index.ts');
  const options = {
    suite: suite.version,
    seed: flags.seed,
    ...(flags.timeout ? {} : { hangLimit: Number.POSITIVE_INFINITY }),
  };
  const attached = await attach(flags.target, options);
  const target = pics === undefined ? attached : withStatement(attached, pics);
  const stop = new AbortController();
  const interrupt = (): void => {
    // The first Ctrl-C ends the run and reports what there is; the second is not caught.
    process.removeListener('SIGINT', interrupt);
    stop.abort();
  };
  process.on('SIGINT', interrupt);
  const progress = showProgress();
  try {
    return await run({
      suite,
      steps: indexSteps(stepDefinitions),
      target,
      selection,
      seed: flags.seed,
      level: flags.level,
      repeat: flags.repeat,
      jobs: flags.jobs,
      deviations: pics?.deviations ?? [],
      pics: flags.pics,
      signal: stop.signal,
      onPlan: progress.begin,
      onResult: progress.result,
    });
  } finally {
    progress.end();
    process.removeListener('SIGINT', interrupt);
    await target.close();
  }
}

/** @throws AssayError ERR_USAGE for a name that the suite does not know: a typing slip must not judge nothing. */
function selectionOf(flags: RunFlags, suite: Suite): Selection {
  const check = (option: string, given: readonly string[] | undefined, known: readonly string[]): void => {
    for (const name of given ?? []) {
      if (known.some((each) => each === name || each.startsWith(`${name}/`))) continue;
      const hint = known.length > 12 ? 'assay rules lists them' : `there are ${known.join(' ')}`;
      throw new AssayError('ERR_USAGE', `--${option} ${name}: no such ${option}; ${hint}`);
    }
  };
  check(
    'protocol',
    flags.protocol,
    suite.protocols.map(({ protocol }) => protocol),
  );
  check(
    'profile',
    flags.profile === undefined ? [] : [flags.profile],
    suite.profiles.map(({ name }) => name),
  );
  check(
    'rule',
    flags.rule,
    suite.rules.map(({ id }) => id),
  );
  check(
    'scenario',
    flags.scenario,
    suite.scenarios.map(({ id }) => id),
  );
  return {
    ...(flags.protocol ? { protocols: flags.protocol } : {}),
    ...(flags.profile === undefined ? {} : { profile: flags.profile }),
    ...(flags.rule ? { rules: flags.rule } : {}),
    ...(flags.scenario ? { scenarios: flags.scenario } : {}),
    ...(flags.shard ? { shard: flags.shard } : {}),
    soak: flags.soak === true,
    patience: flags.patience,
  };
}
