/** `assay site`: the specification that people read, as a folder of pages, or shown at once. */
import { Command } from 'commander';
import { AssayError } from '../contract/assay-error.ts';

interface SiteFlags {
  readonly out: string;
}

export function command(): Command {
  return new Command('site')
    .description('the specification as pages to read, from disk or any static host')
    .option('-o, --out <folder>', 'where', 'site')
    .action(siteCommand);
}

async function siteCommand({ out }: SiteFlags): Promise<void> {
  const { buildSite } = await import('../site/build-site.ts');
  const started = performance.now();
  const { pages, octets } = await buildSite(out).catch(unwritable);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${pages} pages, ${(octets / 1e6).toFixed(1)} MB in ${seconds} s: ${out}/index.html\n`);
}

/** @throws AssayError ERR_INPUT for a folder that cannot be written. */
function unwritable(cause: NodeJS.ErrnoException): never {
  if (cause.syscall === undefined) throw cause;
  throw new AssayError('ERR_INPUT', `site --out: ${cause.path}: cannot be written: ${cause.code}`, { cause });
}
