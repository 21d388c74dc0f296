/** What becomes of a request: RFC 8656 sections 7.3, 7.4, 8.3, 10.3 and 12.3. */
import { ATTRIBUTES } from '../codes.ts';
import { SECOND } from '../config.ts';
import { type Endpoint, familyOf, keyOf } from '../endpoint.ts';
import { addressOf, find, type Message, plainAddressOf, uint32Of } from '../read-message.ts';
import { ask } from './ask.ts';
import type { Failure } from './config.ts';
import type { ClientState, Purpose } from './state.ts';

const MINUTE = 60 * SECOND;
/** RFC 8656 section 9 and 12: how long the server keeps them. Asked for anew a minute before. */
const PERMISSION_LIFETIME = 5 * MINUTE;
const CHANNEL_LIFETIME = 10 * MINUTE;
/** A minute is enough for some tries to refresh. */
const ANOTHER_TRY = 5 * SECOND;
/** RFC 8489 section 10: a server that sent us away is not asked again for so long. */
const REDIRECTION_LIFETIME = 5 * MINUTE;

export function succeeded(state: ClientState, purpose: Purpose, message: Message, now: number): void {
  switch (purpose.call) {
    case 'allocate':
      allocated(state, purpose, message, now);
      break;
    case 'refresh':
      refreshed(state, purpose, message, now);
      break;
    case 'delete':
      deleted(state, purpose, now);
      break;
    case 'permit':
      for (const address of purpose.addresses) permitted(state, address, now);
      state.outputs.push({ event: 'permitted', addresses: purpose.addresses });
      break;
    case 'bind':
      bound(state, purpose, now);
      break;
    default:
      purpose satisfies never;
  }
}

function refreshed(state: ClientState, purpose: Purpose, message: Message, now: number): void {
  const seconds = lifetimeIn(message);
  if (state.held === undefined || seconds === undefined) {
    failed(state, purpose, 'malformed', now);
    return;
  }
  state.held.refreshAt = refreshTime(now, seconds);
  state.outputs.push({ event: 'refreshed', lifetime: seconds });
}

function bound(state: ClientState, { peer, channel }: Extract<Purpose, { call: 'bind' }>, now: number): void {
  permitted(state, peer.address, now);
  state.isAfresh = false;
  const expiresAt = now + CHANNEL_LIFETIME;
  // The permission is the shorter of the two: binding anew keeps both.
  const refreshAt = now + PERMISSION_LIFETIME - MINUTE;
  state.held?.channels.set(keyOf(peer), { number: channel, peer, expiresAt, refreshAt });
  state.outputs.push({ event: 'bound', peer, channel });
}

function allocated(
  state: ClientState,
  purpose: Extract<Purpose, { call: 'allocate' }>,
  message: Message,
  now: number,
): void {
  const named = message.attributes.filter(({ type }) => type === ATTRIBUTES.XOR_RELAYED_ADDRESS);
  const relayed = named.flatMap((attribute) => addressOf(message, attribute) ?? []);
  const mappedAt = find(message, ATTRIBUTES.XOR_MAPPED_ADDRESS);
  const mapped = mappedAt && addressOf(message, mappedAt);
  const seconds = lifetimeIn(message);
  if (relayed.length === 0 || mapped === undefined || seconds === undefined) {
    failed(state, purpose, 'malformed', now);
    return;
  }
  const refreshAt = refreshTime(now, seconds);
  state.held = { relayed, wishes: purpose, refreshAt, permissions: new Map(), channels: new Map() };
  // TURN-A-29: what we cannot use we give back, and ask for no more.
  if (![mapped, ...relayed].every(({ address }) => state.config.families.includes(familyOf(address)))) {
    state.heldOffUntil = Number.POSITIVE_INFINITY;
    state.outputs.push({ event: 'failed', call: 'allocate', why: 'family' });
    ask(state, { call: 'delete' }, now);
    return;
  }
  state.outputs.push({ event: 'allocated', relayed, mapped, lifetime: seconds });
}

export function failed(state: ClientState, purpose: Purpose, why: Failure, now: number, message?: Message): void {
  const { outputs } = state;
  if (purpose.call === 'allocate') {
    if (why === 300 && message && tryAlternate(state, purpose, message, now)) return;
    if (why === 437 && tryAnotherPort(state, purpose, now)) return;
    state.heldOffUntil = Math.max(state.heldOffUntil, now + holdOff(why));
  } else if (why === 437) {
    // TURN-G-05, TURN-R-07: there is none any more; who wanted that has it.
    if (purpose.call === 'delete') deleted(state, purpose, now);
    else {
      forget(state);
      outputs.push({ event: 'lost' });
    }
    return;
  }
  if (purpose.call === 'bind' && why === 400 && startAfresh(state, now)) return;
  if (purpose.call === 'refresh' && state.held) state.held.refreshAt = now + ANOTHER_TRY;
  outputs.push({ event: 'failed', call: purpose.call, why });
}

function deleted(state: ClientState, { afresh }: Extract<Purpose, { call: 'delete' }>, now: number): void {
  forget(state);
  if (afresh) ask(state, afresh, now);
  else state.outputs.push({ event: 'deleted' });
}

/** TURN-C-17: client and server do not agree on what is bound; to and fro they never shall. */
function startAfresh(state: ClientState, now: number): boolean {
  if (state.held === undefined || state.isAfresh) return false;
  state.isAfresh = true;
  ask(state, { call: 'delete', afresh: state.held.wishes }, now);
  return true;
}

/** There is no allocation, and nothing that hangs on it. */
function forget(state: ClientState): void {
  state.held = undefined;
  state.transactions.clear();
}

/** TURN-A-30, TURN-A-31: how long the server is left in peace. */
function holdOff(why: Failure): number {
  if (why === 437) return 2 * MINUTE;
  return why === 486 || why === 508 ? MINUTE : 0;
}

/** TURN-A-30: it may be somebody else's allocation, from before. */
function tryAnotherPort(state: ClientState, purpose: Purpose, now: number): boolean {
  if (state.local + 1 >= state.config.locals.length) return false;
  state.local += 1;
  ask(state, purpose, now);
  return true;
}

/** TURN-A-34, RFC 8489 section 10: never to and fro. */
function tryAlternate(state: ClientState, purpose: Purpose, message: Message, now: number): boolean {
  const attribute = find(message, ATTRIBUTES.ALTERNATE_SERVER);
  const alternate = attribute && plainAddressOf(message, attribute);
  if (alternate === undefined) return false;
  state.redirected.set(keyOf(state.server), now);
  const before = state.redirected.get(keyOf(alternate));
  if (before !== undefined && now - before < REDIRECTION_LIFETIME) return false;
  state.server = alternate;
  ask(state, purpose, now);
  return true;
}

function permitted({ held }: ClientState, address: string, now: number): void {
  const expiresAt = now + PERMISSION_LIFETIME;
  held?.permissions.set(address, { expiresAt, refreshAt: expiresAt - MINUTE });
}

function lifetimeIn(message: Message): number | undefined {
  const attribute = find(message, ATTRIBUTES.LIFETIME);
  return attribute && uint32Of(message, attribute);
}

/** TURN-R-01: a minute ahead, or half-way where that is later than it would be. */
function refreshTime(now: number, seconds: number): number {
  return now + Math.max(seconds * SECOND - MINUTE, (seconds * SECOND) / 2);
}

export function isHeld({ held }: ClientState, { address }: Endpoint, now: number): boolean {
  return (held?.permissions.get(address)?.expiresAt ?? 0) > now;
}
