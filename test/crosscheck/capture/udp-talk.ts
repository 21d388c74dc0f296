/**
 * A client that sends UDP datagrams of several lengths to an echo service of the server's, and to a port that is closed;
 * and one datagram made elsewhere, for the echo service, too.
 */
import { createSocket, type Socket } from 'node:dgram';
import { setTimeout as after } from 'node:timers/promises';
import { CLIENT, type Path, SERVER } from './path.ts';

const ECHO_PORT = 7;
const CLOSED_PORT = 9;
const CLIENT_PORT = 49_152;
/** Octets of data: none, odd, even, and more than the second link takes whole, of which the sender learns the first time. */
const LENGTHS = [0, 1, 5, 512, 1200, 1200];
/** Milliseconds that each has for its way there and back. */
const WHILE = 50;

export async function udpTalk(path: Path, injected: Uint8Array): Promise<void> {
  const server = path.within('server', () => bound(SERVER, ECHO_PORT));
  const client = path.within('client', () => bound(CLIENT, CLIENT_PORT));
  try {
    server.on('message', (octets, { port, address }) => server.send(octets, port, address));
    for (const length of LENGTHS) {
      client.send(Buffer.alloc(length, 'assay '), ECHO_PORT, SERVER);
      await after(WHILE);
    }
    path.inject(injected);
    await after(WHILE);
    client.send('assay', CLOSED_PORT, SERVER);
    await after(WHILE);
  } finally {
    client.close();
    server.close();
  }
}

/** Bound before it returns: the namespace is left then. */
function bound(address: string, port: number): Socket {
  const socket = createSocket({ type: 'udp4', lookup: (host, _, found) => found(null, host, 4) });
  socket.bind(port, address);
  return socket;
}
