/** `assay serve`: the reference as a live peer. */
import { Command } from 'commander';
import { AssayError } from '../contract/assay-error.ts';

export function command(): Command {
  return new Command('serve')
    .description('the reference as an adapter for others to talk to')
    .option('--stdio', 'adapter contract 1 on standard input and output')
    .addHelpText('after', '\nExample:\n  assay run --target exec:"assay serve --stdio"')
    .action(async (flags: { stdio?: boolean }) => {
      if (!flags.stdio) throw new AssayError('ERR_USAGE', 'serve: say how: --stdio');
      const { serveStdio } = await import('../serve/stdio.ts');
      const { referencePort } = await import('../serve/reference-port.ts');
      await serveStdio(referencePort(), process.stdin, process.stdout);
    });
}
