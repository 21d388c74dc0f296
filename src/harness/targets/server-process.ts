/**
 * One life of a server that we start: a process in a group of its own, awaited until it accepts connections, killed with
 * all its children at the end. Never started again; that is for http-server.ts.
 */
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve as absolute } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Keeper, Words } from '../keeper.ts';
import { IutFault } from '../outcome.ts';
import { excerpt } from './excerpt.ts';
import { type Behind, greet } from './http-origin.ts';
import { ProcessGroup, type Surroundings } from './process-group.ts';
import { StderrTail } from './stderr-tail.ts';
import { NoConnection, type TcpPlace } from './tcp-exchange.ts';

/** Milliseconds: between two looks whether it accepts connections; to end after SIGTERM; for its last words to arrive. */
const LOOK = 20;
const TERM = 500;
const LAST_WORDS = 100;
/** Octets of standard error that are kept. */
const TAIL = 64 * 1024;
const HOST = '127.0.0.1';

/** Whether somebody serves at that place, by whatever protocol. */
export type Listens = (place: TcpPlace) => Promise<boolean>;

export class ServerProcess {
  readonly place: TcpPlace;
  readonly #group: ProcessGroup;
  readonly #stderr = new StderrTail(TAIL);
  readonly #exited: Promise<void>;
  /** Seats that have been taken in this life. */
  #seats = 0;
  #fate: string | undefined;
  #closing = false;

  readonly #listens: Listens;

  private constructor(words: Words, surroundings: Surroundings, place: TcpPlace, listens: Listens) {
    this.place = place;
    this.#listens = listens;
    this.#group = new ProcessGroup(words, surroundings);
    const { child } = this.#group;
    child.stdout.resume();
    child.stderr.on('data', (chunk: Buffer) => this.#stderr.push(chunk));
    child.stdin.on('error', () => {});
    this.#exited = new Promise((resolve) => {
      const end = (fate: string): void => {
        this.#fate ??= fate;
        resolve();
      };
      child.once('error', (cause: NodeJS.ErrnoException) => {
        end(cause.code === 'ENOENT' ? `there is no program ${words[0]}` : `cannot start ${words[0]}: ${cause.message}`);
      });
      child.once('exit', (status, signal) => {
        end(this.#group.end(status, signal).text);
        this.#group.signal('SIGKILL');
      });
    });
  }

  /**
   * @param limit milliseconds until it must accept connections
   * @throws IutFault iut-start
   */
  static async start(
    command: Words,
    root: string,
    limit: number,
    { keeper, listens = acceptsConnections }: { keeper?: Keeper | undefined; listens?: Listens } = {},
  ): Promise<ServerProcess> {
    const place = { host: HOST, port: await freePort() };
    const { words, cwd } = fillIn(command, place.port, root);
    const server = new ServerProcess(words, { cwd, keeper, given: root }, place, listens);
    try {
      await server.#accepting(limit);
      return server;
    } catch (fault) {
      await server.close();
      throw fault;
    }
  }

  /** As the field Host has it. */
  get host(): string {
    return `${this.place.host}:${this.place.port}`;
  }

  get isAlive(): boolean {
    return this.#fate === undefined;
  }

  /** A seat at this life of the server. */
  enter(): Behind {
    const since = this.#stderr.written;
    this.#seats += 1;
    let left: { readonly fault: IutFault | undefined } | undefined;
    return {
      stderr: () => this.#stderr.since(since),
      fault: () => (left === undefined ? this.#fault(since) : left.fault),
      leave: async (broken) => {
        if (left !== undefined) return;
        if (broken) await Promise.race([this.#exited, pause(LAST_WORDS)]);
        left = { fault: this.#fault(since) };
      },
    };
  }

  async close(): Promise<void> {
    this.#closing = true;
    if (this.#group.signal('SIGTERM')) await this.#group.gone(TERM);
    this.#group.signal('SIGKILL');
    await Promise.race([this.#exited, pause(TERM, undefined, { ref: false })]);
    const { stdin, stdout, stderr } = this.#group.child;
    for (const pipe of [stdin, stdout, stderr]) pipe.destroy();
  }

  async #accepting(limit: number): Promise<void> {
    const end = performance.now() + limit;
    for (;;) {
      const listens = await this.#listens(this.place);
      if (this.#fate !== undefined) {
        await pause(LAST_WORDS);
        throw new IutFault('iut-start', `did not start: ${this.#fate}${this.#lastWords()}`, {
          stderr: this.#stderr.since(0),
        });
      }
      if (listens) return;
      if (performance.now() > end) {
        const text = `did not start: nothing listens on ${HOST}:${this.place.port} after ${limit / 1000} s`;
        throw new IutFault('iut-start', text + this.#lastWords(), { stderr: this.#stderr.since(0) });
      }
      await Promise.race([this.#exited, pause(LOOK)]);
    }
  }

  #fault(since: number): IutFault | undefined {
    if (this.#fate === undefined || this.#closing) return undefined;
    const stderr = this.#stderr.since(since);
    return new IutFault('iut-exited', `${this.#fate}${this.#lastWords()}`, { stderr, shared: this.#seats > 1 });
  }

  #lastWords(): string {
    const words = this.#stderr.tellingLine(0);
    return words === undefined ? '' : `; its last words: ${excerpt(words)}`;
  }
}

/** Whether it accepts connections; nothing more is asked of it here. */
async function acceptsConnections(place: TcpPlace): Promise<boolean> {
  try {
    await greet(place, `${place.host}:${place.port}`, '/hello.txt');
    return true;
  } catch (thrown) {
    // Whoever sends too much has accepted a connection.
    return !(thrown instanceof NoConnection);
  }
}

/**
 * {port} and {root} filled in. A server that is not told the root finds it as its working directory; files of ours that
 * its command names are then named from where we are.
 */
export function fillIn(command: Words, port: number, root: string): { readonly words: Words; readonly cwd: string } {
  const told = command.some((word) => word.includes('{root}'));
  const fill = (word: string): string => word.replaceAll('{port}', String(port)).replaceAll('{root}', root);
  const find = (word: string): string =>
    !told && existsSync(word) && statSync(word).isFile() ? absolute(word) : fill(word);
  const [program, ...args] = command;
  return { words: [find(program), ...args.map(find)], cwd: told ? process.cwd() : root };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, HOST, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
