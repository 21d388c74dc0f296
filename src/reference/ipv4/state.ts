/** What a host holds while it runs. One a host; the functions around it take it as their first argument. */
import { random } from '../../net/random.ts';
import { isDirectedBroadcast, isSingleHost, LIMITED_BROADCAST } from './address.ts';
import type { HostConfig, InterfaceConfig, Transfer } from './config.ts';
import type { Datagram } from './datagram.ts';
import { PathMtu } from './path-mtu.ts';
import { Reassembly } from './reassembly.ts';
import { type FindRoute, routes } from './routes.ts';

/** An ICMP error about a datagram that this host sent, as far as it quotes it. */
export interface ReportedProblem {
  readonly type: number;
  readonly code: number;
  readonly pointer: number;
  /** Of the quoted header. */
  readonly source: number;
  readonly destination: number;
  /** What is quoted of its data. */
  readonly data: Uint8Array;
}

/** A protocol above, by its number. Times in microseconds. */
export interface Transport {
  readonly protocol: number;
  /** A whole datagram for this host. */
  receive(state: HostState, datagram: Datagram, now: number): readonly Transfer[];
  /** RFC1122-ICMP-3: told by the protocol number in the quoted header. */
  problem?(state: HostState, problem: ReportedProblem, now: number): readonly Transfer[];
  /** When it wants to be woken at the latest, and what it does then. */
  readonly wakeAt?: number | undefined;
  wake?(state: HostState, now: number): readonly Transfer[];
}

export interface HostState {
  readonly role: HostConfig['role'];
  readonly interfaces: readonly InterfaceConfig[];
  readonly findRoute: FindRoute;
  readonly sourceRoutes: boolean;
  readonly reassembly: Reassembly;
  readonly pathMtu: PathMtu;
  readonly transports: ReadonlyMap<number, Transport>;
  /** The identification of the next datagram that it originates (RFC 6864 section 4.3). */
  nextIdentification: number;
}

export function openState(config: HostConfig, transports: readonly Transport[]): HostState {
  return {
    role: config.role,
    interfaces: config.interfaces,
    findRoute: routes(config),
    sourceRoutes: config.sourceRoutes ?? false,
    reassembly: new Reassembly(),
    pathMtu: new PathMtu(),
    transports: new Map(transports.map((transport) => [transport.protocol, transport])),
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

/** Whether an address may be that of one host that can be reached from here. */
export function isUnicast(state: HostState, address: number): boolean {
  return isSingleHost(address) && !isBroadcast(state, address);
}

/** The address that answers for the host: the one that was asked, or that of the interface by which it was asked. */
export function answering(state: HostState, { header, interface: port }: Datagram): number {
  return isOwn(state, header.destination) ? header.destination : state.interfaces[port]!.address;
}

/** An identification that was not used for the 65535 datagrams before. */
export function identify(state: HostState): number {
  const identification = state.nextIdentification;
  state.nextIdentification = (identification + 1) & 0xffff;
  return identification;
}
