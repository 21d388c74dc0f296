/**
 * The echo service of RFC 862 over UDP, on the sockets of the stack that is judged: a program above it, so that what the
 * stack gives to programs and takes from them comes back to the tester. A socket for each address, so that an answer
 * comes from the one that was asked, and one for what is sent to all.
 */
import { createSocket, type Socket } from 'node:dgram';
import { INTERFACES } from '../../topology.ts';

const ECHO_PORT = 7;
const ANY = '0.0.0.0';

export class UdpEcho {
  readonly #sockets: readonly Socket[];

  /** Must run in the namespace: everything up to the bound socket happens before it returns. */
  constructor() {
    this.#sockets = [...INTERFACES.map(({ address }) => address), ANY].map(echoAt);
  }

  close(): void {
    for (const socket of this.#sockets) socket.close();
  }
}

function echoAt(address: string): Socket {
  const socket = createSocket({
    type: 'udp4',
    reuseAddr: true,
    // At once, where the usual look-up would wait for its turn, and the thread has left the namespace by then.
    lookup: (host, _, found) => found(null, host, 4),
  });
  socket.on('message', (octets, { port, address: asker }) => socket.send(octets, port, asker));
  // An answer that cannot be sent is one that does not come.
  socket.on('error', () => undefined);
  socket.bind(ECHO_PORT, address);
  return socket.unref();
}
