/**
 * Whether the kernel target can run here, and if not, what is missing and what to do about it, in one line. Finds out by
 * trying; asks the system's settings only to explain a refusal.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync } from 'node:fs';
import { configure } from '../../../linux/interfaces.ts';
import { libc } from '../../../linux/libc.ts';
import { TUN_DEVICE } from '../../../linux/tun-file.ts';
import { deviceTrouble } from '../../../linux/tun-trouble.ts';
import { NetworkNamespace } from './namespace.ts';
import { isReexecuted, USER_NAMESPACE } from './reexec.ts';
import { applySysctls } from './sysctls.ts';

export type KernelNeeds =
  | { readonly ok: true }
  | { readonly ok: false; readonly missing: string; readonly fix: string }
  /** Not this process, but one that this command starts (reexecInUserNamespace does). */
  | { readonly reexec: readonly string[] };

export interface Refusal {
  /** EPERM and the like, or what a program said. */
  readonly code: string;
  readonly message: string;
}

/** What can be tried on a machine; each gives undefined when it works. */
export interface Machine {
  readonly platform: string;
  readonly reexecuted: boolean;
  readonly systemCalls: () => Refusal | undefined;
  readonly tunDevice: () => Refusal | undefined;
  readonly namespace: () => Refusal | undefined;
  readonly userNamespace: () => Refusal | undefined;
  /** The setting's value, or undefined when there is none of that name. */
  readonly sysctl: (name: string) => string | undefined;
}

export function kernelNeeds(): KernelNeeds {
  return diagnose(thisMachine);
}

export function diagnose(machine: Machine): KernelNeeds {
  if (machine.platform !== 'linux') {
    return lacking(`it needs Linux, and this is ${machine.platform}`, 'run it in a Linux virtual machine');
  }
  const calls = machine.systemCalls();
  if (calls !== undefined) {
    return lacking(
      `koffi does not load here (${calls.message})`,
      'npm install, on a system that koffi has a build for',
    );
  }
  const device = machine.tunDevice();
  if (device !== undefined) return { ok: false, ...deviceTrouble(device.code) };
  const refused = machine.namespace();
  if (refused === undefined) return { ok: true };
  if (refused.code === 'EROFS') {
    return lacking(`/proc/sys is read-only (${refused.message})`, 'in a container: run that with --privileged');
  }
  if (refused.code !== 'EPERM' && refused.code !== 'EACCES') {
    return lacking(`no network namespace could be set up (${refused.message})`, AS_ROOT);
  }
  if (machine.reexecuted) return lacking(`even a user namespace has not the rights (${refused.message})`, AS_ROOT);
  const user = machine.userNamespace();
  return user === undefined ? { reexec: USER_NAMESPACE } : lackingUserNamespace(user, machine);
}

const AS_ROOT = 'run as root; in a container: run that with --privileged';

function lacking(missing: string, fix: string): KernelNeeds {
  return { ok: false, missing, fix };
}

/** Settings that forbid user namespaces to those who are not root, the value that does, and one that does not. */
const FORBIDDING = [
  { name: 'kernel.unprivileged_userns_clone', forbids: '0', allows: '1' },
  { name: 'kernel.apparmor_restrict_unprivileged_userns', forbids: '1', allows: '0' },
  { name: 'user.max_user_namespaces', forbids: '0', allows: '10000' },
  { name: 'user.max_net_namespaces', forbids: '0', allows: '10000' },
] as const;

function lackingUserNamespace({ code, message }: Refusal, { sysctl }: Machine): KernelNeeds {
  if (code === 'ENOENT') {
    return lacking('without root it needs the command unshare', 'run as root, or: sudo apt-get install util-linux');
  }
  const found = FORBIDDING.find(({ name, forbids }) => sysctl(name) === forbids);
  if (found === undefined) return lacking(`user namespaces are refused here (${message})`, AS_ROOT);
  return lacking(
    `${found.name} = ${found.forbids} forbids user namespaces to this user`,
    `run as root, or: sudo sysctl ${found.name}=${found.allows}`,
  );
}

const thisMachine: Machine = {
  platform: process.platform,
  get reexecuted() {
    return isReexecuted();
  },
  systemCalls: () => tried(libc),
  tunDevice: () => tried(() => closeSync(openSync(TUN_DEVICE, constants.O_RDWR | constants.O_NONBLOCK))),
  namespace: () => tried(tryNamespace),
  userNamespace: () => {
    const [program, ...options] = USER_NAMESPACE;
    const { status, stderr, error } = spawnSync(program, [...options, 'true'], { encoding: 'utf8' });
    if (error !== undefined) return refusal(error);
    return status === 0 ? undefined : { code: `status ${status}`, message: firstLine(stderr) };
  },
  sysctl: (name) => {
    try {
      return readFileSync(`/proc/sys/${name.replaceAll('.', '/')}`, 'utf8').trim();
    } catch {
      return undefined;
    }
  },
};

/** All that needs a right, but for the TUN devices: the kernel takes 50 milliseconds to remove those. */
function tryNamespace(): void {
  const calls = libc();
  const namespace = new NetworkNamespace(calls);
  try {
    namespace.within(() => {
      applySysctls([], { role: 'router', sourceRoutes: true });
      configure(calls, 'lo');
    });
  } finally {
    namespace.close();
  }
}

function tried(what: () => unknown): Refusal | undefined {
  try {
    what();
    return undefined;
  } catch (fault) {
    return refusal(fault as NodeJS.ErrnoException);
  }
}

function refusal({ code = 'unknown', message }: NodeJS.ErrnoException): Refusal {
  return { code, message: firstLine(message) };
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
