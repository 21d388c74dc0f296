/** `assay prove`: mutants by rules, and the controls. */
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { AssayError } from '../contract/assay-error.ts';
import type { Proof } from '../generated/meta/proof.ts';
import type { Report } from '../generated/meta/report.ts';
import { indexSteps } from '../harness/step-index.ts';
import { projectPath } from '../loader/project.ts';
import { loadSuite } from '../loader/suite.ts';
import { MOST_FOR_A_CONTROL } from '../proof/controls.ts';
import type { Suite } from '../spec/suite.ts';
import { colours } from './colours.ts';
import { type OutFile, outFile } from './files.ts';
import { commaList, integer, PROTOCOLS } from './options.ts';
import { formatAndFile } from './outputs.ts';
import { checkNames } from './selection.ts';

interface ProveFlags {
  readonly protocol?: string[];
  readonly soak?: boolean;
  readonly seed: number;
  readonly report: string;
}

export function command(): Command {
  return new Command('prove')
    .description('prove the judge: every mutant fails at its rule, every control earns next to nothing')
    .option('-p, --protocol <names>', `only these, with commas between: ${PROTOCOLS}`, commaList)
    .option('--soak', 'also what takes long')
    .option('--seed <n>', 'for everything random', integer(0, 0xffffffff), 1)
    .option('-r, --report <format[=file]>', 'console, json, or record: what the site keeps', 'console')
    .addHelpText('after', '\nExit status: 0 proved, 1 not.')
    .action(proveCommand);
}

async function proveCommand(flags: ProveFlags): Promise<void> {
  const { format, file } = formatAndFile(flags.report);
  if (format !== 'console' && format !== 'json' && format !== 'record')
    throw new AssayError('ERR_USAGE', `--report ${flags.report}: prove writes console, json or record`);
  if (format === 'record' && flags.protocol)
    throw new AssayError('ERR_USAGE', '--report record: a record is of the whole suite, not of some protocols');
  if (!existsSync(projectPath('src'))) {
    throw new AssayError('ERR_TARGET_UNAVAILABLE', 'prove: mutants are changes to the sources: run it in a checkout');
  }
  const suite = loadSuite();
  checkNames(flags, suite);
  const kept = file === undefined ? undefined : outFile(`--report ${flags.report}`, file);
  try {
    await proveTo(kept, format, flags, suite);
  } finally {
    kept?.drop();
  }
}

async function proveTo(file: OutFile | undefined, format: string, flags: ProveFlags, suite: Suite): Promise<void> {
  const { stepDefinitions } = await import('../../features/steps/index.ts');
  const { referencePort } = await import('../serve/reference-port.ts');
  const { allMutants } = await import('../proof/mutants.ts');
  const { prove } = await import('../proof/prove.ts');
  const { recordOf } = await import('../proof/record.ts');
  let reference: Report | undefined;
  const watched = process.stderr.isTTY === true;
  const proof = await prove({
    suite,
    steps: indexSteps(stepDefinitions),
    reference: () => referencePort(),
    mutants: allMutants(() => referencePort()),
    selection: { ...(flags.protocol ? { protocols: flags.protocol } : {}), soak: flags.soak === true },
    seed: flags.seed,
    onReport: (name, report) => {
      if (name === 'reference') reference = report;
    },
    onStep: (done, total, name) => watched && process.stderr.write(`\r\x1b[K${done}/${total} ${name}`),
  });
  if (watched) process.stderr.write('\r\x1b[K');
  const kept = format === 'record' ? recordOf(suite, reference!, proof) : proof;
  const text = format === 'console' ? inWords(proof) : `${JSON.stringify(kept, null, 2)}\n`;
  if (file === undefined) process.stdout.write(text);
  else file.write(text);
  process.exitCode = proof.summary.proved ? 0 : 1;
}

function inWords({ rules, controls, summary }: Proof): string {
  const paint = colours();
  const mark = (good: boolean): string => (good ? paint.green('killed ') : paint.red('ALIVE  '));
  const lines: string[] = [];
  for (const { id, mutants } of rules) {
    for (const { id: mutant, killed, atRule } of mutants) {
      lines.push(
        `${mark(atRule)} ${id.padEnd(22)} ${mutant}${killed && !atRule ? paint.yellow('  failed, but at another rule') : ''}`,
      );
    }
  }
  lines.push('');
  for (const { id, executed, passed } of controls) {
    const good = passed <= executed * MOST_FOR_A_CONTROL;
    lines.push(`control ${id.padEnd(14)} ${(good ? paint.green : paint.red)(`${passed} of ${executed}`)} passed`);
  }
  lines.push('');
  if (summary.reference.length > 0)
    lines.push(paint.red(`The reference does not pass: ${summary.reference.join(' ')}`));
  if (summary.withoutMutant.length > 0) lines.push(paint.red(`Without a mutant: ${summary.withoutMutant.join(' ')}`));
  lines.push(
    `${summary.atRule} of ${summary.mutants} mutants killed at their own rule; ${summary.rules} rules executed. ${summary.proved ? 'Proved.' : 'Not proved.'}`,
  );
  return `${lines.join('\n')}\n`;
}
