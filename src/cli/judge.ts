/** The work of `assay run`: selects, attaches, runs, writes the reports. */
import { stepDefinitions } from '../../features/steps/index.ts';
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
import { openOutputs } from './outputs.ts';
import { showProgress } from './progress.ts';
import { runAgain } from './run-again.ts';
import { attach } from './targets.ts';
import { Threads } from './threads.ts';

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
  readonly misfortune?: string[];
  readonly shard?: { index: number; of: number };
  readonly soak?: boolean;
  readonly patience: number;
  readonly timeout: boolean;
  readonly reproducible?: boolean;
  readonly report?: string[];
  readonly pcap?: string;
}

/** @throws AssayError for words that name nothing, files that cannot be read, targets that cannot be had. */
export async function judge(flags: RunFlags): Promise<void> {
  const suite = loadSuite();
  const selection = selectionOf(flags, suite);
  const pics = flags.pics === undefined ? undefined : readDocument('pics', flags.pics);
  const outputs = await openOutputs(flags.report ?? [], flags.reproducible === true);
  const status = await runAgain(flags.target);
  if (status !== undefined) {
    process.exitCode = status;
    return;
  }
  const report = await runTarget(flags, suite, selection, pics);
  await outputs.write(report, suite);
  if (flags.pcap !== undefined) (await import('./capture.ts')).writeCapture(flags.pcap, report);
  process.exitCode = report.summary.exit;
}

async function runTarget(flags: RunFlags, suite: Suite, selection: Selection, pics: Pics | undefined): Promise<Report> {
  const options = {
    suite: suite.version,
    seed: flags.seed,
    ...(flags.timeout ? {} : { hangLimit: Number.POSITIVE_INFINITY }),
  };
  const target = withStatement(await attach(flags.target, options), pics);
  for (const warning of target.warnings ?? []) process.stderr.write(`${warning}\n`);
  const stop = new AbortController();
  const interrupt = (): void => {
    // The first Ctrl-C ends the run and reports what there is; the second is not caught.
    process.removeListener('SIGINT', interrupt);
    stop.abort();
  };
  process.on('SIGINT', interrupt);
  const progress = showProgress();
  const { seed } = flags;
  const only = flags.misfortune && new Set(flags.misfortune);
  const threads = new Threads({ spec: flags.target, options, pics, seed, only });
  try {
    return await run({
      suite,
      steps: indexSteps(stepDefinitions),
      target,
      selection,
      seed,
      level: flags.level,
      repeat: flags.repeat,
      jobs: flags.jobs,
      helpers: target.inProcess ? (scenarios) => threads.helpers(scenarios, flags.jobs) : undefined,
      shrinks: true,
      only,
      deviations: pics?.deviations ?? [],
      pics: flags.pics,
      signal: stop.signal,
      onPlan: progress.begin,
      onResult: progress.result,
    });
  } finally {
    progress.end();
    process.removeListener('SIGINT', interrupt);
    await threads.close();
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
