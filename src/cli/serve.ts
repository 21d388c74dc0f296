/** `assay serve`: the reference as a live peer. The words here, the work in src/serve, of which only what is asked for loads. */
import { once } from 'node:events';
import { Command, Option } from 'commander';
import { AssayError } from '../contract/assay-error.ts';
import type { TunWords } from '../serve/tun/plan.ts';
import { integer, list } from './options.ts';

type Words = Partial<TunWords> & { readonly stdio?: boolean };

const HELP = `
Examples:
  assay run --target exec:"assay serve --stdio"
  sudo assay serve --tun tun0 --peer 198.18.0.2/17     then, elsewhere: ping 198.18.0.1

A TUN device (Linux) belongs to the network namespace that this runs in, and is gone when it ends, unless it was there before.`;

/** RFC 791 section 3.2: a link carries 68 octets at least. */
const [LEAST_MTU, MOST_MTU] = [68, 65535];

export function command(): Command {
  return new Command('serve')
    .description('the reference for others to talk to: as an adapter, or as a host on the network')
    .option('--stdio', 'adapter contract 1 on standard input and output')
    .option(
      '--tun <name>',
      'IPv4, ICMP, UDP and TCP with small services in real time on this TUN device; may be repeated',
      list,
    )
    .option(
      '--address <address/prefix>',
      "the reference's address there (default: 198.18.0.1/17); one for each --tun",
      list,
    )
    .option('--peer <address/prefix>', "also give the kernel's end of the device an address; may be repeated", list)
    .option('--mtu <n>', "set the devices' MTU", integer(LEAST_MTU, MOST_MTU))
    .addOption(new Option('--role <role>', 'what to be there').choices(['host', 'router']).default('host'))
    .addHelpText('after', HELP)
    .action(async (words: Words) => {
      if (words.stdio && words.tun) throw new AssayError('ERR_USAGE', 'serve: --stdio or --tun, not both');
      if (words.tun) await onTun({ role: 'host', ...words, tun: words.tun });
      else if (words.stdio) await onStdio();
      else throw new AssayError('ERR_USAGE', 'serve: say how: --stdio or --tun NAME');
    });
}

async function onStdio(): Promise<void> {
  const { serveStdio } = await import('../serve/stdio.ts');
  const { referencePort } = await import('../serve/reference-port.ts');
  await serveStdio(referencePort(), process.stdin, process.stdout);
}

async function onTun(words: TunWords): Promise<void> {
  const { planOf } = await import('../serve/tun/plan.ts');
  const { serveTun } = await import('../serve/tun/serve-tun.ts');
  const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await serveTun(planOf(words), (line) => process.stdout.write(`${line}\n`), ended);
}
