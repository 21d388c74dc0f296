/** What readers of captures have in common: a packet, where its datagram lies behind a link's header, what is said. */

export interface Captured {
  /** Microseconds. */
  readonly at: number;
  readonly octets: Uint8Array;
  /** It was captured in part. */
  readonly isCut: boolean;
}

export type CaptureRead =
  | { readonly ok: true; readonly packets: readonly Captured[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly why: string };

export const MOST_PACKETS = 2000;
/** Octets before the datagram, and where the number stands that says it is IPv4; by link type. */
const LINKS: Readonly<Record<number, readonly [octets: number, typeAt: number | undefined]>> = {
  0: [4, undefined],
  1: [14, 12],
  101: [0, undefined],
  108: [4, undefined],
  113: [16, 14],
  228: [0, undefined],
  276: [20, 0],
};
const [IPV4, VLAN] = [0x0800, 0x8100];

/** Undefined where there is no IPv4. */
export function datagramIn(frame: Uint8Array, link: number): Uint8Array | undefined {
  const known = LINKS[link];
  if (known === undefined) return undefined;
  let [octets, typeAt] = known;
  if (typeAt !== undefined && numberAt(frame, typeAt) === VLAN) [octets, typeAt] = [octets + 4, typeAt + 4];
  if (typeAt !== undefined && numberAt(frame, typeAt) !== IPV4) return undefined;
  const datagram = frame.subarray(octets);
  // Of raw links the version tells.
  return datagram.length > 0 && datagram[0]! >> 4 === 4 ? datagram : undefined;
}

export function cutOff(packets: number): string {
  return `the capture is cut off: it ends within the packet behind the first ${packets}`;
}

export function tooMany(octets: number): string {
  return `only the first ${MOST_PACKETS} packets are shown; ${octets} octets follow`;
}

export function notIp(packets: number, link: number): string {
  const known = link in LINKS ? '' : ` (link type ${link}, which is not known here)`;
  return `${packets} packet${packets === 1 ? '' : 's'} without an IPv4 datagram passed over${known}`;
}

function numberAt(octets: Uint8Array, at: number): number {
  return ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
}
