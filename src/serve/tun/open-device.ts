/** A TUN device for the reference: opened or made, started, and told no more of the kernel's side than was asked for. */
import { AssayError } from '../../contract/assay-error.ts';
import { configure, describe, lengthenQueue } from '../../linux/interfaces.ts';
import { type Libc, libc } from '../../linux/libc.ts';
import { SystemCallError } from '../../linux/system-call.ts';
import { openTun, type TunFile } from '../../linux/tun-file.ts';
import { attachTrouble, deviceTrouble } from '../../linux/tun-trouble.ts';
import type { TunInterface } from './plan.ts';

export interface OpenDevice {
  readonly file: TunFile;
  readonly mtu: number;
}

/** @throws AssayError ERR_TARGET_UNAVAILABLE */
export function openDevice({ name, peer }: TunInterface, mtu: number | undefined): OpenDevice {
  if (process.platform !== 'linux') {
    throw unavailable(`a TUN device needs Linux, and this is ${process.platform}; run it in a Linux virtual machine`);
  }
  const calls = libc();
  const file = opened(calls, name);
  try {
    const before = describe(calls, name);
    if (!before.isUp) lengthenQueue(calls, name);
    configure(calls, name, { ...peer, mtu });
    return { file, mtu: describe(calls, name).mtu };
  } catch (cause) {
    file.close();
    if (!(cause instanceof SystemCallError)) throw cause;
    throw unavailable(`${name} could not be set up (${cause.message}); run as root, and look at the addresses`, cause);
  }
}

function opened(calls: Libc, name: string): TunFile {
  try {
    return openTun(calls, name);
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    const { missing, fix } = cause instanceof SystemCallError ? attachTrouble(name, code) : deviceTrouble(code);
    throw unavailable(`${missing}; ${fix}`, cause);
  }
}

function unavailable(text: string, cause?: unknown): AssayError {
  return new AssayError('ERR_TARGET_UNAVAILABLE', `serve: ${text}`, { cause });
}
