/** Verdicts on allocations: their addresses, their ports, their lifetimes (RFC 8656 section 7.2). */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { addressInWords, familyOf, readXorAddress, sameAddress } from './addresses.ts';
import type { Client } from './client.ts';
import {
  answerOf,
  assertJust,
  assertOutcome,
  attributesRefused,
  excuseRefusal,
  outcomeOf,
  unmetAttribute,
} from './judge-answer.ts';
import type { TurnPeer } from './peer.ts';
import { addressIn, find, findAll, numberIn } from './read-message.ts';

const FIRST_DYNAMIC_PORT = 49_152;
const WELL_KNOWN_PORTS = 1024;
/** Seconds by which servers may round. */
const ROUNDING = 1;
/** Octets of a RESERVATION-TOKEN: RFC 8656 section 18.9. */
const TOKEN_OCTETS = 8;
const DONT_FRAGMENT = 0x001a;

function relayedIn(peer: TurnPeer) {
  const relayed = addressIn(answerOf(peer), 'XOR-RELAYED-ADDRESS');
  if (relayed === undefined) throw new Inconclusive('precondition', 'no relayed address can be read');
  return relayed;
}

/** @throws Unmet, Inconclusive */
export function assertFamily(peer: TurnPeer, family: string): void {
  const answer = answerOf(peer);
  const relayed = relayedIn(peer);
  if (familyOf(relayed.address) === family) return;
  throw unmetAttribute(answer, find(answer, 'XOR-RELAYED-ADDRESS')!, {
    expected: [`a relayed address of ${family}`],
    actual: addressInWords(relayed),
    field: 'XOR-RELAYED-ADDRESS',
  });
}

/** @throws Unmet, Unsupported */
export function assertFamilyOr(peer: TurnPeer, family: string, code: number): void {
  assertOutcome(peer, ['success', code], 'RFC 8656 section 7.2');
  if (peer.latest.answer?.of === 'success') assertFamily(peer, family);
}

/** @throws Unmet, Inconclusive */
export async function assertRelayed(peer: TurnPeer, name: string, expected: 'same' | 'another'): Promise<void> {
  const before = (await peer.client(name)).formerly;
  if (before === undefined) throw new Inconclusive('precondition', `client ${name} has no relayed address`);
  // A request that comes again is answered as it was, whatever quota is full by now: RFC 8489 section 6.3.1.
  if (expected === 'same') assertJust(peer, ['success']);
  const answer = answerOf(peer);
  const now = relayedIn(peer);
  if (sameAddress(before, now) === (expected === 'same')) return;
  throw unmetAttribute(answer, find(answer, 'XOR-RELAYED-ADDRESS')!, {
    expected: [`${expected === 'same' ? '' : 'another one than '}${addressInWords(before)}`],
    actual: addressInWords(now),
    field: 'XOR-RELAYED-ADDRESS',
  });
}

async function portOf(peer: TurnPeer, name: string): Promise<number> {
  return (await peer.relayedAddress(name)).port;
}

/** @throws Unmet */
export async function assertEven(peer: TurnPeer, name: string): Promise<void> {
  const port = await portOf(peer, name);
  if (port % 2 !== 0) throw new Unmet({ expected: ['an even port'], actual: `port ${port}` });
}

/** @throws Unmet, Unsupported */
export async function assertNextPort(peer: TurnPeer, name: string, after: string): Promise<void> {
  assertOutcome(peer, ['success']);
  const [port, before] = [await portOf(peer, name), await portOf(peer, after)];
  if (port !== before + 1) throw new Unmet({ expected: [`port ${before + 1}`], actual: `port ${port}` });
}

/** Other ports may be given by a server that knows its machine; well-known ones should never be. @throws Unmet */
export async function assertDynamic(peer: TurnPeer, name: string): Promise<void> {
  const port = await portOf(peer, name);
  if (port < WELL_KNOWN_PORTS) {
    throw new Unmet({ expected: [`a port from ${FIRST_DYNAMIC_PORT} on`], actual: `port ${port}` });
  }
  const outcome = port >= FIRST_DYNAMIC_PORT ? 'a dynamic port' : 'another port, by knowledge of the machine';
  peer.scene.took({ outcome, clause: 'RFC 8656 section 7.2' });
}

/** @throws Unmet */
export async function assertPortsVary(peer: TurnPeer, names: readonly string[]): Promise<void> {
  const ports = await Promise.all(names.map((name) => portOf(peer, name)));
  const steps = new Set(ports.slice(1).map((port, index) => port - ports[index]!));
  if (steps.size > 1) return;
  throw new Unmet({ expected: ['ports that cannot be guessed'], actual: `ports ${ports.join(' ')}` });
}

