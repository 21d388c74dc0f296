/**
 * `http-server:COMMAND`: an origin server that we start, on a free port of 127.0.0.1 and with a document root of ours. A
 * server that ends is started again for the next seat; one that fails to start thrice in a row is not.
 */
import { AssayError } from '../../contract/assay-error.ts';
import type { TargetInfo } from '../../generated/meta/report.ts';
import type { Keeper, Words } from '../keeper.ts';
import { IutFault } from '../outcome.ts';
import type { Parameters, Seat, Target, TargetKind } from '../target.ts';
import { type DocumentRoot, makeDocumentRoot } from './document-root.ts';
import { type Discovered, discover, type Site } from './http-discovery.ts';
import { CAPABILITIES, CONCURRENCY, HANG_LIMIT, OriginSeat } from './http-origin.ts';
import { ServerLives } from './server-lives.ts';
import { ServerProcess } from './server-process.ts';
import { NoConnection } from './tcp-exchange.ts';
import { splitWords } from './words.ts';

/** Milliseconds that a server may take to accept connections: a compiler or an interpreter may come first. */
const START_LIMIT = 10_000;
/** One of the documents is there to be deleted: they are all ours. */
const SPARE = 'http.spare';

export const httpServerKind: TargetKind = {
  /** @throws AssayError ERR_USAGE for a command that is none, IutFault iut-start for one that does not start */
  attach: async (command, { seed, hangLimit = HANG_LIMIT, keeper }) => {
    const words = splitWords(command);
    if (!words.some((word) => word.includes('{port}'))) {
      throw new AssayError('ERR_USAGE', `--target http-server:${command}: {port} must stand where the port belongs`);
    }
    const target = new HttpServerTarget(`http-server:${command}`, words, makeDocumentRoot(seed), hangLimit, keeper);
    try {
      await target.start();
      return target;
    } catch (thrown) {
      await target.close();
      throw thrown;
    }
  },
};

class HttpServerTarget implements Target {
  readonly info: TargetInfo;
  readonly roles = ['server'];
  readonly protocols = ['http'];
  readonly concurrency = CONCURRENCY;
  readonly hangLimit: number;
  warnings: readonly string[] = [];
  readonly #root: DocumentRoot;
  readonly #lives: ServerLives;

  constructor(spec: string, words: Words, root: DocumentRoot, hangLimit: number, keeper?: Keeper) {
    this.info = { spec, name: words[0], capabilities: [...CAPABILITIES], clock: 'real' };
    this.hangLimit = hangLimit;
    this.#root = root;
    this.#lives = new ServerLives(() => ServerProcess.start(words, root.path, START_LIMIT, { keeper }));
  }

  /** The port is another in each life of the server. */
  get parameters(): Parameters {
    const server = this.#lives.latest;
    return { ...this.#root.parameters, ...(server ? { 'http.host': server.host } : {}) };
  }

  async start(): Promise<void> {
    const { place, host } = await this.#lives.running();
    const path = String(this.#root.parameters['http.resource']);
    const absent = String(this.#root.parameters['http.absent']);
    const { name, capabilities, warnings } = await this.#discover({ place, host, path, absent });
    Object.assign(this.info, name, { capabilities: [...CAPABILITIES, SPARE, ...capabilities] });
    this.warnings = warnings;
  }

  /** A server that fails at this may do so again, with a verdict. */
  async #discover(site: Site): Promise<Discovered> {
    try {
      return await discover(this.info.spec, site);
    } catch (fault) {
      if (fault instanceof IutFault || fault instanceof NoConnection) {
        return { name: undefined, capabilities: [], warnings: [] };
      }
      throw fault;
    }
  }

  async seat(): Promise<Seat> {
    const server = await this.#lives.running();
    return new OriginSeat(server.place, this.hangLimit, server.enter());
  }

  async close(): Promise<void> {
    await this.#lives.close();
    this.#root.remove();
  }
}
