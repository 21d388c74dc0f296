/** Transport addresses as attributes hold them: RFC 8489 sections 14.1 and 14.2. */
import type { TransportAddress } from '../../harness/surface.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import { MAGIC_COOKIE } from './message.ts';

export const FAMILIES = { IPv4: 1, IPv6: 2 } as const;

const PORT_MASK = MAGIC_COOKIE >>> 16;

export function xorAddress({ address, port }: TransportAddress, transaction: Uint8Array): Uint8Array {
  const octets = addressOctets(address);
  const value = new Uint8Array(4 + octets.length);
  value[1] = octets.length === 4 ? FAMILIES.IPv4 : FAMILIES.IPv6;
  viewOf(value).setUint16(2, port ^ PORT_MASK);
  value.set(masked(octets, transaction), 4);
  return value;
}

/** Undefined for a family that is none, or an address of another length than its family's. */
export function readXorAddress(value: Uint8Array, transaction: Uint8Array): TransportAddress | undefined {
  const octets = masked(value.subarray(4), transaction);
  const lengths: Readonly<Record<number, number>> = { [FAMILIES.IPv4]: 4, [FAMILIES.IPv6]: 16 };
  if (octets.length === 0 || lengths[value[1]!] !== octets.length) return undefined;
  return { address: addressText(octets), port: viewOf(value).getUint16(2) ^ PORT_MASK };
}

function masked(octets: Uint8Array, transaction: Uint8Array): Uint8Array {
  const mask = new Uint8Array(16);
  viewOf(mask).setUint32(0, MAGIC_COOKIE);
  mask.set(transaction.subarray(0, 12), 4);
  return octets.map((octet, index) => octet ^ (mask[index] ?? 0));
}

/** Dotted, or any spelling of IPv6. @throws TypeError for what is none */
function addressOctets(address: string): Uint8Array {
  if (!address.includes(':')) return dotted(address);
  const last = address.slice(address.lastIndexOf(':') + 1);
  const [high, low] = last.includes('.') ? pairs(dotted(last)) : [];
  const text = high === undefined ? address : `${address.slice(0, -last.length)}${high}:${low}`;
  const [head = '', tail] = text.split('::');
  const words = (part: string | undefined): string[] => (part ? part.split(':') : []);
  const [before, after] = [words(head), words(tail)];
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...Array<string>(Math.max(0, gap)).fill('0'), ...after];
  if (all.length !== 8 || all.some((word) => !/^[0-9a-f]{1,4}$/i.test(word)))
    throw new TypeError(`no address: ${address}`);
  return Uint8Array.from(all.flatMap((word) => [Number.parseInt(word, 16) >> 8, Number.parseInt(word, 16) & 0xff]));
}

function dotted(address: string): Uint8Array {
  const octets = address.split('.').map(Number);
  if (octets.length === 4 && octets.every((octet) => Number.isInteger(octet) && octet >= 0 && octet <= 255))
    return Uint8Array.from(octets);
  throw new TypeError(`no address: ${address}`);
}

function pairs(octets: Uint8Array): string[] {
  return [0, 2].map((at) => viewOf(octets).getUint16(at).toString(16));
}

function addressText(octets: Uint8Array): string {
  if (octets.length === 4) return octets.join('.');
  const words = Array.from({ length: 8 }, (_, index) =>
    viewOf(octets)
      .getUint16(2 * index)
      .toString(16),
  );
  return words.join(':');
}

export function familyOf(address: string): keyof typeof FAMILIES {
  return address.includes(':') ? 'IPv6' : 'IPv4';
}

export function sameAddress(one: TransportAddress, other: TransportAddress): boolean {
  return one.port === other.port && addressOctets(one.address).join() === addressOctets(other.address).join();
}

export function addressInWords({ address, port }: TransportAddress): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
