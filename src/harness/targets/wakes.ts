/**
 * Waiting in virtual time for something that is stepped over a Port: straight from one wake to the next that it asks for.
 * Time moves only meanwhile.
 */
import { IutFault } from '../outcome.ts';
import type { VirtualClock } from './port-surfaces.ts';

/** What wants to be woken so often without time passing, or so often within one wait, will never come to rest. */
const WAKES_AT_ONCE = 1_000;
const WAKES_IN_A_WAIT = 200_000;

export interface Sleeper {
  /** As the contract calls its step. */
  readonly method: string;
  /** Microseconds; undefined when only somebody else can wake it. */
  readonly wakeAt: number | undefined;
  step(inputs: readonly object[]): Promise<void>;
}

/** Lets time pass until `look` finds something, or as long as is said. @throws IutFault for what never comes to rest */
export async function untilFound<Found>(
  sleeper: Sleeper,
  clock: VirtualClock,
  within: number,
  look: () => Found | undefined,
): Promise<Found | undefined> {
  const limit = clock.now + Math.max(0, Math.ceil(within));
  for (let wakes = 0, atOnce = 0; ; wakes += 1) {
    const found = look();
    if (found !== undefined) return found;
    const { wakeAt } = sleeper;
    if (wakeAt === undefined || wakeAt > limit) break;
    atOnce = wakeAt > clock.now ? 0 : atOnce + 1;
    if (atOnce > WAKES_AT_ONCE || wakes > WAKES_IN_A_WAIT) {
      const text = `${sleeper.method}: woken ${wakes} times without a datagram, and wakeAt asks for more at ${wakeAt} us`;
      throw new IutFault('iut-hung', `${text}; it is ${clock.now} us`);
    }
    clock.now = Math.max(clock.now, wakeAt);
    await sleeper.step([]);
  }
  if (Number.isFinite(limit)) clock.now = limit;
  return undefined;
}
