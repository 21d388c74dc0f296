/** A server that runs, reached through sockets: what speaks to it, and what it is asked first, is for a kit to say. */
import type { TargetInfo } from '../../../generated/meta/report.ts';
import { IutFault } from '../../outcome.ts';
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
  let gone = false;
  return {
    info,
    roles: ['server'],
    protocols,
    parameters,
    concurrency: CONCURRENCY,
    hangLimit,
    seat: async () => {
      if (gone) throw new IutFault('iut-start', `nobody answers at ${served.address}:${served.port} any more`);
      const look = async (): Promise<boolean> => {
        const found = await isThere();
        gone = !found;
        return found;
      };
      return new SocketsSeat({ served, hangLimit, isThere: look });
    },
    close: async () => {},
  };
}
