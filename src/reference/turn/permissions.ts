/** CreatePermission: RFC 8656 sections 9 and 10.2. All of a request's addresses get a permission, or none does. */
import { type Answer, refusal, success } from './answer.ts';
import type { Call } from './call.ts';
import { ATTRIBUTES } from './codes.ts';
import { SECOND } from './config.ts';
import { type Endpoint, familyOf } from './endpoint.ts';
import { isRefused } from './peer-filter.ts';
import { addressOf } from './read-message.ts';
import type { Allocation, Relay, ServerState } from './state.ts';

export function createPermission(state: ServerState, { message, now }: Call, allocation: Allocation): Answer {
  const named = message.attributes.filter(({ type }) => type === ATTRIBUTES.XOR_PEER_ADDRESS);
  const peers = named.flatMap((attribute) => addressOf(message, attribute) ?? []);
  // TURN-P-06
  if (peers.length === 0 || peers.length < named.length) return refusal(400);
  const wanted = peers.map((peer) => ({ peer, relay: relayFor(allocation, peer) }));
  // TURN-P-07, TURN-P-08
  if (wanted.some(({ relay }) => relay === undefined)) return refusal(443);
  if (peers.some((peer) => isForbidden(state, peer))) return refusal(403);
  const isFull = allocation.relays.some((relay) => {
    const own = wanted.filter((each) => each.relay === relay).map(({ peer }) => peer.address);
    return !hasRoom(state, relay, own, now);
  });
  // TURN-P-11
  if (isFull) return refusal(508);
  // TURN-P-09
  for (const { relay, peer } of wanted) if (relay) permit(state, relay, peer, now);
  return success();
}

/** The relayed address of the peer's family. */
export function relayFor({ relays }: Allocation, { address }: Endpoint): Relay | undefined {
  return relays.find(({ endpoint }) => familyOf(endpoint.address) === familyOf(address));
}

export function isForbidden({ options }: ServerState, { address }: Endpoint): boolean {
  return isRefused(address, { allowLoopback: options.allowLoopbackPeers });
}

/** Whether the addresses fit in beside those that are permitted; what has expired makes room. */
export function hasRoom(
  { options }: ServerState,
  { permissions }: Relay,
  addresses: readonly string[],
  now: number,
): boolean {
  for (const [address, expiresAt] of permissions) if (expiresAt <= now) permissions.delete(address);
  const fresh = new Set(addresses.filter((address) => !permissions.has(address)));
  return permissions.size + fresh.size <= options.permissions;
}

/** TURN-P-01, TURN-P-02: for an IP address, whatever the port. */
export function permit({ options }: ServerState, { permissions }: Relay, { address }: Endpoint, now: number): void {
  permissions.set(address, now + options.permissionLifetime * SECOND);
}