export function assertToken(peer: TurnPeer): void {
  const token = find(answerOf(peer), 'RESERVATION-TOKEN');
  if (token?.value.length === TOKEN_OCTETS) return;
  const actual = token === undefined ? 'an answer without it' : `${token.value.length} octets`;
  throw new Unmet({ expected: ['a RESERVATION-TOKEN of 8 octets'], actual });
}

/** What comes of `asked` where A got the default and B the most that there is. @throws Unmet, Inconclusive */
export async function assertLifetime(peer: TurnPeer, asked: number): Promise<void> {
  const [shortest, longest] = await Promise.all(['A', 'B'].map(async (name) => lifetimeOf(await peer.client(name))));
  const answer = answerOf(peer);
  const told = numberIn(answer, 'LIFETIME');
  if (told === undefined) throw new Inconclusive('precondition', 'no LIFETIME can be read');
  const expected = Math.max(shortest!, Math.min(asked, longest!));
  if (Math.abs(told - expected) <= ROUNDING) return;
  throw unmetAttribute(answer, find(answer, 'LIFETIME')!, {
    expected: [`${expected} seconds, ${asked} being asked for, ${shortest} the default and ${longest} the most`],
    actual: `${told} seconds`,
    field: 'LIFETIME',
  });
}

function lifetimeOf({ lifetime }: Client): number {
  if (lifetime === undefined) throw new Inconclusive('precondition', 'no LIFETIME was told');
  return lifetime;
}

/** @throws Unmet, Inconclusive */
export async function assertAtMost(peer: TurnPeer, name: string, seconds: number): Promise<void> {
  const lifetime = lifetimeOf(await peer.client(name));
  if (lifetime > seconds) throw new Unmet({ expected: [`at most ${seconds} seconds`], actual: `${lifetime} seconds` });
}

/** @throws Unmet, Inconclusive */
export function assertAlive(peer: TurnPeer): void {
  assertOutcome(peer, ['success']);
  const lifetime = numberIn(answerOf(peer), 'LIFETIME');
  if (lifetime === 0) throw new Unmet({ expected: ['a lifetime above zero'], actual: 'a lifetime of zero' });
}

/** RFC 8656 section 7.2, check 4. @throws Unmet, Inconclusive */
export function assertDontFragment(peer: TurnPeer): void {
  const { answer } = peer.latest;
  const outcome = outcomeOf(answer);
  const isNamed = attributesRefused(answer).includes(DONT_FRAGMENT);
  excuseRefusal(peer, ['success', 420]);
  if (outcome === 'success' || isNamed) {
    peer.scene.took({ outcome: isNamed ? 'not understood' : 'taken', clause: 'RFC 8656 section 7.2' });
    return;
  }
  throw new Unmet({ expected: ['success', '420 that lists 0x001a'], actual: outcome, missing: answer === undefined });
}

/** RFC 8656 section 7.2, check 9. @throws Unmet, Inconclusive */
export function assertOtherFamilyFailed(peer: TurnPeer): void {
  const answer = answerOf(peer);
  const attribute = find(answer, 'ADDRESS-ERROR-CODE');
  if (attribute === undefined) throw new Unmet({ expected: ['ADDRESS-ERROR-CODE'], actual: 'an answer without it' });
  const [family, , of, number] = attribute.value;
  const code = (of! & 7) * 100 + number!;
  if (family === 2 && (code === 440 || code === 508)) return;
  const actual = `family ${family}, error ${code}`;
  throw unmetAttribute(answer, attribute, {
    expected: ['family 2, error 440 or 508'],
    actual,
    field: 'ADDRESS-ERROR-CODE',
  });
}

/** @throws Unmet, Inconclusive */
export function assertBothFamilies(peer: TurnPeer): void {
  assertOutcome(peer, ['success']);
  const answer = answerOf(peer);
  const addresses = findAll(answer, 'XOR-RELAYED-ADDRESS').map(({ value }) =>
    readXorAddress(value, answer.transaction),
  );
  const families = addresses.flatMap((each) => (each === undefined ? [] : [familyOf(each.address)]));
  if (families.length === 2 && families.includes('IPv4') && families.includes('IPv6')) return;
  throw new Unmet({ expected: ['a relayed address of each family'], actual: families.join(' and ') || 'none' });
}
