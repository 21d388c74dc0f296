/** Kinds of IPv4 addresses, all as int32: which stand for a single host, which for many (RFC 1122 section 3.2.1.3). */

export const LIMITED_BROADCAST = -1;

/** The bits of `prefix` leading ones. */
export function maskOf(prefix: number): number {
  return prefix === 0 ? 0 : -1 << (32 - prefix);
}

export function isMulticast(address: number): boolean {
  return address >>> 28 === 0xe;
}

export function isLoopback(address: number): boolean {
  return address >>> 24 === 127;
}

/** This host, or a host on this network: 0.0.0.0/8. */
export function isThisNetwork(address: number): boolean {
  return address >>> 24 === 0;
}

/** 240.0.0.0/4, the limited broadcast address in it. */
function isClassE(address: number): boolean {
  return address >>> 28 === 0xf;
}

/** Whether an address may stand for one host, as far as the address itself tells. */
export function isSingleHost(address: number): boolean {
  return !isThisNetwork(address) && !isLoopback(address) && !isMulticast(address) && !isClassE(address);
}

/** All ones after the prefix; networks of 31 and 32 bits have no such address (RFC 3021). */
export function isDirectedBroadcast(address: number, network: number, prefix: number): boolean {
  const mask = maskOf(prefix);
  return prefix < 31 && (address & mask) === (network & mask) && (address | mask) === -1;
}
