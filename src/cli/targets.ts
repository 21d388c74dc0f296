/** The kinds of target that this build knows, each loaded only when it is named. */
import { AssayError } from '../contract/assay-error.ts';
import { IutFault } from '../harness/outcome.ts';
import type { Target, TargetKind, TargetOptions } from '../harness/target.ts';
import { deadTarget } from '../harness/targets/dead-target.ts';

interface KnownKind {
  /** `kernel`, or `exec:` with a colon when something follows. */
  readonly scheme: string;
  /** One line for --help. */
  readonly usage: string;
  load(): Promise<TargetKind>;
}

const targetKinds: readonly KnownKind[] = [
  {
    scheme: 'reference',
    usage: 'reference  our own implementation, in process (the default)',
    load: async () => (await import('./reference-target.ts')).referenceKind,
  },
  {
    scheme: 'exec:',
    usage: 'exec:COMMAND  an adapter that speaks JSON lines on stdin and stdout',
    load: async () => (await import('../harness/targets/exec.ts')).execKind,
  },
  {
    scheme: 'kernel',
    usage: "kernel  this machine's own IP stack, in a namespace of its own (Linux)",
    load: async () => (await import('../harness/targets/kernel/index.ts')).kernelKind,
  },
  {
    scheme: 'packets:',
    usage: 'packets:COMMAND  a user-space IP stack: [u16 big-endian length][IPv4 datagram]... on stdin and stdout',
    load: async () => (await import('../harness/targets/packets/target.ts')).packetsKind,
  },
  {
    scheme: 'tun:',
    usage:
      'tun:NAME  a host with address 198.18.0.1/17 that runs on the TUN device NAME of this network namespace (Linux)',
    load: async () => (await import('../harness/targets/tun/target.ts')).tunKind,
  },
  {
    scheme: 'http:',
    usage: 'http://HOST:PORT[/PATH]  an origin server that runs, and something that it serves',
    load: async () => (await import('../harness/targets/http.ts')).httpKind,
  },
  {
    scheme: 'http-server:',
    usage: 'http-server:COMMAND  an origin server that we start; {port} and {root} are filled in',
    load: async () => (await import('../harness/targets/http-server.ts')).httpServerKind,
  },
  {
    scheme: 'http-client:',
    usage: 'http-client:COMMAND  a client that is run against an origin of ours; {url} is filled in',
    load: async () => (await import('../harness/targets/http-client.ts')).httpClientKind,
  },
  {
    scheme: 'http-proxy:',
    usage:
      'http-proxy:COMMAND  what stands between client and server, on {port}; a gateway when it is told the {origin}',
    load: async () => (await import('../harness/targets/http-proxy.ts')).httpProxyKind,
  },
  {
    scheme: 'relay:',
    usage: 'relay:HOST:PORT/KEY  a node of HPR/1 that runs, and the key that it has',
    load: async () => (await import('./relay-target.ts')).relayKind,
  },
  {
    scheme: 'turn:',
    usage: 'turn://USER:PASS@HOST:PORT[?transport=tcp]  a STUN and TURN server that runs',
    load: async () => (await import('./turn-target.ts')).turnKind,
  },
  {
    scheme: 'turn-server:',
    usage: 'turn-server:COMMAND  a STUN and TURN server that we start; {port}, {user} and {password} are filled in',
    load: async () => (await import('./turn-server-target.ts')).turnServerKind,
  },
  {
    scheme: 'turn-client:',
    usage:
      'turn-client:COMMAND  a TURN client that is run against a server of ours; {url}, {user} and {pass} are filled in',
    load: async () => (await import('./turn-client-target.ts')).turnClientKind,
  },
];

export const targetHelp: string = targetKinds.map(({ usage }) => `  ${usage}`).join('\n');

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
    return await kind.attach(spec.slice(known.scheme.length), options);
  } catch (fault) {
    if (fault instanceof IutFault) return deadTarget(spec, fault);
    throw fault;
  }
}
