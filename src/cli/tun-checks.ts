/** What `assay doctor` says of TUN devices: to be served on, and to be judged at. Leaves no device behind. */
import { closeSync, constants, openSync } from 'node:fs';
import { libc } from '../linux/libc.ts';
import type { SystemCallError } from '../linux/system-call.ts';
import { TUN_DEVICE } from '../linux/tun-file.ts';
import { deviceTrouble } from '../linux/tun-trouble.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly text: string;
}

export function tunChecks(): Check[] {
  if (process.platform !== 'linux') {
    return ['serve --tun', 'tun target'].map((name) => ({ name, ok: false, text: 'it needs Linux' }));
  }
  return [serving(), judging()];
}

function serving(): Check {
  const name = 'serve --tun';
  try {
    closeSync(openSync(TUN_DEVICE, constants.O_RDWR | constants.O_NONBLOCK));
    return { name, ok: true, text: `${TUN_DEVICE} opens; to make a device there, be root, or root of a namespace` };
  } catch (cause) {
    const { missing, fix } = deviceTrouble((cause as NodeJS.ErrnoException).code ?? String(cause));
    return { name, ok: false, text: `${missing}; ${fix}` };
  }
}

function judging(): Check {
  const name = 'tun target';
  try {
    closeSync(libc().packetSocket());
    return { name, ok: true, text: "a packet socket opens; run it in the stack's network namespace" };
  } catch (cause) {
    const { code, message } = cause as SystemCallError;
    if (code !== 'EPERM') return { name, ok: false, text: `no packet socket (${message.split('\n')[0]})` };
    return { name, ok: false, text: 'this user may not open a packet socket; run as root, or with CAP_NET_RAW' };
  }
}
