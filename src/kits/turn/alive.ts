/** Whether a server that said nothing is still there: asked from a new address, where nothing that was said before counts. */

import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import type { TransportAddress } from '../../harness/surface.ts';
import { METHODS } from './attribute-types.ts';
import { stunOctets } from './message.ts';

/** Milliseconds for an answer, of several that are asked for. */
const WITHIN = 1_000;
const TRIES = 3;

export async function isThere(served: TransportAddress, transport: 'udp' | 'tcp'): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await (transport === 'udp' ? answers(served) : accepts(served))) return true;
  }
  return false;
}

function answers({ address, port }: TransportAddress): Promise<boolean> {
  const transaction = Uint8Array.from(randomBytes(12));
  const request = stunOctets({ method: METHODS.Binding!, of: 'request', transaction, attributes: [] });
  return new Promise((resolve) => {
    const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
    const end = (found: boolean): void => {
      clearTimeout(timer);
      socket.removeAllListeners();
      socket.on('error', () => {});
      socket.close();
      resolve(found);
    };
    const timer = setTimeout(() => end(false), WITHIN);
    socket.once('message', () => end(true));
    // A connected socket is told that nobody listens.
    socket.once('error', () => end(false));
    socket.connect(port, address, () => socket.send(request));
  });
}

function accepts({ address, port }: TransportAddress): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    const end = (found: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(found);
    };
    const timer = setTimeout(() => end(false), WITHIN);
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
