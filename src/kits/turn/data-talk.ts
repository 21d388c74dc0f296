/** Data between clients and peers: sent in each of the ways there are, and found, or proved not to have come. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { TransportAddress } from '../../harness/surface.ts';
import { addressInWords, sameAddress, xorAddress } from './addresses.ts';
import { permit } from './ask-talk.ts';
import { ATTRIBUTES } from './attribute-types.ts';
import type { Client } from './client.ts';
import { describeMessage } from './describe.ts';
import type { Came } from './inbox.ts';
import { channelDataOctets, padded, stunOctets } from './message.ts';
import type { TurnPeer } from './peer.ts';
import { sameOctets } from './peer-end.ts';
import { addressIn, find, readMessage, type StunMessage } from './read-message.ts';
import type { Rows } from './words.ts';

/** Microseconds in virtual time in which all that is relayed has come. */
const RELAYED_WITHIN = 100_000;

/** An indication with the attributes of the table, unsigned as all of them are: RFC 8656 section 5. */
export async function indicate(peer: TurnPeer, name: string, method: string, rows: Rows): Promise<void> {
  const client = await peer.client(name);
  const attributes = await peer.attributes(rows);
  await client.send(stunOctets(client.draft({ method, attributes }, 'indication')));
}

/** `data`, or so many octets that were never sent before. */
export async function sendTo(peer: TurnPeer, name: string, whom: string, data: Uint8Array | number): Promise<void> {
  const client = await peer.client(name);
  await client.send(await sendIndication(peer, client, whom, typeof data === 'number' ? peer.data(data) : data));
}

async function sendIndication(peer: TurnPeer, client: Client, whom: string, data: Uint8Array): Promise<Uint8Array> {
  const { local } = await peer.peer(whom);
  const attributes = (transaction: Uint8Array) => [
    { type: ATTRIBUTES['XOR-PEER-ADDRESS'], value: xorAddress(local, transaction) },
    { type: ATTRIBUTES.DATA, value: data },
  ];
  return stunOctets(client.draft({ method: 'Send', attributes }, 'indication'));
}

/** In one write, the data of the second being those of the first and one octet more. */
export async function sendTwice(peer: TurnPeer, name: string, whom: string): Promise<void> {
  const client = await peer.client(name);
  const data = peer.data(21);
  const both = [data, Uint8Array.of(...data, 0)].map((each) => sendIndication(peer, client, whom, each));
  await client.send(Uint8Array.from((await Promise.all(both)).flatMap((each) => [...each])));
}

/** @throws Unmet */
export async function assertBothAtPeer(peer: TurnPeer, whom: string, name: string): Promise<void> {
  await assertAtPeer(peer, whom, name);
  peer.useData(Uint8Array.of(...peer.sentData, 0));
  await assertAtPeer(peer, whom, name);
}

/** Over a stream a channel's data is padded (RFC 8656 section 12.5); over UDP only by `pad`. */
export async function sendOnChannel(
  peer: TurnPeer,
  name: string,
  channel: string,
  data: Uint8Array,
  { length = data.length, pad, behind = false }: { length?: number; pad?: number; behind?: boolean } = {},
): Promise<void> {
  const client = await peer.client(name);
  const usual = client.isStream ? padded(data.length) - data.length : 0;
  const octets = channelDataOctets(Number(channel), data, { length, pad: pad ?? usual });
  const more = behind ? stunOctets(client.draft({ method: 'Binding' })) : new Uint8Array();
  // In one write, for a reader that takes what has come for one message.
  await client.send(Uint8Array.of(...octets, ...more));
}

/** To where the client is relayed, or was. */
export async function sendFromPeer(
  peer: TurnPeer,
  whom: string,
  name: string,
  data: Uint8Array,
  when: 'relayed' | 'formerly' = 'relayed',
): Promise<void> {
  const { formerly } = await peer.client(name);
  const relayed = when === 'relayed' ? await peer.relayedAddress(name) : formerly;
  if (relayed === undefined) throw new Inconclusive('precondition', `client ${name} never had a relayed address`);
  await (await peer.peer(whom)).send(data, relayed);
}

/** The data that were sent last, and nothing else, from the relayed address. @throws Unmet */
export async function assertAtPeer(peer: TurnPeer, whom: string, name: string): Promise<void> {
  const end = await peer.peer(whom);
  const relayed = await peer.relayedAddress(name);
  const came = await end.findData(peer.sentData, peer.scene.hangLimit);
  const expected = [`${peer.sentData.length} octets at peer ${whom} from ${addressInWords(relayed)}`];
  if (came === undefined) {
    const others = end.log.unclaimed.map(({ octets }) => `${octets.length} octets`).join(', ');
    const actual = others === '' ? 'nothing' : `only ${others}`;
    throw new Unmet({ expected, actual, missing: others === '' });
  }
  if (sameAddress(came.from, relayed)) return;
  throw new Unmet({ expected, actual: `they came from ${addressInWords(came.from)}` });
}

