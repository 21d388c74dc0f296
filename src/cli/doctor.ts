/** `assay doctor`: what can run here, where an attachment breaks, how sharp a target's fences are. */
import { spawnSync } from 'node:child_process';
import { Command } from 'commander';
import { loadSuite } from '../loader/suite.ts';
import { colours } from './colours.ts';
import { integer } from './options.ts';
import { runAgain } from './run-again.ts';
import { attach, targetHelp } from './targets.ts';
import { type Check, tunChecks } from './tun-checks.ts';

export function command(): Command {
  return new Command('doctor')
    .description('what can run here; with --target, where an attachment breaks and how sharp its fences are')
    .option('-t, --target <target>', 'try this one')
    .option('--fences <n>', 'how often each fence is tried', integer(1), 50)
    .addHelpText('after', `\nTargets:\n${targetHelp}`)
    .action(async (flags: { target?: string; fences: number }) => {
      const status = await runAgain(flags.target ?? '');
      if (status !== undefined) {
        process.exitCode = status;
        return;
      }
      const checks =
        flags.target === undefined ? await machineChecks() : await targetChecks(flags.target, flags.fences);
      const paint = colours();
      for (const { name, ok, text } of checks) {
        process.stdout.write(`${ok ? paint.green('ok  ') : paint.yellow('no  ')} ${name.padEnd(18)} ${text}\n`);
      }
      if (flags.target !== undefined && checks.some(({ ok }) => !ok)) process.exitCode = 3;
    });
}

async function machineChecks(): Promise<Check[]> {
  const { kernelNeeds } = await import('../harness/targets/kernel/index.ts');
  const suite = loadSuite();
  const needs = kernelNeeds();
  const kernel: Check =
    'reexec' in needs
      ? { name: 'kernel target', ok: true, text: 'without root: runs again inside a user namespace' }
      : needs.ok
        ? { name: 'kernel target', ok: true, text: 'a namespace of its own can be made' }
        : { name: 'kernel target', ok: false, text: `${needs.missing}; ${needs.fix}` };
  return [
    { name: 'node', ok: true, text: process.version },
    {
      name: 'suite',
      ok: true,
      text: `${suite.version}, ${suite.scenarios.length} scenarios, digest ${suite.digest.slice(0, 12)}`,
    },
    kernel,
    ...tunChecks(),
    await sandboxCheck(),
    ...[
      ['python3', 'the sample adapters'],
      ['tshark', 'cross-checks in npm test'],
      ['nginx', 'the HTTP interop tests'],
      ['gcc', 'the benchmark against C'],
      ['ping', 'the tests of serve --tun'],
    ].map(([tool, use]) => toolCheck(tool!, use!)),
  ];
}

async function sandboxCheck(): Promise<Check> {
  const { lookAtMachine } = await import('../grade/sandbox/machine.ts');
  const { kind, lacking } = lookAtMachine();
  const name = 'sandbox of grade';
  if (lacking.length === 0) return { name, ok: true, text: `submissions are kept by ${kind}` };
  return { name, ok: false, text: `cannot isolate ${lacking.join('; ')}` };
}

/** Of tools that know no --version. */
const VERSION_OPTIONS: Readonly<Record<string, string>> = { nginx: '-v', ping: '-V' };

function toolCheck(tool: string, use: string): Check {
  const found = spawnSync(tool, [VERSION_OPTIONS[tool] ?? '--version'], { encoding: 'utf8' });
  const version = `${found.stdout ?? ''}${found.stderr ?? ''}`.split('\n')[0] ?? '';
  return found.status === 0
    ? { name: tool, ok: true, text: version }
    : { name: tool, ok: false, text: `not found; needed for ${use}` };
}

async function targetChecks(spec: string, tries: number): Promise<Check[]> {
  const suite = loadSuite();
  const target = await attach(spec, { suite: suite.version, seed: 1 });
  if (target.failed !== undefined) return [{ name: 'attached', ok: false, text: target.failed.message }];
  try {
    const { name, version, capabilities, clock } = target.info;
    const checks: Check[] = [
      { name: 'attached', ok: true, text: `${name} ${version ?? ''}`.trim() },
      { name: 'capabilities', ok: capabilities.length > 0, text: capabilities.join(' ') || 'none declared' },
      { name: 'clock', ok: true, text: clock },
    ];
    const { calibrate } = await import('../harness/calibrate.ts');
    const { kits } = await import('../kits/index.ts');
    for (const fence of await calibrate(target, kits, suite, tries)) {
      checks.push({ name: `fence ${fence.name}`, ok: fence.answered === fence.tried, text: fence.text });
    }
    return checks;
  } finally {
    await target.close();
  }
}
