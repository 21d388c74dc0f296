/** The work of `assay run`: selects, attaches, runs, writes the reports. */
import { stepDefinitions } from '../../features/steps/index.ts';
import type { Pics } from '../generated/meta/pics.ts';
import type { Report } from '../generated/meta/report.ts';
import { run } from '../harness/run.ts';
import type { Selection } from '../harness/select.ts';
import { capabilitiesOf, checkDeviations, unknownCapabilities, withStatement } from '../harness/statement.ts';
import { indexSteps } from '../harness/step-index.ts';
import type { Target } from '../harness/target.ts';
import { readDocument } from '../loader/document.ts';
import { loadSuite } from '../loader/suite.ts';
import { plainLine } from '../report/view/plain.ts';
import type { Suite } from '../spec/suite.ts';
import { outFile } from './files.ts';
import { openOutputs } from './outputs.ts';
import { showProgress } from './progress.ts';
import { runAgain } from './run-again.ts';
import { checkNames, hint } from './selection.ts';
import { type FirstSignal, firstSignal } from './signals.ts';
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
  if (pics !== undefined) checkDeviations(pics, suite, flags.pics!);
  const outputs = openOutputs(flags.report ?? [], flags.reproducible === true);
  const capture = flags.pcap === undefined ? undefined : outFile(`--pcap ${flags.pcap}`, flags.pcap);
  let stop: FirstSignal | undefined;
  try {
    const status = await runAgain(flags.target);
    if (status !== undefined) {
      process.exitCode = status;
      return;
    }
    stop = firstSignal();
    const report = await runTarget(flags, suite, selection, pics, stop.signal);
    outputs.write(report, suite);
    if (capture !== undefined) capture.write((await import('./capture.ts')).captureOf(report));
    process.exitCode = report.summary.exit;
  } finally {
    stop?.close();
    outputs.drop();
    capture?.drop();
  }
}

async function runTarget(
  flags: RunFlags,
  suite: Suite,
  selection: Selection,
  pics: Pics | undefined,
  signal: AbortSignal,
): Promise<Report> {
  const options = {
    suite: suite.version,
    seed: flags.seed,
    ...(flags.timeout ? {} : { hangLimit: Number.POSITIVE_INFINITY }),
  };
  const target = withStatement(await attach(flags.target, options), pics);
  for (const warning of target.warnings ?? []) process.stderr.write(`${warning}\n`);
  warnOfUnknown(target, suite);
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
      signal,
      onPlan: progress.begin,
      onResult: progress.result,
    });
  } finally {
    progress.end();
    await threads.close();
    await target.close();
  }
}

function selectionOf(flags: RunFlags, suite: Suite): Selection {
  checkNames(flags, suite);
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

/** Only a warning: a statement may be of a suite that knows more. */
function warnOfUnknown(target: Target, suite: Suite): void {
  for (const name of unknownCapabilities(target.info.capabilities, suite)) {
    const known = capabilitiesOf(suite);
    process.stderr.write(
      `assay: the capability ${plainLine(name)} is declared: no rule asks for it${hint(name, known)}\n`,
    );
  }
}
