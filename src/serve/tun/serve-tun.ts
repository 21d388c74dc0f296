/** `assay serve --tun`: the reference host or router, live on TUN devices until it is told to end. */
import { randomInt } from 'node:crypto';
import { AssayError } from '../../contract/assay-error.ts';
import { SystemCallError } from '../../linux/system-call.ts';
import { type HostConfig, host } from '../../reference/ipv4/index.ts';
import { parseDotted } from '../../wire/runtime/address.ts';
import { above } from '../transports.ts';
import { LiveHost } from './live-host.ts';
import { type OpenDevice, openDevice } from './open-device.ts';
import type { Network, TunInterface, TunPlan } from './plan.ts';

/**
 * Resolves when `ended` does; the devices that it made are gone then.
 *
 * @param announce told in one line what is served once it is
 * @throws AssayError ERR_TARGET_UNAVAILABLE without a device, or when one is taken away
 */
export async function serveTun(
  plan: TunPlan,
  announce: (line: string) => void,
  ended: Promise<unknown>,
): Promise<void> {
  const devices = openAll(plan);
  const live = new LiveHost(
    host(configOf(plan, devices), above(randomInt(2 ** 32), performance.timeOrigin).transports),
    devices.map(({ file }) => file),
  );
  try {
    announce(lineOf(plan, devices));
    await Promise.race([ended, live.failed]);
  } catch (cause) {
    if (!(cause instanceof SystemCallError)) throw cause;
    throw new AssayError('ERR_TARGET_UNAVAILABLE', `serve: a device was taken away (${cause.message})`, { cause });
  } finally {
    live.close();
  }
}

function openAll({ interfaces, mtu }: TunPlan): OpenDevice[] {
  const devices: OpenDevice[] = [];
  try {
    for (const each of interfaces) devices.push(openDevice(each, mtu));
  } catch (fault) {
    for (const { file } of devices) file.close();
    throw fault;
  }
  return devices;
}

/** A host finds everybody by its first interface; a router knows the networks that it is in. */
function configOf({ role, interfaces }: TunPlan, devices: readonly OpenDevice[]): HostConfig {
  return {
    seed: randomInt(2 ** 32),
    role,
    interfaces: interfaces.map(({ own }, at) => ({
      address: parseDotted(own.address)!,
      prefix: own.prefix,
      mtu: devices[at]!.mtu,
    })),
    routes: role === 'host' ? [{ destination: 0, prefix: 0, interface: 0 }] : [],
  };
}

function lineOf({ role, interfaces }: TunPlan, devices: readonly OpenDevice[]): string {
  const places = interfaces.map(({ name, own }, at) => `${text(own)} on ${name} (MTU ${devices[at]!.mtu})`);
  return `${role} ${places.join(', ')}; try: ${tryOut(interfaces[0]!)}; Ctrl-C ends it`;
}

function tryOut({ name, own, peer }: TunInterface): string {
  const ping = `ping ${own.address}`;
  return peer === undefined ? `ip address add NEIGHBOUR/${own.prefix} dev ${name} && ${ping}` : ping;
}

function text({ address, prefix }: Network): string {
  return `${address}/${prefix}`;
}
