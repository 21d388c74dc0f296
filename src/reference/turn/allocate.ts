/** Allocate: the checks of RFC 8656 section 7.2 in its order, then the allocation. */

import { toHex } from '../../contract/hex.ts';
import { type Answer, notUnderstood, refusal, success } from './answer.ts';
import type { Call } from './call.ts';
import { ATTRIBUTES, type Family, IPV4, IPV6 } from './codes.ts';
import { SECOND, type ServerOptions } from './config.ts';
import { type Endpoint, familyOf, keyOf } from './endpoint.ts';
import { type Attribute, find, firstOctetOf, type Message, octetsIn, uint32Of } from './read-message.ts';
import { choosePort, type PortWish, reserve } from './relayed-addresses.ts';
import { type Allocation, expireBy, type Relay, type ServerState } from './state.ts';
import { type AttributeValue, addressErrorAttribute, lifetimeAttribute, plain, xorAddress } from './write-message.ts';

/** IANA's number of UDP. */
const UDP = 17;

export function allocate(state: ServerState, call: Call): Answer {
  const { message } = call;
  // TURN-A-05; the request that made it has been answered before (TURN-A-28).
  if (state.allocations.has(call.fiveTuple)) return refusal(437);
  const transport = find(message, ATTRIBUTES.REQUESTED_TRANSPORT);
  const protocol = transport && firstOctetOf(message, transport);
  // TURN-A-06, TURN-A-07
  if (protocol === undefined) return refusal(400);
  if (protocol !== UDP) return refusal(442);
  // TURN-A-08
  const dontFragment = find(message, ATTRIBUTES.DONT_FRAGMENT);
  if (dontFragment && !state.options.dontFragment) return notUnderstood([ATTRIBUTES.DONT_FRAGMENT]);
  const lifetime = lifetimeAsked(message);
  const wish = wishOf(message);
  if (lifetime === 'malformed' || wish === 'malformed') return refusal(400);
  const token = find(message, ATTRIBUTES.RESERVATION_TOKEN);
  const found = token ? reserved(state, message, token) : chosen(state, message, wish);
  if ('kind' in found) return found;
  // TURN-G-07, TURN-A-18: what one user may have, and what there is at all.
  const own = [...state.allocations.values()].filter(({ username }) => username === call.user.name);
  if (own.length >= state.options.allocationsOfUser) return refusal(486);
  const { allocations } = state.options;
  if (state.allocations.size >= allocations || state.reservations.size >= allocations) return refusal(508);
  // A port that was kept is taken now.
  for (const endpoint of found.endpoints) state.reservations.delete(keyOf(endpoint));
  return create(state, call, found, { lifetime, wish });
}

interface Found {
  readonly endpoints: readonly Endpoint[];
  /** Of a family that was wanted beside and is not there: TURN-A-16. */
  readonly missing?: { readonly family: Family; readonly code: 440 | 508 };
}

/** TURN-A-09, TURN-A-10: the port that was kept, by its token. */
function reserved({ reservations }: ServerState, message: Message, token: Attribute): Found | Answer {
  const others = [ATTRIBUTES.EVEN_PORT, ATTRIBUTES.REQUESTED_ADDRESS_FAMILY, ATTRIBUTES.ADDITIONAL_ADDRESS_FAMILY];
  if (token.length !== 8 || others.some((type) => find(message, type))) return refusal(400);
  const asked = toHex(octetsIn(message, token));
  const reservation = [...reservations.values()].find((each) => each.token === asked);
  return reservation ? { endpoints: [reservation.endpoint] } : refusal(508);
}

function chosen(state: ServerState, message: Message, wish: PortWish): Found | Answer {
  const requested = find(message, ATTRIBUTES.REQUESTED_ADDRESS_FAMILY);
  const additional = find(message, ATTRIBUTES.ADDITIONAL_ADDRESS_FAMILY);
  // TURN-A-11
  if (requested && additional) return refusal(400);
  const family = requested ? firstOctetOf(message, requested) : IPV4;
  if (family === undefined) return refusal(400);
  if (additional) return bothFamilies(state, message, additional, wish);
  // TURN-A-12, TURN-A-13
  const address = addressOfFamily(state, family);
  if (address === undefined) return refusal(440);
  const endpoint = choosePort(state, address, wish);
  // TURN-A-19
  return endpoint ? { endpoints: [endpoint] } : refusal(508);
}

