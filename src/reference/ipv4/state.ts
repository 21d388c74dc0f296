/** What a host holds while it runs. One a host; the functions around it take it as their first argument. */
import { random } from '../../net/random.ts';
import { isDirectedBroadcast, LIMITED_BROADCAST } from './address.ts';
import type { HostConfig, InterfaceConfig } from './config.ts';
import { Reassembly } from './reassembly.ts';
import { type FindRoute, routes } from './routes.ts';

export interface HostState {
  readonly role: HostConfig['role'];
  readonly interfaces: readonly InterfaceConfig[];
  readonly findRoute: FindRoute;
  readonly reassembly: Reassembly;
  /** The identification of the next datagram that it originates (RFC 6864 section 4.3). */
  nextIdentification: number;
}

export function openState(config: HostConfig): HostState {
  return {
    role: config.role,
    interfaces: config.interfaces,
    findRoute: routes(config),
    reassembly: new Reassembly(),
    nextIdentification: random(config.seed).below(0x10000),
  };
}

export function isOwn(state: HostState, address: number): boolean {
  return state.interfaces.some((each) => each.address === address);
}

/** Limited, or directed to a network that the host is connected to. */
export function isBroadcast(state: HostState, address: number): boolean {
  if (address === LIMITED_BROADCAST) return true;
  return state.interfaces.some((each) => isDirectedBroadcast(address, each.address, each.prefix));
}

/** An identification that was not used for the 65535 datagrams before. */
export function identify(state: HostState): number {
  const identification = state.nextIdentification;
  state.nextIdentification = (identification + 1) & 0xffff;
  return identification;
}
