/** The same of Node's own sockets over loopback: the objects only, for their buffers and states are the kernel's. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { heldBy } from './held-by.ts';

const GREETING = new Uint8Array(32);

const [count, greets] = [Number(process.argv[2]), process.argv[3] === 'greet'];
console.log(await heldBy(count, connected));
process.exit();

async function connected(connections: number): Promise<readonly unknown[]> {
  const accepted: Socket[] = [];
  const server = createServer((socket) => void accepted.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const clients: Socket[] = [];
  for (let at = 0; at < connections; at += 1) clients.push(await connectTo(server));
  while (accepted.length < connections) await once(server, 'connection');
  if (greets) for (const socket of accepted) await once(socket, 'data');
  return [server, clients, accepted];
}

async function connectTo(server: Server): Promise<Socket> {
  const { port } = server.address() as { port: number };
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  if (greets) await new Promise((resolve) => socket.write(GREETING, resolve));
  return socket;
}
