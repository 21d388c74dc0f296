/** A node that runs, reached through sockets; what is known of it, and what it offers, is for a kit to find out. */
import type { TargetInfo } from '../../../generated/meta/report.ts';
import { Unsupported } from '../../outcome.ts';
import type { NodesSurface, Surfaces, TesterSocket } from '../../surface.ts';
import type { Seat, Target } from '../../target.ts';
import type { RunningNode } from '../../world/world.ts';
import { SocketsSeat } from '../sockets/seat.ts';
import { LiveWorld } from './live-world.ts';

export interface LiveNode {
  readonly info: TargetInfo;
  readonly protocols: readonly string[];
  readonly running: RunningNode;
  /** Microseconds. */
  readonly hangLimit: number;
  readonly isThere: () => Promise<boolean>;
}

/** Scenarios wait most of their time; a node that is not ours is not overrun. */
const CONCURRENCY = 8;

export function liveNodeTarget(node: LiveNode): Target {
  const { info, protocols, running, hangLimit, isThere } = node;
  const ports = new Set<number>();
  return {
    info,
    roles: 'any',
    protocols,
    parameters: {},
    concurrency: CONCURRENCY,
    hangLimit,
    seat: async () =>
      new LiveNodeSeat(running, new SocketsSeat({ served: running.endpoint, hangLimit, isThere }), ports),
    close: async () => {},
  };
}

export class LiveNodeSeat implements Seat {
  readonly #sockets: SocketsSeat;
  readonly #nodes: NodesSurface;

  /** `ports`: those that other seats have had, for a node may go on sending there. */
  constructor(running: RunningNode, sockets: SocketsSeat, ports = new Set<number>()) {
    this.#sockets = sockets;
    const again = (): never => {
      throw new Unsupported('a second world');
    };
    this.#nodes = { world: new LiveWorld(running, (host) => freshSocket(sockets, host, ports)), again };
  }

  async surface<Name extends keyof Surfaces>(name: Name): Promise<Surfaces[Name]> {
    if (name !== 'nodes') throw new Unsupported(`the surface ${name}`);
    return this.#nodes as NodesSurface as Surfaces[Name];
  }

  stderr(): string {
    return '';
  }

  fault() {
    return this.#sockets.fault();
  }

  leave(): Promise<void> {
    return this.#sockets.leave();
  }
}

/** At a port that no seat has had; at the tester's first address where it has no others. */
async function freshSocket(sockets: SocketsSeat, host: number, ports: Set<number>): Promise<TesterSocket> {
  const open = (): Promise<TesterSocket> =>
    sockets.datagrams(host).catch((thrown: unknown) => {
      if (host === 0 || !(thrown instanceof Unsupported)) throw thrown;
      return sockets.datagrams(0);
    });
  let socket = await open();
  // Each that was refused stays open until the seat is left, so that the next one is another.
  while (ports.has(socket.local.port)) socket = await open();
  ports.add(socket.local.port);
  return socket;
}
