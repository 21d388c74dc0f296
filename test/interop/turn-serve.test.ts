/** `assay serve --turn`, as its users meet it: over UDP and TCP, by sockets of the test's own; and what it says to wrong words. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assay } from '../assay.ts';
import { Bench, channel, METHODS, message, peerAddress, read, UDP, USER } from '../unit/reference/turn/bench.ts';
import { servedTurn, type TurnProcess } from './turn-process.ts';

let server: TurnProcess;

beforeAll(async () => {
  server = await servedTurn();
}, 60_000);

afterAll(() => server.stop());

async function socketOnLoopback(): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}

async function heard(socket: Socket): Promise<Uint8Array> {
  const [octets] = (await once(socket, 'message')) as [Buffer];
  return new Uint8Array(octets);
}

test('a Binding request is answered with the address that it came from', async () => {
  const socket = await socketOnLoopback();
  socket.send(message(METHODS.Binding, '00'.repeat(12), []), server.port, '127.0.0.1');
  const reply = read(await heard(socket));
  expect(reply.message.attributes[0]).toMatchObject({ type: 0x20, address: '127.0.0.1', port: socket.address().port });
  socket.close();
}, 30_000);

test('data goes to a peer and back, by the wire', async () => {
  const [socket, peer] = [await socketOnLoopback(), await socketOnLoopback()];
  const writer = new Bench().client();
  const ask = async (
    method: number,
    attributes: Parameters<typeof writer.signed>[1],
  ): Promise<ReturnType<typeof read>> => {
    socket.send(writer.signed(method, attributes, USER), server.port, '127.0.0.1');
    return read(await heard(socket));
  };
  socket.send(message(METHODS.Allocate, '01'.repeat(12), [UDP]), server.port, '127.0.0.1');
  const nonce = read(await heard(socket)).message.attributes.find(({ type }) => type === 0x15) as { nonce: string };
  writer.nonce = nonce.nonce;
  const allocated = await ask(METHODS.Allocate, [UDP]);
  const relayed = allocated.message.attributes.find(({ type }) => type === 0x16) as { port: number };
  const at = { address: '127.0.0.1', port: peer.address().port };
  expect(await ask(METHODS.ChannelBind, [channel(0x4000), peerAddress(at)])).toMatchObject({ kind: 'success' });
  socket.send(Buffer.from('@\0\0\x02hi', 'latin1'), server.port, '127.0.0.1');
  const [data, from] = (await once(peer, 'message')) as [Buffer, { port: number }];
  expect([data.toString(), from.port]).toEqual(['hi', relayed.port]);
  peer.send('ho', relayed.port, '127.0.0.1');
  expect(Buffer.from(await heard(socket)).toString('latin1')).toBe('@\0\0\x02ho');
  const other = await ask(METHODS.CreatePermission, [peerAddress({ address: '10.0.0.1', port: 1 })]);
  expect(other.code).toBe(403);
  socket.close();
  peer.close();
}, 30_000);

test('over TCP requests may come in pieces, and what is no message ends the connection', async () => {
  const connection = connect(server.port, '127.0.0.1');
  await once(connection, 'connect');
  const request = message(METHODS.Binding, '02'.repeat(12), []);
  connection.write(request.subarray(0, 7));
  connection.write(request.subarray(7));
  const [answer] = (await once(connection, 'data')) as [Buffer];
  expect(read(new Uint8Array(answer))).toMatchObject({ kind: 'success' });
  connection.end('GET / HTTP/1.1\r\n\r\n');
  await once(connection, 'close');
}, 30_000);

test.each([
  ['nobody who may', ['--turn', '0'], '--turn needs a --user'],
  ['a user without a password', ['--turn', '0', '--user', 'me'], 'it takes a name and a password'],
  ['a limit that is none', ['--turn', '0', '--user', 'a:b', '--limit', 'x=1'], 'the name one of lifetime'],
  ['no address', ['--turn', '0', '--user', 'a:b', '--listen', 'here'], 'an IPv4 or IPv6 address'],
  [
    'two addresses of a family',
    ['--turn', '0', '--user', 'a:b', '--relay-at', '127.0.0.1', '--relay-at', '127.0.0.2'],
    'one IPv4',
  ],
  ['two ways', ['--turn', '0', '--stdio'], 'not more'],
])(
  '%s: one line, exit 2',
  async (_, words, said) => {
    const { status, stderr } = await assay(['serve', ...words]);
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain(said);
  },
  60_000,
);

test('a port that somebody has: one line, exit 3', async () => {
  const { status, stderr } = await assay(['serve', '--turn', String(server.port), '--user', 'a:b']);
  expect([status, stderr.trim().split('\n').length]).toEqual([3, 1]);
  expect(stderr).toContain('somebody else serves there');
}, 60_000);
