/** One port for datagrams and streams, whoever else has ports on this machine. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { expect, test } from 'vitest';
import { datagramSocket, socketAndListener } from '../../../src/serve/live-sockets.ts';

/** Nobody else is here, and nobody else is in the way of what is taken here. */
const ADDRESS = '127.18.0.1';

async function listener(): Promise<Server> {
  const server = createServer().listen(0, ADDRESS);
  await once(server, 'listening');
  return server;
}

test('a free port is free for both, also where one in ten is not', async () => {
  const taken = await Promise.all(Array.from({ length: 2800 }, listener));
  for (let round = 0; round < 100; round += 1) {
    const { udp, tcp } = await socketAndListener({ address: ADDRESS, port: 0 });
    expect(tcp.address()).toMatchObject({ address: ADDRESS, port: udp.address().port });
    udp.close();
    tcp.close();
  }
  for (const server of taken) server.close();
}, 60_000);

test('a port that was asked for is had, or nothing is', async () => {
  const taken = await listener();
  const { port } = taken.address() as { port: number };
  await expect(socketAndListener({ address: ADDRESS, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  (await datagramSocket({ address: ADDRESS, port })).close();
  taken.close();
});
