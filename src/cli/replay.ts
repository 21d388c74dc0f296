/** `assay replay`: one verdict of a kept report again, or its octets as a test of one's own. */
import { Command, Option } from 'commander';
import { AssayError } from '../contract/assay-error.ts';
import { command as runCommand } from './run.ts';

export function command(): Command {
  return new Command('replay')
    .description('one verdict of a report again, or its octets as a test of your own')
    .argument('<report>', 'a json report')
    .argument('<scenario>', 'the scenario in it')
    .addOption(new Option('--as <form>', 'print the octets instead').choices(['hex', 'c', 'python']))
    .addHelpText(
      'after',
      '\nExamples:\n  assay replay report.json ipv4-csum-001\n  assay replay report.json ipv4-csum-001 --as c > csum.c',
    )
    .action(async (file: string, scenario: string, flags: { as?: 'hex' | 'c' | 'python' }) => {
      const { readDocument } = await import('../loader/document.ts');
      const { loadSuite } = await import('../loader/suite.ts');
      const report = readDocument('report', file);
      const result = report.results.find((each) => each.scenario === scenario);
      if (result === undefined) throw new AssayError('ERR_USAGE', `${file}: no scenario ${scenario} in it`);
      if (flags.as !== undefined) {
        if (!result.evidence?.exchange.length)
          throw new AssayError('ERR_USAGE', `${scenario}: nothing was sent or received`);
        const { replayAs } = await import('../report/replay.ts');
        const { describe } = await import('../kits/words.ts');
        process.stdout.write(replayAs(report, scenario, flags.as, { suite: loadSuite(), describe }));
        return;
      }
      const { replayWords } = await import('../report/view/command.ts');
      const known = loadSuite().scenarios.find(({ id }) => id === scenario);
      await runCommand().parseAsync(replayWords(report, result, known), { from: 'user' });
    });
}
