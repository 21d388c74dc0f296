/** `assay run`: judges a target and reports. The words here, the work in judge.ts, which only a run loads. */
import { Command, Option } from 'commander';
import { commaList, integer, list, misfortunes, PROFILES, PROTOCOLS, shard } from './options.ts';
import { targetHelp } from './targets.ts';

const HELP = `
Targets:
${targetHelp}

Report formats: console json junit html markdown messages tap, each with =FILE
or to standard output.

Examples:
  assay run --target exec:"python3 decoder.py" --protocol ipv4
  assay run --target http://127.0.0.1:8080 --report html=report.html
  assay run --target kernel --repeat 20 --level should`;

export function command(): Command {
  return new Command('run')
    .description('judge an implementation')
    .option('-t, --target <target>', 'what to judge (see below)', 'reference')
    .option('--pics <file>', 'its conformance statement: capabilities, parameters, declared deviations')
    .option('-p, --protocol <names>', `only these, with commas between: ${PROTOCOLS}`, commaList)
    .option('--profile <name>', `only the rules of this profile, as a whole: ${PROFILES}`)
    .option('--rule <id>', 'only this rule; may be repeated', list)
    .option('--scenario <id>', 'only this scenario; may be repeated', list)
    .addOption(
      new Option('--level <level>', 'what counts for the exit status')
        .choices(['must', 'should', 'all'])
        .default('must'),
    )
    .option('--seed <n>', 'for everything random', integer(0, 0xffffffff), 1)
    .option('--repeat <n>', 'run all n times and count verdicts that change', integer(1), 1)
    .option(
      '-j, --jobs <n>',
      'scenarios at once, at most (the whole suite on the reference: one for each processor)',
      integer(1),
    )
    .option('--shard <i/n>', 'only the i-th of n parts; join them with assay merge', shard)
    .option(
      '--misfortune <way:n:what>',
      'of what chance does to simulated packets only this, as a report tells it; may be repeated',
      misfortunes,
    )
    .option('--soak', 'also what takes long')
    .option('--patience <seconds>', 'how long one scenario may wait in real time', integer(0), 0)
    .option('--no-timeout', 'never give up on an answer, for a debugger')
    .option('--reproducible', 'leave out of reports what differs from run to run')
    .option('-r, --report <format[=file]>', 'may be repeated', list)
    .option('--pcap <file>', 'all datagrams as a capture')
    .addHelpText('after', HELP)
    .action(async (flags) => (await import('./judge.ts')).judge(flags));
}
