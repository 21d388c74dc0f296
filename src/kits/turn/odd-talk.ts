/** Octets that are no message, or one that is spoilt: RFC 8489 section 6.3, and whatever else a server must survive. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import { usualAttributes } from './ask-talk.ts';
import { ATTRIBUTES } from './attribute-types.ts';
import type { Client } from './client.ts';
import { carries, sendFromPeer, sendTo } from './data-talk.ts';
import { channelDataOctets, HEADER_OCTETS, stunOctets } from './message.ts';
import type { TurnPeer } from './peer.ts';

type Touch = (octets: Uint8Array) => Uint8Array;

const FAULTS: Readonly<Record<string, Touch>> = {
  'the first bit set': (octets) => octets.with(0, octets[0]! | 0x80),
  'the second bit set': (octets) => octets.with(0, octets[0]! | 0x40),
  'the first bits set': (octets) => octets.with(0, octets[0]! | 0xc0),
  'another magic cookie': (octets) => octets.with(4, octets[4]! ^ 0xff),
  'a length beyond its end': (octets) => withLength(octets, octets.length - HEADER_OCTETS + 8),
  'a length that is no multiple': (octets) => withLength(octets, octets.length - HEADER_OCTETS - 1),
  nothing: (octets) => octets,
};

function withLength(octets: Uint8Array, length: number): Uint8Array {
  const copy = octets.slice();
  viewOf(copy).setUint16(2, length);
  return copy;
}

/** The same request without the fault is answered first. @throws Inconclusive */
export async function sendSpoilt(peer: TurnPeer, name: string, method: string, fault: string): Promise<void> {
  const client = await peer.client(name);
  const touch = FAULTS[fault];
  if (touch === undefined) throw new TypeError(`no fault ${fault}`);
  const attributes = await usualAttributes(peer, method);
  const request = { method, ...(attributes ? { attributes } : {}) };
  if (fault !== 'nothing') {
    const { answer } = await client.ask({ ...request, authentication: { kind: 'none' } });
    if (answer === undefined) throw new Inconclusive('twin', `a sound ${method} request is not answered either`);
  }
  await client.send(touch(stunOctets(client.draft(request))));
}

/** The first octets of a Binding request. */
export async function sendBeginning(peer: TurnPeer, name: string, octets: number): Promise<void> {
  const client = await peer.client(name);
  await client.send(stunOctets(client.draft({ method: 'Binding' })).slice(0, octets));
}

export async function sendBeginningWith(peer: TurnPeer, name: string, octets: number, first: number): Promise<void> {
  const client = await peer.client(name);
  await client.send(peer.scene.random.octets(octets).with(0, first));
}

export async function sendResponse(peer: TurnPeer, name: string, of: 'success' | 'error'): Promise<void> {
  const client = await peer.client(name);
  await client.send(stunOctets(client.draft({ method: 'Binding' }, of)));
}

/** Octets with a meaning elsewhere, as data to be relayed. */
export function lookalike(peer: TurnPeer, client: Client, what: string): Uint8Array {
  const data = { type: ATTRIBUTES.DATA, value: peer.scene.random.octets(12) };
  const makers: Readonly<Record<string, () => Uint8Array>> = {
    'a Binding request': () => stunOctets(client.draft({ method: 'Binding' })),
    'a Binding success': () => stunOctets(client.draft({ method: 'Binding' }, 'success')),
    'a Data indication': () => stunOctets(client.draft({ method: 'Data', attributes: () => [data] }, 'indication')),
    ChannelData: () => channelDataOctets(0x4000, peer.scene.random.octets(16)),
  };
  const make = makers[what];
  if (make === undefined) throw new TypeError(`nothing looks like ${what}`);
  return peer.useData(make());
}

