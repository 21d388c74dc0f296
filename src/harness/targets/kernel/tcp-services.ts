/**
 * The small services of RFC 862 (echo), 863 (discard), 867 (daytime) and 864 (character generator) over TCP, on sockets
 * of the stack that is judged: programs above it. Each closes when its peer does; daytime closes first. What a service
 * does not read stays in the stack, whose window closes then.
 */
import { closeSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { REUSE_ADDRESS, streamSockets } from '../../../linux/stream-sockets.ts';

type Service = (socket: Socket) => void;

const SERVICES: readonly (readonly [port: number, service: Service])[] = [
  [7, (socket) => void socket.pipe(socket)],
  [9, discard],
  [13, daytime],
  [19, characters],
];

/** Connections that are not accepted yet: many more than the scenarios of a minute leave half open. */
export const BACKLOG = 65_535;

export class TcpServices {
  readonly #servers: readonly Server[];
  readonly #open = new Set<Socket>();

  /** Must run in the namespace: every listener is there before it returns. @throws SystemCallError */
  constructor() {
    const files = listeners();
    this.#servers = SERVICES.map(([, service], at) => this.#serve(files[at]!, service));
  }

  close(): void {
    for (const server of this.#servers) server.close();
    // One that was only closed would go on, and keep the namespace, until its peer has answered.
    for (const socket of this.#open) socket.resetAndDestroy();
  }

  #serve(file: number, service: Service): Server {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      this.#open.add(socket.unref());
      // A reset is how scenarios end.
      socket.on('error', () => undefined);
      socket.on('close', () => this.#open.delete(socket));
      service(socket);
    });
    return server.listen({ fd: file, backlog: BACKLOG }).unref();
  }
}

/** Their files, or none if one of them fails. */
function listeners(): readonly number[] {
  const calls = streamSockets();
  const files: number[] = [];
  try {
    for (const [port] of SERVICES) {
      const file = calls.open();
      files.push(file);
      calls.set(file, REUSE_ADDRESS, Int32Array.of(1));
      calls.bind(file, { address: '0.0.0.0', port });
      calls.listen(file, BACKLOG);
    }
    return files;
  } catch (fault) {
    for (const file of files) closeSync(file);
    throw fault;
  }
}

function discard(socket: Socket): void {
  socket.on('end', () => socket.end()).resume();
}

function daytime(socket: Socket): void {
  socket.resume().end(`${new Date().toISOString()}\r\n`);
}

const [FIRST_PRINTABLE, PRINTABLES, LINE] = [32, 95, 72];

/** All lines that there are: every one starts one character later than the one before it. */
const LINES = Buffer.from(
  Array.from({ length: PRINTABLES }, (_, line) => [
    ...Array.from({ length: LINE }, (_, at) => FIRST_PRINTABLE + ((line + at) % PRINTABLES)),
    ...Buffer.from('\r\n'),
  ]).flat(),
);

function characters(socket: Socket): void {
  let isOver = false;
  const pump = (): void => {
    while (!isOver && socket.write(LINES));
  };
  socket
    .on('drain', pump)
    .on('end', () => {
      isOver = true;
      socket.end();
    })
    .on('close', () => {
      isOver = true;
    })
    .resume();
  pump();
}
