/** Asks a server for the same resource again and again, on connections that stay open, one request at a time on each. */
import { connect, type Socket } from 'node:net';
import { Disagreement } from '../row.ts';

const CONNECTIONS = 8;
const REQUEST = 'GET /hello.txt HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n';
const CONTENT = 'Hello, reader.\n';

export class Requester {
  readonly #sockets: readonly Socket[];
  /** Octets of one response; all are as long. */
  readonly #length: number;

  private constructor(sockets: readonly Socket[], length: number) {
    this.#sockets = sockets;
    this.#length = length;
  }

  /** @throws Disagreement when the first answer is not what is asked for */
  static async open(port: number): Promise<Requester> {
    const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => connected(port)));
    const [first] = sockets;
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      first!.on('data', (octets: Buffer) => {
        text += octets.toString('latin1');
        if (text.endsWith(CONTENT)) resolve(text);
      });
      first!.write(REQUEST);
    });
    first!.removeAllListeners('data');
    if (!answer.startsWith('HTTP/1.1 200 ')) throw new Disagreement(`the answer is ${answer.slice(0, 40)}`);
    return new Requester(sockets, answer.length);
  }

  /** That many requests, spread over the connections. */
  async ask(times: number): Promise<void> {
    let left = times;
    const one = (socket: Socket): Promise<void> =>
      new Promise((resolve, reject) => {
        let missing = 0;
        const next = (): void => {
          if (left === 0) {
            socket.removeAllListeners('data');
            resolve();
            return;
          }
          left -= 1;
          missing = this.#length;
          socket.write(REQUEST);
        };
        socket.once('close', () => reject(new Disagreement('the server closed a connection')));
        socket.on('data', (octets: Buffer) => {
          missing -= octets.length;
          if (missing === 0) next();
        });
        next();
      });
    await Promise.all(this.#sockets.map(one));
    for (const socket of this.#sockets) socket.removeAllListeners('close');
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.setNoDelay();
    socket.on('error', reject);
  });
}
