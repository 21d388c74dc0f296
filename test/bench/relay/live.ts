/** Two nodes that talk over a third on loopback, with real sockets and real cryptography; and the same octets without them. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { LiveNode } from '../../../src/serve/relay/live-node.ts';

const HERE = [{ address: '127.0.0.1', port: 0 }];
/** Octets of a message that fills a frame. */
const MESSAGE = 1000;

export interface Talk {
  /** So many messages there, each confirmed back; so many at a time. */
  say(messages: number, atOnce: number): Promise<number>;
  close(): Promise<void>;
}

export async function relayed(): Promise<Talk> {
  let online = 0;
  let isOnline = (): void => {};
  const bothOnline = new Promise<void>((resolve) => (isOnline = resolve));
  const accounts = ['anna', 'bert'].map((name) => ({
    name,
    password: 'p',
    contacts: ['anna', 'bert'].filter((each) => each !== name),
  }));
  const third = await LiveNode.open(
    HERE,
    { role: 'directory', isServing: true, accounts, settings: { scryptCost: 4 } },
    () => {},
  );
  const known = { endpoint: third.endpoint, key: third.key };
  const user = (name: string) =>
    LiveNode.open(HERE, { role: 'node', name, password: 'p', directory: known, bootstrap: [known] }, ({ event }) => {
      if (event === 'presence') online += 1;
      if (online === 2) isOnline();
    });
  const [anna, bert] = [await user('anna'), await user('bert')];
  await bothOnline;
  const data = 'ab'.repeat(MESSAGE);
  const one = async (): Promise<void> => {
    const { outcome } = await anna.call('send', { to: 'bert', data });
    if (outcome !== 'delivered') throw new Error(`a message was ${outcome}`);
  };
  await one();
  return {
    say: (messages, atOnce) => inTurns(messages, atOnce, one),
    close: async () => void (await Promise.all([anna, bert, third].map((node) => node.close()))),
  };
}

/** Each datagram comes back, and the next goes. */
export async function direct(): Promise<Talk> {
  const [here, there] = [await bound(), await bound()];
  there.on('message', (octets, { port, address }) => there.send(octets, port, address));
  const { port, address } = there.address();
  const octets = new Uint8Array(MESSAGE);
  const waiting: (() => void)[] = [];
  here.on('message', () => waiting.shift()?.());
  const one = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      here.send(octets, port, address);
    });
  return {
    say: (messages, atOnce) => inTurns(messages, atOnce, one),
    close: async () => {
      here.close();
      there.close();
    },
  };
}

async function bound(): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}

async function inTurns(messages: number, atOnce: number, one: () => Promise<void>): Promise<number> {
  let left = messages;
  const turn = async (): Promise<void> => {
    for (; left > 0; ) {
      left -= 1;
      await one();
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, messages) }, turn));
  return messages;
}
