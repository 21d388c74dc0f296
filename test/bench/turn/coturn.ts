/** coturn on a port of loopback that was free, with lifetimes as they are by default. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stunMessage } from '../../../src/generated/turn/message.ts';
import { socketAndListener } from '../../../src/serve/live-sockets.ts';
import { Disagreement, Unmeasured } from '../row.ts';
import { loopbackSocket } from './session.ts';

export interface Coturn {
  readonly port: number;
  stop(): Promise<void>;
}

/** @throws Unmeasured without coturn */
export async function coturn(): Promise<Coturn> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'assay-coturn-'));
  const words = [
    '-n --no-cli --no-tls --no-dtls --allow-loopback-peers --lt-cred-mech --user=user:pass --realm=realm',
    `--listening-ip=127.0.0.1 --relay-ip=127.0.0.1 --listening-port=${port} --log-file=stdout`,
    `--pidfile=${join(folder, 'pid')} --userdb=${join(folder, 'db')}`,
  ];
  const child = spawn('turnserver', words.join(' ').split(' '), { stdio: 'ignore' });
  const failed = once(child, 'error').then(() => {
    throw new Unmeasured('coturn (turnserver) is not installed');
  });
  const ended = once(child, 'exit');
  await Promise.race([answering(port), failed]);
  return {
    port,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves once a Binding request is answered. */
async function answering(port: number): Promise<void> {
  const socket = await loopbackSocket();
  const request = stunMessage.encode({ type: 1, transactionId: '00'.repeat(12), attributes: [] });
  let heard = false;
  socket.once('message', () => {
    heard = true;
  });
  // A refused port is told by an error of the socket, and asked again.
  socket.on('error', () => undefined);
  for (let turn = 0; turn < 300 && !heard; turn += 1) {
    socket.send(request, port, '127.0.0.1');
    await pause(100);
  }
  socket.close();
  if (!heard) throw new Disagreement('coturn does not answer');
}

/** coturn serves both there. */
async function freePort(): Promise<number> {
  const { udp, tcp } = await socketAndListener({ address: '127.0.0.1', port: 0 });
  const { port } = udp.address();
  udp.close();
  tcp.close();
  return port;
}
