/** The kinds of target that this build knows, each loaded only when it is named. */
import { AssayError } from '../contract/assay-error.ts';
import { IutFault } from '../harness/outcome.ts';
import type { Target, TargetKind, TargetOptions } from '../harness/target.ts';
import { deadTarget } from '../harness/targets/dead-target.ts';
import { wrap } from '../report/view/wrap.ts';

interface KnownKind {
  /** `kernel`, or `exec:` with a colon when something follows. */
  readonly scheme: string;
  /** How it is written, for --help. */
  readonly form: string;
  readonly about: string;
  load(): Promise<TargetKind>;
}

/** Of a line behind the margin: terminals have 80 columns. */
const HELP_WIDTH = 72;

const targetKinds: readonly KnownKind[] = [
  {
    scheme: 'reference',
    form: 'reference',
    about: 'our own implementation, in process (the default)',
    load: async () => (await import('./reference-target.ts')).referenceKind,
  },
  {
    scheme: 'exec:',
    form: 'exec:COMMAND',
    about: 'an adapter that speaks JSON lines on stdin and stdout',
    load: async () => (await import('../harness/targets/exec.ts')).execKind,
  },
  {
    scheme: 'kernel',
    form: 'kernel',
    about: "this machine's own IP stack, in a namespace of its own (Linux)",
    load: async () => (await import('../harness/targets/kernel/index.ts')).kernelKind,
  },
  {
    scheme: 'packets:',
    form: 'packets:COMMAND',
    about: 'a user-space IP stack: [u16 big-endian length][IPv4 datagram]... on stdin and stdout',
    load: async () => (await import('../harness/targets/packets/target.ts')).packetsKind,
  },
  {
    scheme: 'tun:',
    form: 'tun:NAME',
    about: 'a host with address 198.18.0.1/17 that runs on the TUN device NAME of this network namespace (Linux)',
    load: async () => (await import('../harness/targets/tun/target.ts')).tunKind,
  },
  {
    scheme: 'http:',
    form: 'http://HOST:PORT[/PATH]',
    about: 'an origin server that runs, and something that it serves',
    load: async () => (await import('../harness/targets/http.ts')).httpKind,
  },
  {
    scheme: 'http-server:',
    form: 'http-server:COMMAND',
    about: 'an origin server that we start; {port} and {root} are filled in',
    load: async () => (await import('../harness/targets/http-server.ts')).httpServerKind,
  },
  {
    scheme: 'http-client:',
    form: 'http-client:COMMAND',
    about:
      'a client that is run against an origin of ours; what the command has a place for is filled in: {url}, or {urls} for several in one run, {method}, {file} with content to send, {field} with a field line to add, {proxy}',
    load: async () => (await import('../harness/targets/http-client.ts')).httpClientKind,
  },
  {
    scheme: 'http-proxy:',
    form: 'http-proxy:COMMAND',
    about: 'what stands between client and server, on {port}; a gateway when it is told the {origin}',
    load: async () => (await import('../harness/targets/http-proxy.ts')).httpProxyKind,
  },
  {
    scheme: 'relay:',
    form: 'relay:HOST:PORT/KEY',
    about: 'a node of HPR/1 that runs, and the key that it has',
    load: async () => (await import('./relay-target.ts')).relayKind,
  },
  {
    scheme: 'turn:',
    form: 'turn://USER:PASS@HOST:PORT[?transport=tcp]',
    about: 'a STUN and TURN server that runs',
    load: async () => (await import('./turn-target.ts')).turnKind,
  },
  {
    scheme: 'turn-server:',
    form: 'turn-server:COMMAND',
    about: 'a STUN and TURN server that we start; {port}, {user} and {pass} are filled in',
    load: async () => (await import('./turn-server-target.ts')).turnServerKind,
  },
  {
    scheme: 'turn-client:',
    form: 'turn-client:COMMAND',
    about:
      'a TURN client that is run against a server of ours; what the command has a place for is filled in: {url}, or {host} and {port}, {transport}, {user}, {pass}; {peer} or {peers}, {way} (send or channel), {text}, {seconds}, {family}, {parity}',
    load: async () => (await import('./turn-client-target.ts')).turnClientKind,
  },
];

/** Of --help: how each is written, and beneath it what it is. */
export const targetHelp: string = targetKinds
  .map(({ form, about }) => [`  ${form}`, ...wrap(about, HELP_WIDTH).map((line) => `      ${line}`)].join('\n'))
  .join('\n');

/**
 * An implementation that does not start is attached all the same, as a target that failed.
 * @throws AssayError ERR_USAGE for a kind that nobody knows; whatever attaching throws.
 */
export async function attach(spec: string, options: TargetOptions): Promise<Target> {
  const known = targetKinds.find(({ scheme }) => (scheme.endsWith(':') ? spec.startsWith(scheme) : spec === scheme));
  if (known === undefined) {
    const kinds = targetKinds.map(({ scheme }) => scheme).join(' ');
    throw new AssayError('ERR_USAGE', `--target ${spec}: no such kind; there are ${kinds}`);
  }
  const kind = await known.load();
  try {
    const rest = spec.slice(known.scheme.length);
    if (rest === '' && known.scheme.endsWith(':')) {
      throw new AssayError('ERR_USAGE', `--target ${spec}: it is of the form ${known.form}`);
    }
    return await kind.attach(rest, options);
  } catch (fault) {
    if (fault instanceof IutFault) return deadTarget(spec, fault);
    throw fault;
  }
}
