/** `assay site`: the specification that people read, as a folder of pages, or shown at once. */
import { Command } from 'commander';
import { AssayError } from '../contract/assay-error.ts';
import { outFolder } from './files.ts';
import { integer } from './options.ts';

interface SiteFlags {
  readonly out: string;
  readonly serve?: number | true;
}

export function command(): Command {
  return new Command('site')
    .description('the specification as pages to read, from disk or any static host')
    .option('-o, --out <folder>', 'where', 'site')
    .option(
      '-s, --serve [port]',
      'show it on this machine once it is made; any free port if none is named',
      integer(0, 65535),
    )
    .addHelpText('after', '\nExample:\n  assay site --out /tmp/site --serve 8000')
    .action(siteCommand);
}

async function siteCommand({ out, serve }: SiteFlags): Promise<void> {
  const { buildSite } = await import('../site/build-site.ts');
  outFolder('site --out', out);
  const started = performance.now();
  const { pages, octets } = await buildSite(out).catch(unwritable);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${pages} pages, ${(octets / 1e6).toFixed(1)} MB in ${seconds} s: ${out}/index.html\n`);
  if (serve === undefined) return;
  const { serveFolder } = await import('../site/serve-folder.ts');
  const address = await serveFolder(out, serve === true ? 0 : serve);
  process.stdout.write(`${address} until this ends\n`);
}

/** @throws AssayError ERR_INPUT for a folder that cannot be written. */
function unwritable(cause: NodeJS.ErrnoException): never {
  if (cause.syscall === undefined) throw cause;
  throw new AssayError('ERR_INPUT', `site --out: ${cause.path}: cannot be written: ${cause.code}`, { cause });
}
