#!/usr/bin/env node
/**
 * The command: finds the subcommand and loads only its file. Exit status: 0 conforms, 1 does not, 2 wrong words or input,
 * 3 an error of ours or nothing judged.
 */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { AssayError } from '../contract/assay-error.ts';
import { projectPath } from '../loader/project.ts';

const COMMANDS: Readonly<Record<string, () => Promise<{ command: () => Command }>>> = {
  run: () => import('./run.ts'),
  replay: () => import('./replay.ts'),
  prove: () => import('./prove.ts'),
  rules: () => import('./rules.ts'),
  decode: () => import('./decode.ts'),
  serve: () => import('./serve.ts'),
  grade: () => import('./grade.ts'),
  worker: () => import('./worker.ts'),
  merge: () => import('./merge.ts'),
  doctor: () => import('./doctor.ts'),
  init: () => import('./init.ts'),
  site: () => import('./site.ts'),
};

const EXAMPLES = `
Examples:
  assay run                                      the reference, whole suite
  assay run --target exec:"python3 decoder.py"   your decoder, in any language
  assay run --target http://127.0.0.1:8080       a web server that runs
  assay run --target kernel                      this machine's own IP stack
  assay rules RFC791-IHL-1                       one rule and its scenarios
  assay decode ipv4/header 45000054...           octets, field by field
  assay grade DIR --rubric FILE --out DIR        a course's submissions
  assay init                                     an adapter to start from

Exit status: 0 conforms, 1 a rule fails, 2 wrong words or input, 3 an error or
nothing judged.`;

async function main(argv: readonly string[]): Promise<void> {
  const { version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { version: string };
  const program = new Command('assay')
    .description(
      'A protocol specification that runs: judges implementations of IPv4, ICMP, UDP, TCP, HTTP/1.1, STUN, TURN and HPR/1, in any language.',
    )
    .version(version, '-V, --version')
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError()
    .exitOverride();
  const named = COMMANDS[argv[0] ?? ''];
  const loaders = named ? [named] : ['-V', '--version'].includes(argv[0] ?? '') ? [] : Object.values(COMMANDS);
  for (const { command } of await Promise.all(loaders.map((load) => load()))) {
    program.addCommand(command().copyInheritedSettings(program));
  }
  if (argv.length === 0) {
    program.outputHelp();
    return;
  }
  const [word, name = ''] = argv;
  if (word === 'help' && argv.length > 1 && COMMANDS[name] === undefined) {
    throw new AssayError('ERR_USAGE', `help ${name}: no such command; there are ${Object.keys(COMMANDS).join(' ')}`);
  }
  await program.parseAsync(argv, { from: 'user' });
}

function exitStatus(fault: unknown): number {
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2;
  if (!(fault instanceof AssayError)) {
    const text = fault instanceof Error ? (process.env.ASSAY_DEBUG ? fault.stack : fault.message) : String(fault);
    process.stderr.write(`assay: a fault of ours: ${text}\n  Please report it; ASSAY_DEBUG=1 shows where.\n`);
    return 3;
  }
  process.stderr.write(`assay: ${fault.message}\n`);
  return fault.code === 'ERR_USAGE' || fault.code === 'ERR_INPUT' ? 2 : 3;
}

process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  // A reader such as `head` that has seen enough is no fault.
  if (fault.code === 'EPIPE') process.exit();
  process.stderr.write(`assay: standard output: cannot be written: ${fault.code}\n`);
  process.exit(3);
});
// Nobody is left to be told.
process.stderr.on('error', () => {});

try {
  await main(process.argv.slice(2));
} catch (fault) {
  process.exitCode = exitStatus(fault);
}
