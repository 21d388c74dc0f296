/**
 * The surface exchange over TCP: one connection a call. Nothing but the peer's close, its reset, or `enough` ends it in
 * good time; the limit is for peers that do none of these. Our side is never closed first while more may come, unless that
 * is asked for, since some servers take a half-close for an end.
 */
import { connect, type Socket } from 'node:net';
import type { Interval } from '../interval.ts';
import { IutFault } from '../outcome.ts';
import type { Exchanged, ExchangeSurface } from '../surface.ts';

export interface TcpPlace {
  readonly host: string;
  readonly port: number;
}

export type ExchangeOptions = NonNullable<Parameters<ExchangeSurface['exchange']>[1]>;

/** A connection that could not be made; `code` as Node has it, or ETIMEDOUT after the limit. */
export class NoConnection extends Error {
  readonly code: string;

  constructor({ host, port }: TcpPlace, code: string) {
    super(`no connection to ${host}:${port}: ${code}`);
    this.name = 'NoConnection';
    this.code = code;
  }
}

/** Octets of one connection that are taken from the peer before it counts as a flood. */
const FLOOD = 64 * 2 ** 20;
/** A peer that never falls silent, but never ends either, is left after so many limits. */
const PATIENCE = 10;
/** Milliseconds to read what may have come while this process itself was held up. */
const SECOND_LOOK = 25;
/** Milliseconds of silence after which a connection that had enough is closed from our side. */
const LINGER = 100;

/** @throws NoConnection, IutFault iut-flooded */
export async function tcpExchange(
  place: TcpPlace,
  octets: Uint8Array,
  hangLimit: number,
  { enough, limit = hangLimit, finish = false }: ExchangeOptions = {},
): Promise<Exchanged> {
  const socket = await connectTo(place, limit / 1000);
  let end: Exchanged['end'] | undefined;
  try {
    const exchanged = await converse(socket, octets, limit / 1000, { enough, finish });
    end = exchanged.end;
    return exchanged;
  } finally {
    if (end === 'enough') linger(socket);
    else socket.destroy();
  }
}

/**
 * Lets the peer finish: to close upon it while it writes would reset the connection, and a simple server may not survive
 * that. What comes is read and dropped; nobody waits.
 */
function linger(socket: Socket): void {
  const end = (): void => void socket.destroy();
  let dropped = 0;
  socket.unref();
  socket.setTimeout(LINGER, end);
  socket.once('end', end);
  socket.on('data', (chunk) => {
    dropped += chunk.length;
    if (dropped > FLOOD) end();
  });
}

/** @param limit milliseconds */
function connectTo(place: TcpPlace, limit: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    // Our side ends when we say so, not when the peer's does.
    const socket = connect({ ...place, noDelay: true, allowHalfOpen: true });
    const fail = (code: string): void => {
      clearTimeout(timer);
      socket.destroy();
      reject(new NoConnection(place, code));
    };
    const timer = after(limit, () => fail('ETIMEDOUT'));
    socket.once('error', (cause: NodeJS.ErrnoException) => fail(cause.code ?? cause.message));
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}

function converse(
  socket: Socket,
  octets: Uint8Array,
  limit: number,
  { enough, finish }: { readonly enough: ExchangeOptions['enough']; readonly finish: boolean },
): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    const received = new Received();
    const started = now();
    let written: number | undefined;
    let last = started;
    const end = (how: Exchanged['end']): void => {
      silence.stop();
      socket.removeAllListeners('data');
      const sentAt: Interval = { earliest: started, latest: written ?? now() };
      resolve({ octets: received.octets, end: how, sentAt, endedAt: { earliest: last, latest: now() } });
    };
    const silence = watchSilence(limit, () => end('silent'));
    socket.on('data', (chunk) => {
      received.push(chunk);
      last = now();
      silence.broken();
      if (received.octets.length > FLOOD) {
        reject(new IutFault('iut-flooded', `sent more than ${FLOOD / 2 ** 20} MiB on one connection`));
        end('enough');
      } else if (enough?.(received.octets)) {
        end('enough');
      }
    });
    socket.once('end', () => end('closed'));
    // Also where a write comes too late: what the peer said before it closed can then no longer be read.
    socket.on('error', () => end('reset'));
    socket.once('close', () => end('closed'));
    socket.write(octets, () => {
      written = now();
    });
    if (finish) socket.end();
  });
}

/** Tells when nothing has come for so many milliseconds, or when all has taken ten times as long. */
function watchSilence(limit: number, onSilence: () => void): { broken(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const patience = after(limit * PATIENCE, onSilence);
  const broken = (): void => {
    clearTimeout(timer);
    timer = after(limit, () => {
      timer = after(SECOND_LOOK, onSilence);
    });
  };
  broken();
  const stop = (): void => {
    clearTimeout(timer);
    clearTimeout(patience);
  };
  return { broken, stop };
}

/** What came so far, in one buffer that doubles. */
class Received {
  #buffer = new Uint8Array(4096);
  #length = 0;

  push(chunk: Uint8Array): void {
    if (this.#length + chunk.length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(2 * this.#buffer.length, this.#length + chunk.length));
      larger.set(this.octets);
      this.#buffer = larger;
    }
    this.#buffer.set(chunk, this.#length);
    this.#length += chunk.length;
  }

  get octets(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }
}

function now(): number {
  return performance.now() * 1000;
}

/** A timer that an endless limit never starts. */
function after(milliseconds: number, run: () => void): NodeJS.Timeout | undefined {
  return Number.isFinite(milliseconds) ? setTimeout(run, milliseconds) : undefined;
}
