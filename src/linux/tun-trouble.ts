/** Why a TUN device cannot be had, and what to do about it, each a phrase for one line. */
import { TUN_DEVICE } from './tun-file.ts';

export interface Trouble {
  readonly missing: string;
  readonly fix: string;
}

/** `code`: why /dev/net/tun could not be opened. */
export function deviceTrouble(code: string): Trouble {
  if (code === 'EACCES') {
    return {
      missing: `this user may not open ${TUN_DEVICE}`,
      fix: `run as root, or: sudo chmod 0666 ${TUN_DEVICE}`,
    };
  }
  if (code === 'EPERM') {
    return { missing: `this container may not open ${TUN_DEVICE}`, fix: `run it with --device ${TUN_DEVICE}` };
  }
  return {
    missing: `there is no ${TUN_DEVICE} (${code})`,
    fix: `sudo modprobe tun; in a container: run that with --device ${TUN_DEVICE}`,
  };
}

/** `code`: why the interface of that name could not be taken once /dev/net/tun was open. */
export function attachTrouble(name: string, code: string): Trouble {
  if (code === 'EBUSY') return { missing: `another program holds ${name}`, fix: 'end that, or choose another name' };
  if (code === 'EINVAL') {
    return { missing: `there is a ${name} already, and it is no TUN device`, fix: 'choose another name' };
  }
  return {
    missing: `this user may not take ${name} (${code})`,
    fix: `run as root, or: sudo ip tuntap add ${name} mode tun user "$USER" && sudo ip link set ${name} up`,
  };
}
