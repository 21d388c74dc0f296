/**
 * Whose datagram it is, where all scenarios share one implementation: each has the last 16 bits of its tester's address
 * to itself, on either interface.
 */

/** The last 16 bits of the destination, if it lies in 198.18.0.0/15. */
export function destinationKey(datagram: Uint8Array): number | undefined {
  if (datagram.length < 20) return undefined;
  if (datagram[16] !== 198 || (datagram[17]! & 0xfe) !== 18) return undefined;
  return (datagram[18]! << 8) | datagram[19]!;
}

/** The last 16 bits of a dotted address. */
export function keyOf(address: string): number {
  const [, , high, low] = address.split('.').map(Number);
  return (high! << 8) | low!;
}
