/** A server that we start, reached through sockets. What it is asked when it has come up is for a kit to say. */
import type { TargetInfo } from '../../../generated/meta/report.ts';
import type { Words } from '../../keeper.ts';
import type { SocketsSurface } from '../../surface.ts';
import type { Parameters, Target } from '../../target.ts';
import { ServerLives } from '../server-lives.ts';
import { type Listens, ServerProcess } from '../server-process.ts';
import { SocketsSeat } from './seat.ts';

export interface StartedServer {
  readonly spec: string;
  readonly words: Words;
  readonly protocols: readonly string[];
  readonly parameters: Parameters;
  /** Microseconds. */
  readonly hangLimit: number;
  readonly listens: Listens;
  /** What it is called, and what it offers. */
  readonly greet: (surface: SocketsSurface) => Promise<Pick<TargetInfo, 'name' | 'version' | 'capabilities'>>;
}

/** Milliseconds that it may take to serve: a compiler may come first. */
const START_LIMIT = 60_000;
const CONCURRENCY = 4;

/** @throws IutFault iut-start, and what `greet` throws */
export async function startedSocketsTarget(server: StartedServer): Promise<Target> {
  const { spec, words, protocols, parameters, hangLimit, listens } = server;
  const lives = new ServerLives(() => ServerProcess.start(words, process.cwd(), START_LIMIT, { listens }));
  const sit = async (): Promise<SocketsSeat> => {
    const life = await lives.running();
    const { host: address, port } = life.place;
    const isThere = async (): Promise<boolean> => life.isAlive;
    return new SocketsSeat({ served: { address, port }, hangLimit, isThere, life: life.enter() });
  };
  try {
    const seat = await sit();
    const found = await server.greet(await seat.surface('sockets')).finally(() => seat.leave());
    const info: TargetInfo = { spec, ...found, clock: 'real' };
    return {
      info,
      roles: ['server'],
      protocols,
      parameters,
      concurrency: CONCURRENCY,
      hangLimit,
      seat: sit,
      close: () => lives.close(),
    };
  } catch (thrown) {
    await lives.close();
    throw thrown;
  }
}