/** @throws Unmet, Inconclusive */
export async function assertNotAtPeer(peer: TurnPeer, whom: string, name: string): Promise<void> {
  await (await peer.client(name)).fence();
  const end = await peer.peer(whom);
  await flush(peer, whom);
  const [came] = end.log.unclaimed;
  if (came !== undefined) throw unexpected('nothing at the peer', `${came.octets.length} octets`, came);
}

/** What was sent before from one of the tester's sockets to the other has come, once this has. */
async function flush(peer: TurnPeer, whom: string): Promise<void> {
  const end = await peer.peer(whom);
  if (peer.scene.clock === 'virtual') return void (await end.log.find(() => false, RELAYED_WITHIN));
  const mark = peer.scene.random.octets(16);
  await end.send(mark, end.local);
  if ((await end.findData(mark, peer.scene.hangLimit)) !== undefined) return;
  throw new Inconclusive('fence', "the tester's own mark did not reach its peer");
}

/** The data that the peer sent last: on the channel, or where none is named in a Data indication. @throws Unmet */
export async function assertAtClient(peer: TurnPeer, name: string, whom: string, channel?: string): Promise<void> {
  const client = await peer.client(name);
  const { sentData } = peer;
  const way = channel === undefined ? 'in a Data indication' : `on channel ${channel}`;
  const expected = `${sentData.length} octets ${way}`;
  const came = await client.log.find(({ octets }) => carries(octets, sentData), peer.scene.hangLimit);
  if (came === undefined) {
    const [other] = client.log.unclaimed;
    if (other === undefined) throw new Unmet({ expected: [expected], actual: 'nothing', missing: true });
    throw unexpected(expected, describeMessage(other.octets), other);
  }
  const read = readMessage(came.octets);
  if (channel !== undefined) {
    if (read.kind === 'channel' && read.channel === Number(channel)) return;
    throw unexpected(expected, describeMessage(came.octets), came);
  }
  if (read.kind !== 'stun') throw unexpected(expected, describeMessage(came.octets), came);
  assertFrom(read, (await peer.peer(whom)).local, came);
}

function assertFrom(message: StunMessage, peer: TransportAddress, came: Came): void {
  const source = addressIn(message, 'XOR-PEER-ADDRESS');
  if (source !== undefined && sameAddress(source, peer)) return;
  const actual = source === undefined ? 'no XOR-PEER-ADDRESS that can be read' : addressInWords(source);
  throw unexpected(`XOR-PEER-ADDRESS ${addressInWords(peer)}`, actual, came);
}

/** A Data indication or ChannelData with just these data. */
export function carries(octets: Uint8Array, data: Uint8Array): boolean {
  const read = readMessage(octets);
  if (read.kind === 'channel') return sameOctets(read.data, data);
  if (read.kind === 'other' || read.of !== 'indication') return false;
  const found = find(read, 'DATA');
  return found !== undefined && sameOctets(found.value, data);
}

/**
 * The data that the peer sent last have not come. Proved by peer F, whom the client lets in, and whose data are dealt with
 * after them at the same relayed address.
 *
 * @throws Unmet, Inconclusive
 */
export async function assertNotAtClient(peer: TurnPeer, name: string): Promise<void> {
  const data = peer.sentData;
  await permit(peer, name, 'F');
  const mark = peer.scene.random.octets(16);
  await sendFromPeer(peer, 'F', name, mark);
  const client = await peer.client(name);
  const found = await client.log.find(({ octets }) => carries(octets, mark), peer.scene.hangLimit);
  if (found === undefined) throw new Inconclusive('fence', 'what a permitted peer sent afterwards did not come either');
  assertNotCarried(client.log.unclaimed, data);
}

/** As above, where there is no allocation any more that another peer could reach. @throws Unmet, Inconclusive */
export async function assertNotLate(peer: TurnPeer, name: string): Promise<void> {
  const client = await peer.client(name);
  const data = peer.sentData;
  for (let round = 0; round < 3; round += 1) {
    await client.fence();
    assertNotCarried(client.log.unclaimed, data);
    await sendFromPeer(peer, 'P', name, data, 'formerly');
  }
}

/** For what is up to the server. @throws Inconclusive */
export async function noteAtClient(peer: TurnPeer, name: string): Promise<void> {
  const outcome = await assertNotAtClient(peer, name).then(
    () => 'nothing came',
    (cause: unknown) => {
      if (cause instanceof Unmet) return 'the data came';
      throw cause;
    },
  );
  peer.scene.took({ outcome, clause: 'RFC 8656 section 10.2', level: 'MAY' });
}

/** @throws Unmet */
function assertNotCarried(unclaimed: readonly Came[], data: Uint8Array): void {
  const came = unclaimed.find(({ octets }) => carries(octets, data));
  if (came !== undefined) throw unexpected('nothing of it', describeMessage(came.octets), came);
}

function unexpected(expected: string, actual: string, { exchange }: Came): Unmet {
  return new Unmet({ expected: [expected], actual, difference: { field: 'data', expected, actual, exchange } });
}
