import { expect, test } from 'vitest';
import { openDatagramSocket } from '../../../../src/harness/targets/sockets/datagram-socket.ts';

test('no port comes again soon, though the kernel draws them at random', async () => {
  const ports = new Set<number>();
  // By chance alone some of so many would be the same but once in a thousand times.
  for (let count = 0; count < 700; count += 1) {
    const socket = await openDatagramSocket('127.0.0.1');
    ports.add(socket.local.port);
    socket.close();
  }
  expect(ports.size).toBe(700);
});
