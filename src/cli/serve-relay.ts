/** `assay serve --relay`: its options, and what becomes of them. */
import { type Command, Option } from 'commander';
import type { RelayWords } from '../serve/relay/plan.ts';
import { list } from './options.ts';
import { toldToEnd } from './signals.ts';

export type RelayOptions = Partial<RelayWords>;

export const RELAY_EXAMPLES = `
  assay serve --relay directory --supernode --at 127.0.0.1:4000 \\
      --account anna:one:bert --account bert:two:anna
  assay serve --relay node --user anna:one --directory 127.0.0.1:4000/KEY
      then, each line: NAME TEXT`;

/** `--user` is there already: a node is one of those. */
export function withRelayOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--relay <role>', 'a part of the hybrid peer relay, HPR/1').choices([
        'directory',
        'supernode',
        'node',
      ]),
    )
    .option('--at <address:port>', 'where the relay is met; a second one is for its probes alone', list)
    .option('--account <name:pass:contacts>', 'of a directory; may be repeated', list)
    .option('--supernode', 'a directory that relays, too')
    .option('--contact <name>', 'of a node, beside those that the directory knows; may be repeated', list)
    .option('--directory <address:port/key>', 'of a node')
    .option('--bootstrap <address:port/key>', 'a supernode to begin with; may be repeated', list);
}

export async function serveAsRelay(options: RelayOptions, relay: RelayWords['relay']): Promise<void> {
  const { serveRelay } = await import('../serve/relay/serve-relay.ts');
  const nothing = { at: [], account: [], contact: [], bootstrap: [], user: [], supernode: false };
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  await serveRelay({ ...nothing, ...options, relay }, process.stdin, say, toldToEnd());
  // Standard input, if it is a terminal or a pipe that stays open, would keep the process.
  process.stdin.destroy();
}
