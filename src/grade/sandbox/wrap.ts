/**
 * The words that put a command into its sandbox: namespaces, an own user, limits, in this order, each by the tool for it.
 * Inside there are the system's programs to read, an empty /tmp, the submission's own folder, no network, and nobody else.
 */
import { lstatSync } from 'node:fs';
import type { Words } from '../../harness/keeper.ts';
import { type Limits, prlimitWords } from './limits.ts';
import type { Machine } from './machine.ts';
import { unshareWords } from './unshare.ts';
import { processesOf } from './users.ts';

/** What the submission finds itself in, where there are namespaces. */
export const INSIDE = '/submission';

export interface Enclosure {
  readonly machine: Machine;
  readonly limits: Limits;
  /** The submission's folder, to be written. */
  readonly folder: string;
  /** A folder that may be read, under its own name. */
  readonly given?: string | undefined;
  /** The network is ours already, and empty: a server there must be reached. */
  readonly sharesNetwork: boolean;
}

/** Of the system, to be read. */
export const SYSTEM: readonly string[] = ['/usr', '/etc', '/opt', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'];

export function wrap(command: Words, enclosure: Enclosure): Words {
  const { machine, limits } = enclosure;
  const others = machine.kind === 'none' && machine.user === undefined ? processesOf(process.getuid?.()) : 0;
  const last = [...dropWords(machine), ...(machine.prlimit ? prlimitWords(limits, others) : [])];
  switch (machine.kind) {
    case 'bwrap':
      return ['bwrap', ...bwrapWords(enclosure), ...last, ...command];
    case 'unshare':
      return unshareWords(enclosure, [...last, 'env', `--chdir=${INSIDE}`, ...command]);
    case 'none': {
      const [first, ...rest] = [...last, ...command];
      return [first!, ...rest];
    }
    default:
      return machine.kind satisfies never;
  }
}

/** Nothing that is root's is left, and nothing can bring it back. */
function dropWords({ user, kind }: Machine): string[] {
  const caps = ['--inh-caps=-all', '--bounding-set=-all', '--no-new-privs'];
  if (user !== undefined) return ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups', ...caps];
  return kind === 'unshare' ? ['setpriv', ...caps] : [];
}

function bwrapWords({ machine, folder, given, sharesNetwork }: Enclosure): string[] {
  return [
    ...['--unshare-ipc', '--unshare-pid', '--unshare-uts', '--unshare-cgroup-try', '--die-with-parent', '--new-session'],
    ...(sharesNetwork ? [] : ['--unshare-net']),
    ...(machine.user === undefined
      ? ['--unshare-user']
      : ['SETUID', 'SETGID', 'SETPCAP'].flatMap((capability) => ['--cap-add', `CAP_${capability}`])),
    ...SYSTEM.flatMap(systemWords),
    ...['--proc', '/proc', '--dev', '/dev', '--perms', '1777', '--size', String(TMP_SIZE), '--tmpfs', '/tmp'],
    ...['--bind', folder, INSIDE, '--chdir', INSIDE],
    ...(given === undefined ? [] : ['--ro-bind', given, given]),
  ];
}

/** Octets of /tmp. */
export const TMP_SIZE: number = 64 * 2 ** 20;

function systemWords(path: string): string[] {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  return found.isSymbolicLink() ? ['--symlink', `usr${path}`, path] : ['--ro-bind', path, path];
}
