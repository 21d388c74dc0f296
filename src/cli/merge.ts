/** `assay merge`: the reports of shards into one. */
import { Command } from 'commander';
import { list } from './options.ts';

export function command(): Command {
  return new Command('merge')
    .description('join the json reports of shards into one')
    .argument('<report...>', 'json reports of one suite, target and selection')
    .option('-r, --report <format[=file]>', 'may be repeated', list)
    .option('--reproducible', 'leave out what differs from run to run')
    .action(async (files: string[], flags: { report?: string[]; reproducible?: boolean }) => {
      const { merge } = await import('../harness/merge.ts');
      const { readDocument } = await import('../loader/document.ts');
      const { loadSuite } = await import('../loader/suite.ts');
      const { openOutputs } = await import('./outputs.ts');
      const suite = loadSuite();
      const reports = files.map((file) => readDocument('report', file));
      const outputs = await openOutputs(flags.report ?? [], flags.reproducible === true);
      const report = merge(reports, suite, files);
      await outputs.write(report, suite);
      process.exitCode = report.summary.exit;
    });
}