/** Datagrams by name, for servers to survive. */
export function oddDatagrams(peer: TurnPeer, client: Client, what: string): readonly Uint8Array[] {
  const { random } = peer.scene;
  const allocate = stunOctets(client.draft({ method: 'Allocate', attributes: () => [TRANSPORT] }));
  const makers: Readonly<Record<string, () => readonly Uint8Array[]>> = {
    'no octets': () => [new Uint8Array()],
    'one octet': () => [0, 0x40, 0x80, 0xff].map((first) => Uint8Array.of(first)),
    'two octets': () => [Uint8Array.of(0, 1), Uint8Array.of(0x40, 0)],
    '64 datagrams at random': () => Array.from({ length: 64 }, () => random.octets(random.below(200))),
    '60000 octets': () => [random.octets(60_000)],
    '65507 octets': () => [random.octets(65_507).fill(0, 0, 2)],
    'a header of zeros': () => [new Uint8Array(HEADER_OCTETS)],
    'an attribute beyond the end': () => [allocate.with(HEADER_OCTETS + 3, 200), allocate.with(HEADER_OCTETS + 2, 255)],
    'every beginning of an Allocate request': () => Array.from(allocate, (_, length) => allocate.slice(0, length)),
    'an Allocate request with each bit inverted': () => eachBitInverted(allocate),
    'every attribute with lengths of 0 to 40': () => everyAttribute(client),
  };
  const make = makers[what];
  if (make === undefined) throw new TypeError(`no datagrams ${what}`);
  return make();
}

const TRANSPORT = { type: ATTRIBUTES['REQUESTED-TRANSPORT'], value: Uint8Array.of(17, 0, 0, 0) };
const LENGTHS = [0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 16, 20, 21, 32, 40];

function eachBitInverted(octets: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: octets.length * 8 }, (_, bit) =>
    octets.with(bit >> 3, octets[bit >> 3]! ^ (0x80 >> (bit & 7))),
  );
}

function everyAttribute(client: Client): readonly Uint8Array[] {
  return Object.values(ATTRIBUTES).flatMap((type) =>
    LENGTHS.map((length) => {
      const attribute = { type, value: new Uint8Array(length).fill(1) };
      return stunOctets(client.draft({ method: 'Allocate', attributes: () => [attribute, TRANSPORT] }));
    }),
  );
}

/** A few at a time: what is lost on the way has tried nobody. */
const AT_ONCE = 32;

export async function sendAll(client: Client, datagrams: readonly Uint8Array[]): Promise<void> {
  for (const [index, octets] of datagrams.entries()) {
    await client.send(octets);
    if (index % AT_ONCE === AT_ONCE - 1) await client.log.find(() => false, 0);
  }
}

/** Requests that are signed rightly, so that they get as far as their attributes. */
export async function askEveryLength(peer: TurnPeer, name: string, method: string): Promise<void> {
  for (const type of [0x000c, 0x000d, 0x0012, 0x0017, 0x0022]) {
    for (const length of LENGTHS) {
      const value = new Uint8Array(length).fill(1);
      const { answer } = await peer.ask(name, { method }, () => [{ type, value }]);
      if (answer === undefined && length > 0) return;
    }
  }
}

/** @throws Unmet */
export async function assertAnswers(peer: TurnPeer, name: string): Promise<void> {
  const client = await peer.client(name);
  const draft = client.draft({ method: 'Binding' });
  if ((await client.transact(stunOctets(draft), draft.transaction)) !== undefined) return;
  throw new Unmet({ expected: ['an answer to a Binding request'], actual: 'nothing', missing: true });
}

/** Both ways. @throws Unmet */
export async function assertRelays(peer: TurnPeer, name: string, whom: string): Promise<void> {
  await assertAnswers(peer, name);
  const client = await peer.client(name);
  const mark = peer.scene.random.octets(24);
  await sendFromPeer(peer, whom, name, mark);
  const came = await client.log.find(({ octets }) => carries(octets, mark), peer.scene.hangLimit);
  if (came === undefined) throw new Unmet({ expected: ['data of the peer'], actual: 'nothing', missing: true });
  await sendTo(peer, name, whom, 24);
  const end = await peer.peer(whom);
  if ((await end.findData(peer.sentData, peer.scene.hangLimit)) !== undefined) return;
  throw new Unmet({ expected: ['data at the peer'], actual: 'nothing', missing: true });
}
