/**
 * Whose datagram it is, where all scenarios share one implementation: each has the last 15 bits of its tester's address
 * to itself, on every interface.
 */
const NETWORK = 0;
const BROADCAST = 0x7fff;

/** The last 15 bits of the destination; undefined when it is no tester's. */
export function destinationKey(datagram: Uint8Array): number | undefined {
  if (datagram.length < 20) return undefined;
  if (datagram[16] !== 198 || (datagram[17]! & 0xfe) !== 18) return undefined;
  const key = ((datagram[18]! & 0x7f) << 8) | datagram[19]!;
  return key === NETWORK || key === BROADCAST ? undefined : key;
}

/** The last 15 bits of a dotted address. */
export function keyOf(address: string): number {
  const [, , high, low] = address.split('.').map(Number);
  return ((high! & 0x7f) << 8) | low!;
}
