/** `assay serve`: the reference as a live peer. The words here, the work in src/serve, of which only what is asked for loads. */
import { Command, Option } from 'commander';
import { AssayError } from '../contract/assay-error.ts';
import type { HttpPlan } from '../serve/http/serve-http.ts';
import type { TunWords } from '../serve/tun/plan.ts';
import type { TurnWords } from '../serve/turn/plan.ts';
import { integer, list } from './options.ts';
import { RELAY_EXAMPLES, type RelayOptions, serveAsRelay, withRelayOptions } from './serve-relay.ts';
import { toldToEnd } from './signals.ts';

interface Words extends Omit<Partial<TunWords>, 'address'>, Partial<TurnWords>, Omit<RelayOptions, 'user'> {
  readonly stdio?: boolean;
  readonly http?: number;
  readonly root?: string;
  readonly address?: readonly string[];
}

/** Options that mean something only there. */
const BELONG: readonly (readonly [option: keyof Words, flag: string, ways: readonly (keyof Words)[]])[] = [
  ['root', '--root', ['http']],
  ['address', '--address', ['http', 'tun']],
  ['peer', '--peer', ['tun']],
  ['mtu', '--mtu', ['tun']],
  ['role', '--role', ['tun']],
  ['user', '--user', ['turn', 'relay']],
  ['realm', '--realm', ['turn']],
  ['listen', '--listen', ['turn']],
  ['relayAt', '--relay-at', ['turn']],
  ['allowLoopbackPeers', '--allow-loopback-peers', ['turn']],
  ['limit', '--limit', ['turn']],
  ['at', '--at', ['relay']],
  ['account', '--account', ['relay']],
  ['supernode', '--supernode', ['relay']],
  ['contact', '--contact', ['relay']],
  ['directory', '--directory', ['relay']],
  ['bootstrap', '--bootstrap', ['relay']],
];

const WAYS = ['stdio', 'http', 'tun', 'turn', 'relay'] as const;
const LOOPBACK = '127.0.0.1';

const HELP = `
Examples:
  assay run --target exec:"assay serve --stdio"
  assay serve --http 8080 --root site
      then: curl http://127.0.0.1:8080/
  sudo assay serve --tun tun0 --peer 198.18.0.2/17
      then, elsewhere: ping 198.18.0.1; curl http://198.18.0.1/
  assay serve --turn 3478 --user user:pass --allow-loopback-peers${RELAY_EXAMPLES}

A TUN device (Linux) belongs to the network namespace that this runs in, and is
gone when it ends, unless it was there before.`;

/** RFC 791 section 3.2: a link carries 68 octets at least. */
const [LEAST_MTU, MOST_MTU] = [68, 65535];
const MOST_PORT = 65535;

export function command(): Command {
  const serving = new Command('serve')
    .description('the reference for others to talk to: as an adapter, or as a host on the network')
    .option('--stdio', 'adapter contract 1 on standard input and output')
    .option(
      '--http <port>',
      'HTTP/1.1 on this port of 127.0.0.1, or of --address; 0: any that is free',
      integer(0, MOST_PORT),
    )
    .option('--root <folder>', 'the files that are served there; otherwise what the reference has by itself')
    .option(
      '--tun <name>',
      'IPv4, ICMP, UDP, TCP and HTTP with small services in real time on this TUN device; may be repeated',
      list,
    )
    .option(
      '--address <address/prefix>',
      "the reference's address there (default: 198.18.0.1/17); one for each --tun. With --http: where to listen",
      list,
    )
    .option('--peer <address/prefix>', "also give the kernel's end of the device an address; may be repeated", list)
    .option('--mtu <n>', "set the devices' MTU", integer(LEAST_MTU, MOST_MTU))
    .addOption(new Option('--role <role>', 'what to be there (default: host)').choices(['host', 'router']))
    .option('--turn <port>', 'a STUN and TURN server on this port, over UDP and TCP; 0: any', integer(0, MOST_PORT))
    .option('--user <name:pass>', 'who may allocate there; may be repeated. With --relay node: who it is', list)
    .option('--realm <realm>', 'where the names belong (default: assay)')
    .option('--listen <address>', 'where the TURN server listens (default: 127.0.0.1)')
    .option('--relay-at <address>', 'where it relays (default: there, too); one of IPv4 and one of IPv6', list)
    .option('--allow-loopback-peers', 'its clients may reach loopback addresses')
    .option('--limit <name=n>', 'a lifetime in seconds, a quota, a bound; may be repeated', list);
  return withRelayOptions(serving).addHelpText('after', HELP).action(serve);
}

async function serve(words: Words): Promise<void> {
  const { stdio, tun, turn, http, relay } = words;
  const all = WAYS.map((way) => `--${way}`).join(' ');
  const ways = WAYS.filter((way) => words[way] !== undefined);
  if (ways.length > 1) throw new AssayError('ERR_USAGE', `serve: one of ${all}, not more`);
  checkBelongs(words);
  if (tun) await onTun({ role: 'host', ...words, tun });
  else if (http !== undefined) await onHttp({ ...words, port: http });
  else if (turn !== undefined) await onTurn({ ...words, turn });
  else if (relay !== undefined) await serveAsRelay(words, relay);
  else if (stdio) await onStdio();
  else throw new AssayError('ERR_USAGE', `serve: say how, by one of ${all}`);
}

/** @throws AssayError ERR_USAGE for an option that would be passed over */
function checkBelongs(words: Words): void {
  for (const [option, flag, ways] of BELONG) {
    if (words[option] === undefined || ways.some((way) => words[way] !== undefined)) continue;
    throw new AssayError('ERR_USAGE', `serve: ${flag} goes with ${ways.map((way) => `--${way}`).join(' or ')}`);
  }
}

async function onStdio(): Promise<void> {
  const { serveStdio } = await import('../serve/stdio.ts');
  const { referencePort } = await import('../serve/reference-port.ts');
  await serveStdio(referencePort(), process.stdin, process.stdout);
}

async function onTun(words: TunWords): Promise<void> {
  const { planOf } = await import('../serve/tun/plan.ts');
  const { serveTun } = await import('../serve/tun/serve-tun.ts');
  await serveTun(planOf(words), announce, toldToEnd());
}

async function onHttp({ port, root, address = [] }: Words & Pick<HttpPlan, 'port'>): Promise<void> {
  if (address.length > 1) throw new AssayError('ERR_USAGE', 'serve: --http listens on one --address');
  const { serveHttp } = await import('../serve/http/serve-http.ts');
  await serveHttp({ port, root, address: address[0] ?? LOOPBACK }, announce, toldToEnd());
}

async function onTurn(words: TurnWords): Promise<void> {
  const { planOf } = await import('../serve/turn/plan.ts');
  const { serveTurn } = await import('../serve/turn/serve-turn.ts');
  await serveTurn(planOf(words), announce, toldToEnd());
}

function announce(line: string): void {
  process.stdout.write(`${line}\n`);
}
