/**
 * `http-proxy:COMMAND`: what stands between client and server, started on a free port, with the tester on both sides. A
 * command that is told the {origin} is a gateway in front of it; one that is not is a proxy to wherever a request says.
 */
import { AssayError } from '../../contract/assay-error.ts';
import type { TargetInfo } from '../../generated/meta/report.ts';
import type { Words } from '../keeper.ts';
import type { Parameters, Seat, Target, TargetKind } from '../target.ts';
import { HANG_LIMIT } from './http-origin.ts';
import { ServerProcess } from './server-process.ts';
import { placesIn } from './streams/errand-command.ts';
import { EventLine } from './streams/event-line.ts';
import { MiddleSeat } from './streams/middle-seat.ts';
import { TcpEnds } from './streams/tcp-ends.ts';
import { splitWords } from './words.ts';

/** Milliseconds that it may take to accept connections. */
const START_LIMIT = 10_000;
/** What its first request is answered with: who stands in front may look whether anybody is behind. */
const GREETING = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');

export const httpProxyKind: TargetKind = {
  /** @throws AssayError ERR_USAGE for a command that is none, IutFault iut-start for one that does not start */
  attach: async (command, { hangLimit = HANG_LIMIT, keeper }) => {
    const spec = `http-proxy:${command}`;
    const words = splitWords(command);
    if (!placesIn(words).has('port')) {
      throw new AssayError('ERR_USAGE', `--target ${spec}: {port} must stand where the port belongs`);
    }
    const line = new EventLine();
    const ends = await TcpEnds.listen(line);
    const greeting = greet(line, ends);
    const [program, ...args] = words.map((word) => word.replaceAll('{origin}', ends.authority));
    const starting = ServerProcess.start([program ?? '', ...args], process.cwd(), START_LIMIT, { keeper });
    try {
      const server = await Promise.race([starting, greeting.over.then(() => starting)]);
      return new MiddleTarget(spec, words, server, ends, hangLimit);
    } catch (fault) {
      ends.close();
      const [started] = await Promise.allSettled([starting]);
      if (started.status === 'fulfilled') await started.value.close();
      throw fault;
    } finally {
      greeting.stop();
    }
  },
};

/** Answers whoever asks the origin, until it is stopped; `over` rejects with an IutFault of the one that asks. */
function greet(line: EventLine, ends: TcpEnds): { readonly over: Promise<void>; stop(): void } {
  let isOver = false;
  const answer = async (): Promise<void> => {
    while (!isOver) {
      const event = await line.next(100_000);
      if (event?.kind !== 'octets' || isOver) continue;
      await ends.send(event.connection, GREETING);
      await ends.finish(event.connection);
    }
  };
  return {
    over: answer(),
    stop: () => {
      isOver = true;
    },
  };
}

class MiddleTarget implements Target {
  readonly info: TargetInfo;
  readonly roles: readonly string[];
  readonly protocols = ['http'];
  readonly parameters: Parameters;
  /** The connections that it makes do not say for which scenario. */
  readonly concurrency = 1;
  readonly hangLimit: number;
  readonly #server: ServerProcess;
  readonly #ends: TcpEnds;

  constructor(spec: string, words: Words, server: ServerProcess, ends: TcpEnds, hangLimit: number) {
    const part = placesIn(words).has('origin') ? 'gateway' : 'proxy';
    const name = /([^/\\]+?)(?:\.[a-z]+)?$/.exec(words[0])?.[1] ?? words[0];
    const capabilities = ['http.intermediary', `http.${part}`, 'http.clock'];
    this.info = { spec, name, capabilities, clock: 'real' };
    this.roles = ['intermediary', part];
    this.parameters = { 'http.intermediary': part };
    this.hangLimit = hangLimit;
    this.#server = server;
    this.#ends = ends;
  }

  async seat(): Promise<Seat> {
    return new MiddleSeat(this.#server.place, this.#server.enter(), this.#ends);
  }

  async close(): Promise<void> {
    await this.#server.close();
    this.#ends.close();
  }
}
