/**
 * How soon a retransmission may come: the timeout of RFC 6298 section 2, worked out from the round trips that the tester
 * gave. Only a lower bound, since a floor, a coarse clock or a careful variance make a timeout longer. Microseconds.
 */

/** Which of the round trips an implementation measured is its own affair as far as the SYN goes. */
export function leastTimeout(handshake: number, roundTrips: readonly number[]): number {
  if (roundTrips.length === 0) return timeoutAfter([handshake]);
  return Math.min(timeoutAfter([handshake, ...roundTrips]), timeoutAfter(roundTrips));
}

/** (2.2) and (2.3), with no floor. */
function timeoutAfter([first = 0, ...others]: readonly number[]): number {
  let [smoothed, variation] = [first, first / 2];
  for (const roundTrip of others) {
    variation += (Math.abs(smoothed - roundTrip) - variation) / 4;
    smoothed += (roundTrip - smoothed) / 8;
  }
  return smoothed + 4 * variation;
}
