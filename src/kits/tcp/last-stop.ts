/** Whom a datagram is for in the end: that is whom the checksum of a segment takes in (RFC 9293 section 3.9.2.1). */
import { isSourceRoute, optionsIn, POINTER_AT } from '../ipv4/option-octets.ts';

const ADDRESS_OCTETS = 4;

/** The last stop of a source route that is still to be taken; where there is none `destination` itself. */
export function lastStop(octets: Uint8Array, destination: string): string {
  const route = optionsIn({ octets }).find(isSourceRoute)?.octets;
  const isTaken = route === undefined || route[POINTER_AT]! > route.length;
  return isTaken ? destination : route.subarray(-ADDRESS_OCTETS).join('.');
}
