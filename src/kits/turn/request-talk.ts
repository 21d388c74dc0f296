/** Requests that differ from the usual one in who sends them, or how. */
import { Inconclusive, Unmet, Unsupported } from '../../harness/outcome.ts';
import { allocate, expectSuccess, usualAttributes } from './ask-talk.ts';
import { authenticated } from './authentication.ts';
import type { Exchange } from './client.ts';
import { attributesRefused } from './judge-answer.ts';
import type { TurnPeer } from './peer.ts';
import { find } from './read-message.ts';
import type { Rows } from './words.ts';
import { signing } from './wrong-ways.ts';

const DONT_FRAGMENT = 0x001a;

/** A request that is signed in one of the ways that have a name; a Binding request is never signed. */
export async function askWith(
  peer: TurnPeer,
  name: string,
  method: string,
  how: string,
  rows?: Rows,
): Promise<Exchange> {
  const client = await peer.client(name);
  if (how !== 'no credentials' && method !== 'Binding') await client.learn();
  const { authentication, touch } = signing(peer, client, how);
  const signed = method === 'Binding' ? ({ kind: 'none' } as const) : authentication;
  const request = { method, ...(signed ? { authentication: signed } : {}), ...(touch ? { touch } : {}) };
  return peer.ask(name, request, rows ?? (await usualAttributes(peer, method)));
}

function other(peer: TurnPeer) {
  return { kind: 'long-term', ...peer.credentials('turn.other-username', 'turn.other-password') } as const;
}

export async function askOf(peer: TurnPeer, name: string, method: string): Promise<void> {
  await peer.ask(name, { method, authentication: other(peer) }, await usualAttributes(peer, method));
}

/** The client speaks for the other user from then on. @throws Unmet, Unsupported */
export async function allocateAsOther(peer: TurnPeer, name: string): Promise<void> {
  const { username, password } = other(peer);
  const client = await peer.client(name, undefined, { username, password });
  await allocate(peer, name);
  if (client.relayed === undefined) throw new Inconclusive('precondition', 'no relayed address can be read');
}

/** The parameter `turn.quota`. @throws Unmet, Unsupported */
export async function fillQuota(peer: TurnPeer): Promise<void> {
  const quota = peer.setting('turn.quota', 0);
  if (quota < 1) throw new Unsupported('a quota that is told (turn.quota)');
  for (let index = 0; index < quota; index += 1) await allocate(peer, `quota-${index}`);
}

/** Over a stream, with a moment in between. */
export async function askInParts(peer: TurnPeer, name: string, method: string): Promise<void> {
  const client = await peer.client(name);
  await client.learn();
  const attributes = await usualAttributes(peer, method);
  const draft = client.draft({ method, ...(attributes ? { attributes } : {}) });
  const octets = authenticated(draft, { kind: 'long-term' }, client.credentials, client.session);
  const middle = Math.floor(octets.length / 2);
  await client.send(octets.slice(0, middle));
  await client.log.find(() => false, 0);
  const answer = await client.transact(octets.slice(middle), draft.transaction);
  peer.keep(client, { octets, draft, answer });
}

/** The first octet of an address is reserved, and says nothing: RFC 8489 section 14.1. */
export async function askWithFirstOctet(
  peer: TurnPeer,
  name: string,
  method: string,
  whom: string,
  first: number,
): Promise<void> {
  await peer.peer(whom);
  const rows = [
    ['attribute', 'value'],
    ['XOR-PEER-ADDRESS', `peer ${whom}`],
  ];
  const attributes = await peer.attributes(rows);
  await peer.ask(name, { method }, (transaction) =>
    attributes(transaction).map((each) => ({ ...each, value: each.value.with(0, first) })),
  );
}

/** A success that tells an address: of which attribute, and which, is for a rule to say. @throws Unmet */
export async function expectBinding(peer: TurnPeer, name: string): Promise<void> {
  const exchange = await askWith(peer, name, 'Binding', 'no credentials');
  expectSuccess(exchange);
  const { answer } = exchange;
  if (answer && (find(answer, 'XOR-MAPPED-ADDRESS') ?? find(answer, 'MAPPED-ADDRESS'))) return;
  throw new Unmet({ expected: ['an address in a Binding success'], actual: 'none' });
}

/** @throws Unsupported when it does understand */
export async function expectIgnorance(peer: TurnPeer, name: string): Promise<void> {
  const rows = [
    ['attribute', 'value'],
    ['REQUESTED-TRANSPORT', '17'],
    ['DONT-FRAGMENT', ''],
  ];
  const exchange = await peer.ask(name, { method: 'Allocate' }, rows);
  if (attributesRefused(exchange.answer).includes(DONT_FRAGMENT)) return;
  expectSuccess(exchange);
  throw new Unsupported('to be unable to set DF');
}
