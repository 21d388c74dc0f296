/**
 * Letting time pass: minutes cost nothing in virtual time, and a server that was told to be quicker says so by its
 * parameters. Servers may round to a second, so nothing is claimed nearer to an end.
 */
import { Inconclusive } from '../../harness/outcome.ts';
import { expectSuccess, permit } from './ask-talk.ts';
import type { Exchange } from './client.ts';
import type { TurnPeer } from './peer.ts';

/** Seconds before and after an end at which everybody agrees. */
const BEFORE = 1.5;
const AFTER = 2;

/** Seconds: RFC 8656 sections 9 and 12. */
const LIFETIMES = {
  permission: { parameter: 'turn.permission-lifetime', usual: 300 },
  channel: { parameter: 'turn.channel-lifetime', usual: 600 },
  nonce: { parameter: 'turn.nonce-lifetime', usual: 3600 },
} as const;

type Lasting = keyof typeof LIFETIMES;

type Moment = 'before the end' | 'after the end' | 'middle' | 'rest';

export async function pass(peer: TurnPeer, seconds: number): Promise<void> {
  await (await peer.client('A')).log.find(() => false, seconds * 1_000_000);
}

/** `rest`: from the middle until after the end. */
function secondsUntil(peer: TurnPeer, what: Lasting, moment: Moment): number {
  const { parameter, usual } = LIFETIMES[what];
  const lifetime = peer.setting(parameter, usual);
  const moments: Readonly<Record<Moment, number>> = {
    'before the end': Math.max(lifetime - BEFORE, lifetime / 4),
    'after the end': lifetime + AFTER,
    middle: lifetime / 2,
    rest: lifetime / 2 + AFTER,
  };
  return moments[moment];
}

export async function passUntil(peer: TurnPeer, what: Lasting, moment: Moment): Promise<void> {
  await pass(peer, secondsUntil(peer, what, moment));
}

/** Renews a permission, and the allocation, often enough; the channel lives by itself. */
export async function keepPermission(peer: TurnPeer, name: string, whom: string, moment: Moment): Promise<void> {
  const half = secondsUntil(peer, 'permission', 'middle');
  for (let left = secondsUntil(peer, 'channel', moment); left > 0; left -= half) {
    await pass(peer, Math.min(half, left));
    await permit(peer, name, whom);
    expectSuccess(await peer.ask(name, { method: 'Refresh' }));
  }
}

/** A nonce ends while there is an allocation, and that is to outlive it: RFC 8656 section 5. @throws Unmet, Inconclusive */
export async function keepForNonce(peer: TurnPeer, name: string): Promise<void> {
  const half = (await lifetimeOfAllocation(peer, name)) / 2;
  for (let left = secondsUntil(peer, 'nonce', 'after the end'); left > 0; left -= half) {
    await pass(peer, Math.min(half, left));
    expectSuccess(await refreshAnyhow(peer, name));
  }
}

/** With whatever code a server asks for another nonce. */
async function refreshAnyhow(peer: TurnPeer, name: string): Promise<Exchange> {
  const exchange = await peer.ask(name, { method: 'Refresh' });
  const { answer } = exchange;
  const isChallenge = answer?.of === 'error' && (await peer.client(name)).learnFrom(answer);
  return isChallenge ? peer.ask(name, { method: 'Refresh' }) : exchange;
}

/** @throws Inconclusive when nobody said how long that is */
async function lifetimeOfAllocation(peer: TurnPeer, name: string): Promise<number> {
  const { lifetime } = await peer.client(name);
  if (lifetime === undefined) throw new Inconclusive('precondition', 'no LIFETIME was told');
  return lifetime;
}

export async function passAllocation(peer: TurnPeer, name: string): Promise<void> {
  await pass(peer, (await lifetimeOfAllocation(peer, name)) - BEFORE);
}

/** Calls `each` now and then until the allocation's time is over. */
export async function useUntilEnd(peer: TurnPeer, name: string, each: () => Promise<void>): Promise<void> {
  const end = (await lifetimeOfAllocation(peer, name)) + AFTER;
  const step = Math.min(secondsUntil(peer, 'permission', 'middle'), end / 4);
  for (let left = end; left > 0; left -= step) {
    if (left > 2 * step) await each();
    await pass(peer, Math.min(step, left));
  }
}
