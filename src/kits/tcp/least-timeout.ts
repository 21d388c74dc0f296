/**
 * How soon a retransmission may come: the timeout of RFC 6298 section 2, worked out from the round trips that the tester
 * gave. Only a lower bound, since a floor, a coarse clock or a careful variance make a timeout longer. Microseconds.
 */

/** What a round trip counts for in the estimate and in the variation: alpha and beta. */
type Gains = readonly [number, number];

/** RFC 6298 (2.3): they SHOULD be these. */
const USUAL: readonly Gains[] = [[1 / 8, 1 / 4]];
/** From hardly anything to all of it; where the timeout is least lies at an edge or near one of these. */
const STEPS = 64;
const GAINS = Array.from({ length: STEPS }, (_, index) => (index + 1) / STEPS);
const ANY: readonly Gains[] = GAINS.flatMap((alpha) => GAINS.map((beta): Gains => [alpha, beta]));

/** With whatever gains: those of (2.3) are a SHOULD. */
export function leastTimeout(handshake: number, roundTrips: readonly number[]): number {
  return leastOf(ANY, handshake, roundTrips);
}

/** With the gains of (2.3). */
export function usualTimeout(handshake: number, roundTrips: readonly number[]): number {
  return leastOf(USUAL, handshake, roundTrips);
}

/** Which of the round trips an implementation measured is its own affair as far as the SYN goes. */
function leastOf(gains: readonly Gains[], handshake: number, roundTrips: readonly number[]): number {
  const all = [handshake, ...roundTrips];
  const measured = roundTrips.length === 0 ? [all] : [all, roundTrips];
  return Math.min(...measured.flatMap((each) => gains.map((gain) => timeoutAfter(each, gain))));
}

/** (2.2) and (2.3), with no floor. */
function timeoutAfter([first = 0, ...others]: readonly number[], [alpha, beta]: Gains): number {
  let [smoothed, variation] = [first, first / 2];
  for (const roundTrip of others) {
    variation += (Math.abs(smoothed - roundTrip) - variation) * beta;
    smoothed += (roundTrip - smoothed) * alpha;
  }
  return smoothed + 4 * variation;
}