function bothFamilies(state: ServerState, message: Message, additional: Attribute, wish: PortWish): Found | Answer {
  // TURN-A-14, TURN-A-15
  if (wish === 'pair' || firstOctetOf(message, additional) !== IPV6) return refusal(400);
  const tried = [IPV4, IPV6].map((family) => {
    const address = addressOfFamily(state, family);
    return { family, address, endpoint: address === undefined ? undefined : choosePort(state, address, wish) };
  });
  const endpoints = tried.flatMap(({ endpoint }) => endpoint ?? []);
  if (endpoints.length === 0) return refusal(508);
  const lacking = tried.find(({ endpoint }) => endpoint === undefined);
  if (lacking === undefined) return { endpoints };
  const code = lacking.address === undefined ? 440 : 508;
  return { endpoints, missing: { family: lacking.family, code } };
}

function create(
  state: ServerState,
  { fiveTuple, path, user, from, now }: Call,
  { endpoints, missing }: Found,
  { lifetime, wish }: { readonly lifetime: number | undefined; readonly wish: PortWish },
): Answer {
  const allocation: Allocation = { fiveTuple, path, username: user.name, relays: [] };
  const seconds = lifetimeGiven(state.options, lifetime);
  for (const endpoint of endpoints) {
    const relay = openRelay(allocation, endpoint, now + seconds * SECOND);
    allocation.relays.push(relay);
    state.relays.set(keyOf(endpoint), relay);
    state.changes.push({ event: 'opened', endpoint });
  }
  state.allocations.set(fiveTuple, allocation);
  expireBy(state, now + seconds * SECOND);
  // TURN-A-27
  const attributes: AttributeValue[] = [
    ...endpoints.map((endpoint) => xorAddress(ATTRIBUTES.XOR_RELAYED_ADDRESS, endpoint)),
    lifetimeAttribute(seconds),
    xorAddress(ATTRIBUTES.XOR_MAPPED_ADDRESS, from),
  ];
  const [first] = endpoints;
  if (wish === 'pair' && first) {
    const next = { address: first.address, port: first.port + 1 };
    const token = reserve(state, next, now + state.options.reservationLifetime * SECOND);
    attributes.push(plain(ATTRIBUTES.RESERVATION_TOKEN, token));
  }
  if (missing) attributes.push(addressErrorAttribute(missing.family, missing.code));
  return success(...attributes);
}

function openRelay(allocation: Allocation, endpoint: Endpoint, expiresAt: number): Relay {
  return {
    endpoint,
    allocation,
    expiresAt,
    permissions: new Map(),
    channels: new Map(),
    channelsByPeer: new Map(),
  };
}

function addressOfFamily({ config }: ServerState, family: number): string | undefined {
  return config.relayAt.find((address) => familyOf(address) === family);
}

/** What LIFETIME asks for, in seconds; undefined where there is none. */
export function lifetimeAsked(message: Message): number | undefined | 'malformed' {
  const lifetime = find(message, ATTRIBUTES.LIFETIME);
  return lifetime && (uint32Of(message, lifetime) ?? 'malformed');
}

/** TURN-A-25: not below the default, and not above the maximum. */
export function lifetimeGiven({ lifetime, maximumLifetime }: ServerOptions, asked: number | undefined): number {
  return Math.max(lifetime, Math.min(asked ?? lifetime, maximumLifetime));
}

/** TURN-A-20, TURN-A-21. */
function wishOf(message: Message): PortWish | 'malformed' {
  const evenPort = find(message, ATTRIBUTES.EVEN_PORT);
  if (evenPort === undefined) return 'any';
  if (evenPort.length !== 1) return 'malformed';
  return message.view.getUint8(evenPort.at) >= 0x80 ? 'pair' : 'even';
}
