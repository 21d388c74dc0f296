/**
 * Running again inside a user namespace, where whoever is not root may make network namespaces. A process with several
 * threads, as Node always is, cannot enter one, so unshare(1) makes it and starts Node anew.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { AssayError } from '../../../contract/assay-error.ts';
import { libc } from '../../../linux/libc.ts';

/** Makes a user namespace in which this user is root, and a network namespace that it may leave and come back to. */
export const USER_NAMESPACE = ['unshare', '-Urn'] as const;

/** Set in the process that was started anew, to the id of the one that did: it never starts yet another. */
const STARTER = 'ASSAY_USER_NAMESPACE_FOR';

/** Those that ask a process to end, and the one that tells it of a terminal's new size. */
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGWINCH'] as const;

export function isReexecuted(): boolean {
  return process.env[STARTER] !== undefined;
}

/**
 * Runs `argv` (as process.argv: Node, script, arguments) again with this process's input and output, and resolves to
 * its exit status; 128 and the signal's number when a signal ended it.
 *
 * @throws AssayError ERR_TARGET_UNAVAILABLE when unshare cannot be started
 */
export async function reexecInUserNamespace(argv: readonly string[]): Promise<number> {
  const [program, ...options] = USER_NAMESPACE;
  // A session of its own: Ctrl-C then reaches this process alone, and the other once, as all signals do.
  const child = spawn(program, [...options, process.execPath, ...process.execArgv, ...argv.slice(1)], {
    stdio: 'inherit',
    detached: true,
    env: { ...process.env, [STARTER]: String(process.pid) },
  });
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of PASSED_ON) process.on(signal, pass);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', (cause) => {
        reject(new AssayError('ERR_TARGET_UNAVAILABLE', `${program} cannot be started: ${cause.message}`, { cause }));
      });
      child.once('exit', (status, signal) => resolve(status ?? 128 + constants.signals[signal!]));
    });
  } finally {
    for (const signal of PASSED_ON) process.off(signal, pass);
  }
}

/** In a process that was started anew: ends it when its starter is killed, which can pass nothing on then. */
export function endWithStarter(): void {
  const starter = process.env[STARTER];
  if (starter === undefined) return;
  libc().dieWithParent();
  if (String(process.ppid) !== starter) process.exit(128 + constants.signals.SIGKILL);
}
