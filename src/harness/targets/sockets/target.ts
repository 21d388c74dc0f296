/** A server that runs, reached through sockets: what speaks to it, and what it is asked first, is for a kit to say. */
import type { TargetInfo } from '../../../generated/meta/report.ts';
import type { TransportAddress } from '../../surface.ts';
import type { Parameters, Target } from '../../target.ts';
import { SocketsSeat } from './seat.ts';

export interface SocketsServer {
  readonly info: TargetInfo;
  readonly protocols: readonly string[];
  readonly parameters: Parameters;
  readonly served: TransportAddress;
  /** Microseconds. */
  readonly hangLimit: number;
  readonly isThere: () => Promise<boolean>;
}

/** Enough to hide the time on the way; a server that is not ours is not overrun. */
const CONCURRENCY = 4;

export function socketsTarget(server: SocketsServer): Target {
  const { info, protocols, parameters, served, hangLimit, isThere } = server;
  return {
    info,
    roles: ['server'],
    protocols,
    parameters,
    concurrency: CONCURRENCY,
    hangLimit,
    seat: async () => new SocketsSeat({ served, hangLimit, isThere }),
    close: async () => {},
  };
}
