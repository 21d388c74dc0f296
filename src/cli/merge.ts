/** `assay merge`: the reports of shards into one, or the records of a batch that was graded in shards. */
import { Command } from 'commander';
import { list } from './options.ts';

export function command(): Command {
  return new Command('merge')
    .description('join the json reports of shards into one, or the records of graded shards')
    .argument('<file...>', 'json reports of one suite, target and selection; with --records, records.jsonl files')
    .option('-r, --report <format[=file]>', 'may be repeated', list)
    .option('--reproducible', 'leave out what differs from run to run')
    .option('--records <out>', 'join records of assay grade into this file; grade with it in --out writes the reports')
    .action(async (files: string[], flags: { report?: string[]; reproducible?: boolean; records?: string }) => {
      if (flags.records !== undefined) return mergeRecordFiles(files, flags.records);
      const { merge } = await import('../harness/merge.ts');
      const { readDocument } = await import('../loader/document.ts');
      const { loadSuite } = await import('../loader/suite.ts');
      const { openOutputs } = await import('./outputs.ts');
      const suite = loadSuite();
      const reports = files.map((file) => readDocument('report', file));
      const report = merge(reports, suite, files);
      openOutputs(flags.report ?? [], flags.reproducible === true).write(report, suite);
      process.exitCode = report.summary.exit;
    });
}

async function mergeRecordFiles(files: readonly string[], out: string): Promise<void> {
  const { mergeRecords } = await import('../grade/batch/merge-records.ts');
  const { readRecords } = await import('../grade/batch/records.ts');
  const { put } = await import('../grade/report/write.ts');
  const records = mergeRecords(files.map(readRecords));
  put(out, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  process.stdout.write(`${out}: ${records.filter(({ kind }) => kind === 'found').length} findings\n`);
}
