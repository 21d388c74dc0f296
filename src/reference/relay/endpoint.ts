/**
 * Where a node can be sent to, and where nobody must be sent to because a frame says so (HPR-HOP-05). Addresses are text as
 * the caller gives them, dotted; on the wire they are those of IPv6.
 */
import { fromHex, toHex } from '../../contract/hex.ts';

export interface Endpoint {
  readonly address: string;
  readonly port: number;
  readonly transport: 'udp' | 'tcp';
}

const MAPPED = '00000000000000000000ffff';

export function keyOf({ address, port, transport }: Endpoint): string {
  return `${transport} ${address} ${port}`;
}

export function isSameEndpoint(one: Endpoint | undefined, other: Endpoint | undefined): boolean {
  return one !== undefined && other !== undefined && keyOf(one) === keyOf(other);
}

/** As attributes have it (RFC 4291 section 2.5.5.2). */
export function wireOf({ address, port }: Endpoint): { readonly address: string; readonly port: number } {
  return { address: `${MAPPED}${toHex(Uint8Array.from(address.split('.').map(Number)))}`, port };
}

/**
 * The endpoint that an attribute names, over UDP; undefined for one that must not be sent to, and for an address that is
 * none of IPv4: this implementation speaks no other.
 */
export function endpointOf({
  address,
  port,
}: {
  readonly address: string;
  readonly port: number;
}): Endpoint | undefined {
  if (port === 0 || !address.startsWith(MAPPED)) return undefined;
  const octets = fromHex(address.slice(MAPPED.length));
  return isElsewhere(octets) ? { address: octets.join('.'), port, transport: 'udp' } : undefined;
}

/** HPR-HOP-05: an address of one host that is not this one. */
function isElsewhere([a = 0, b = 0, c = 0, d = 0]: Uint8Array): boolean {
  if (a === 0 || a === 127 || a >= 224) return false;
  if (a === 169 && b === 254) return false;
  return !(c === 255 && d === 255 && a === 255 && b === 255);
}
