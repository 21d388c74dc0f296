/** Refresh: RFC 8656 section 8.2. */
import { lifetimeAsked, lifetimeGiven } from './allocate.ts';
import { type Answer, refusal, success } from './answer.ts';
import type { Call } from './call.ts';
import { ATTRIBUTES } from './codes.ts';
import { SECOND } from './config.ts';
import { familyOf } from './endpoint.ts';
import { find, firstOctetOf } from './read-message.ts';
import { type Allocation, expireBy, removeRelay, type ServerState } from './state.ts';
import { lifetimeAttribute } from './write-message.ts';

export function refresh(state: ServerState, { message, now }: Call, allocation: Allocation): Answer {
  const asked = lifetimeAsked(message);
  const requested = find(message, ATTRIBUTES.REQUESTED_ADDRESS_FAMILY);
  const family = requested && (firstOctetOf(message, requested) ?? 'malformed');
  if (asked === 'malformed' || family === 'malformed') return refusal(400);
  const relays = allocation.relays.filter(({ endpoint }) => {
    return family === undefined || familyOf(endpoint.address) === family;
  });
  // TURN-R-05
  if (relays.length === 0) return refusal(443);
  // TURN-R-03, TURN-R-06
  if (asked === 0) {
    for (const relay of relays) removeRelay(state, relay);
    return success(lifetimeAttribute(0));
  }
  // TURN-R-04
  const seconds = lifetimeGiven(state.options, asked);
  for (const relay of relays) relay.expiresAt = now + seconds * SECOND;
  expireBy(state, now + seconds * SECOND);
  return success(lifetimeAttribute(seconds));
}
