/**
 * The words that put a command into its sandbox: namespaces, an own user, limits, in this order, each by the tool for it.
 * Inside there are the system's programs to read, an empty /tmp, the submission's own folder, no network, and nobody else.
 */
import { lstatSync } from 'node:fs';
import type { Words } from '../../harness/keeper.ts';
import { type Enclosure, INSIDE, SYSTEM, TMP_SIZE } from './enclosure.ts';
import { prlimitWords } from './limits.ts';
import type { Machine } from './machine.ts';
import { unshareWords } from './unshare.ts';
import { processesOf } from './users.ts';

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
    ...[
      '--unshare-ipc',
      '--unshare-pid',
      '--unshare-uts',
      '--unshare-cgroup-try',
      '--die-with-parent',
      '--new-session',
    ],
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

function systemWords(path: string): string[] {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  return found.isSymbolicLink() ? ['--symlink', `usr${path}`, path] : ['--ro-bind', path, path];
}
