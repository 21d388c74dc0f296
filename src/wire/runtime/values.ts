/**
 * What `encode` asks of the value that its caller gives: that each property can be represented at all. Whether it is
 * right is not asked. Throws TypeError for a wrong type or name, RangeError for a number that its field cannot hold.
 */
import { parseDotted } from './address.ts';
import { parseIp } from './ip.ts';

/** @throws TypeError when `value` is no object or has a property that is not in `known` */
export function checkProperties(value: unknown, known: ReadonlySet<string>, path: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`${path} must be an object`);
  for (const name in value) {
    if (!known.has(name)) throw new TypeError(`${path} has no property "${name}"`);
  }
}

/** By bits, the first number that does not fit. */
const LIMITS = Array.from({ length: 54 }, (_, bits) => 2 ** bits);

/** An unsigned integer of `bits` bits, as int32 when it takes all 32. */
export function uintFrom(value: unknown, path: string, bits: number): number {
  if (typeof value !== 'number') throw new TypeError(`${path} must be an integer, not ${kindOf(value)}`);
  if (!Number.isInteger(value) || value < 0 || value >= LIMITS[bits]!) {
    throw new RangeError(`${path} must be an integer from 0 to ${2 ** bits - 1}, not ${value}`);
  }
  return bits === 32 ? value | 0 : value;
}

export function flagFrom(value: unknown, path: string): number {
  if (typeof value !== 'boolean') throw new TypeError(`${path} must be true or false, not ${kindOf(value)}`);
  return value ? 1 : 0;
}

export function addressFrom(value: unknown, path: string): number {
  const address = typeof value === 'string' ? parseDotted(value) : undefined;
  if (address === undefined) throw new TypeError(`${path} must be a dotted IPv4 address, not ${kindOf(value)}`);
  return address;
}

/** The octets of an IPv4 or IPv6 address as hex. */
export function addressHexFrom(value: unknown, path: string): string {
  const hex = typeof value === 'string' ? parseIp(value) : undefined;
  if (hex === undefined) throw new TypeError(`${path} must be an IPv4 or IPv6 address, not ${kindOf(value)}`);
  return hex;
}

/** `value` itself when it is lowercase or uppercase hex of whole octets. */
export function hexFrom(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new TypeError(`${path} must be a string of hex digits, not ${kindOf(value)}`);
  const wrong = value.search(/[^0-9a-fA-F]/);
  if (wrong >= 0) throw new TypeError(`${path} must be hex digits; character ${wrong + 1} is "${value[wrong]}"`);
  if (value.length % 2 === 1) throw new TypeError(`${path} must be whole octets; it has ${value.length} hex digits`);
  return value;
}

export function listFrom(value: unknown, path: string): readonly object[] {
  if (!Array.isArray(value)) throw new TypeError(`${path} must be an array, not ${kindOf(value)}`);
  for (const [index, item] of value.entries()) {
    if (typeof item !== 'object' || item === null) {
      throw new TypeError(`${path}[${index}] must be an object, not ${kindOf(item)}`);
    }
  }
  return value;
}

/** @throws TypeError always: the caller left out what cannot be derived */
export function missing(path: string): never {
  throw new TypeError(`${path} is missing, and nothing derives it`);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'string') return JSON.stringify(value);
  return `${typeof value} ${typeof value === 'object' ? '' : String(value)}`.trimEnd();
}

/** @throws TypeError always: the caller gave a field that is not there */
export function absent(path: string, condition: string): never {
  throw new TypeError(`${path} is there only when ${condition}`);
}

/** What to throw when a checksum is to be worked out that takes in addresses which the caller has not given. */
export function withoutAddresses(path: string): TypeError {
  return new TypeError(`${path} is missing: to derive it takes the source and destination of the context`);
}
