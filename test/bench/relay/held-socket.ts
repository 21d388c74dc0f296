/** Octets that Node holds for one of its UDP sockets; the kernel keeps its own. Needs --expose-gc. */
import { createSocket, type Socket } from 'node:dgram';

const count = Number(process.argv[2]);

function held(): number {
  for (let turn = 0; turn < 4; turn += 1) globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

if (globalThis.gc === undefined) throw new Error('node --expose-gc');
// What is made only once is there before anything counts.
const sockets: Socket[] = Array.from({ length: 500 }, () => createSocket('udp4'));
const before = held();
for (let at = 0; at < count; at += 1) sockets.push(createSocket('udp4'));
console.log((held() - before) / count);
for (const socket of sockets) socket.close();
