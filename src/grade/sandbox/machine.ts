/** What this machine can isolate, tried once: by bubblewrap where it is installed and works, else by unshare, else not. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { freeUser } from './users.ts';

export interface Machine {
  readonly kind: 'bwrap' | 'unshare' | 'none';
  /** The user that submissions run as; ours when not given. */
  readonly user: number | undefined;
  readonly prlimit: boolean;
  /** What cannot be isolated here, one phrase each. */
  readonly lacking: readonly string[];
}

const TRY = { stdio: 'ignore', timeout: 20_000 } as const;

/** @param only tries nothing else, for tests */
export function lookAtMachine(only?: Machine['kind']): Machine {
  const user = isRoot() ? freeUser() : undefined;
  const kind = (['bwrap', 'unshare'] as const).find((each) => (only ?? each) === each && works(each, user)) ?? 'none';
  const prlimit = runs('prlimit', '--core=0', 'true');
  const lacking: string[] = [];
  if (kind === 'none') {
    lacking.push('network, processes and files (neither bwrap nor unshare works here)');
    if (user === undefined) lacking.push('the user (it is not root that grades, so submissions run as who does)');
  }
  if (!prlimit) lacking.push('CPU time, claimed memory, processes and file size (there is no prlimit)');
  if (!existsSync('/proc/self/stat')) lacking.push('memory in use (there is no /proc)');
  return { kind, user, prlimit, lacking };
}

/** In a namespace where one is only called root, there are no other users. */
function isRoot(): boolean {
  if (process.getuid?.() !== 0) return false;
  const [, , count] = /^\s*(\d+)\s+(\d+)\s+(\d+)/.exec(readFileSync('/proc/self/uid_map', 'utf8'))?.slice(1) ?? [];
  return Number(count) > 65_536 && runs('setpriv', '--reuid=65534', '--clear-groups', 'true');
}

function works(kind: 'bwrap' | 'unshare', user: number | undefined): boolean {
  const alone = user === undefined;
  if (kind === 'unshare') {
    const words = [
      '--mount',
      '--pid',
      '--fork',
      '--kill-child',
      '--net',
      '--ipc',
      'mount',
      '-t',
      'proc',
      'proc',
      '/proc',
    ];
    return (
      runs('unshare', ...(alone ? ['--user', '--map-root-user'] : []), ...words) && runs('pivot_root', '--version')
    );
  }
  const space = ['--unshare-pid', '--unshare-net', ...(alone ? ['--unshare-user'] : [])];
  return runs('bwrap', ...space, '--ro-bind', '/', '/', '--proc', '/proc', '--dev', '/dev', 'true');
}

function runs(program: string, ...args: string[]): boolean {
  const env = { PATH: SYSTEM_PATH };
  return spawnSync(program, args, { ...TRY, env }).status === 0;
}

/** Of us and of submissions alike, and no more of our environment than this. */
export const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
