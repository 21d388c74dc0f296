/** What clients ask of the server so that something can be judged, and the ways to ask it wrongly. */
import { Inconclusive, Unmet, Unsupported } from '../../harness/outcome.ts';
import { METHODS } from './attribute-types.ts';
import { type Ask, type Client, type Exchange, udpTransport } from './client.ts';
import { headline } from './describe.ts';
import { optionRefused } from './judge-answer.ts';
import type { TurnPeer } from './peer.ts';
import { errorCode } from './read-message.ts';
import type { Rows } from './words.ts';

/** Something that must succeed before anything can be judged. @throws Unmet, Unsupported */
export function expectSuccess({ answer, draft }: Exchange): void {
  if (answer?.of === 'success') return;
  const unknown = optionRefused(answer);
  if (unknown.length > 0 && draft.attributes.some(({ type }) => unknown.includes(type))) {
    throw new Unsupported(
      `attributes that it does not know: ${unknown.map((type) => `0x${type.toString(16)}`).join(' ')}`,
    );
  }
  const code = answer && errorCode(answer);
  if (code === 403) throw new Unsupported("peers at the tester's addresses (403)");
  if (code === 486 || code === 508) throw new Inconclusive('precondition', `the server has no capacity now (${code})`);
  const actual = answer === undefined ? 'nothing' : headline(answer);
  throw new Unmet({ expected: ['success'], actual, missing: answer === undefined });
}

/** @throws Unmet, Unsupported */
export async function allocate(peer: TurnPeer, name: string, rows?: Rows, more: Partial<Ask> = {}): Promise<Client> {
  const client = await peer.client(name);
  await client.learn();
  if (client.relayed !== undefined) return client;
  expectSuccess(await peer.ask(name, { method: 'Allocate', ...more }, rows ?? udpTransport));
  if (client.relayed === undefined) throw new Inconclusive('precondition', 'no relayed address can be read');
  return client;
}

/** @throws Unmet */
export async function permit(peer: TurnPeer, name: string, whom: string): Promise<void> {
  const rows = [
    ['attribute', 'value'],
    ['XOR-PEER-ADDRESS', `peer ${whom}`],
  ];
  expectSuccess(await peer.ask(name, { method: 'CreatePermission' }, rows));
}

/** @throws Unmet */
export async function refresh(peer: TurnPeer, name: string, seconds?: number): Promise<void> {
  await allocate(peer, name);
  const rows = [
    ['attribute', 'value'],
    ['LIFETIME', String(seconds)],
  ];
  expectSuccess(await peer.ask(name, { method: 'Refresh' }, seconds === undefined ? undefined : rows));
}

/** @throws Unmet */
export async function bindChannel(peer: TurnPeer, name: string, channel: string, whom: string): Promise<void> {
  expectSuccess(await askChannel(peer, name, channel, whom));
}

export function askChannel(peer: TurnPeer, name: string, channel: string, whom: string): Promise<Exchange> {
  const rows = [
    ['attribute', 'value'],
    ['CHANNEL-NUMBER', channel],
    ['XOR-PEER-ADDRESS', `peer ${whom}`],
  ];
  return peer.ask(name, { method: 'ChannelBind' }, rows);
}

/** @throws Unmet */
export async function deleteAllocation(peer: TurnPeer, name: string): Promise<void> {
  const rows = [
    ['attribute', 'value'],
    ['LIFETIME', '0'],
  ];
  const client = await peer.client(name);
  expectSuccess(await peer.ask(name, { method: 'Refresh' }, rows));
  // The server may have answered without LIFETIME; that the request asked for is what counts.
  client.relayed = undefined;
}

/** Microseconds between two deletions. */
const AGAIN_AFTER = 300_000;

/** @throws Unmet */
export async function deleteAgain(peer: TurnPeer, name: string, seconds: number): Promise<void> {
  await deleteAllocation(peer, name);
  const client = await peer.client(name);
  for (let left = seconds * 1_000_000; left > 0; left -= AGAIN_AFTER) {
    await client.log.find(() => false, AGAIN_AFTER);
    await peer.ask(name, { method: 'Refresh' }, [
      ['attribute', 'value'],
      ['LIFETIME', '0'],
    ]);
  }
}

/** Octet for octet what was asked last. */
export async function askAgain(peer: TurnPeer): Promise<void> {
  const { client, octets, draft } = peer.latest;
  peer.keep(client, { octets, draft, answer: await client.transact(octets, draft.transaction) });
}

/** What a request of that method holds when nothing is wrong with it. */
export async function usualAttributes(peer: TurnPeer, method: string): Promise<Ask['attributes']> {
  if (method === 'Allocate') return udpTransport;
  if (METHODS[method] === METHODS.CreatePermission) {
    return peer.attributes([
      ['attribute', 'value'],
      ['XOR-PEER-ADDRESS', 'peer P'],
    ]);
  }
  if (METHODS[method] === METHODS.ChannelBind) {
    return peer.attributes([
      ['attribute', 'value'],
      ['CHANNEL-NUMBER', '0x4000'],
      ['XOR-PEER-ADDRESS', 'peer P'],
    ]);
  }
  return () => [];
}
