/**
 * Reads the parameters of contract 1 (spec/meta/adapter.schema.json), whatever JSON came. What is not of its form is
 * answered with "invalid parameters" and the name of the member.
 */
import { hexFaultAt, octetsOfHex } from '../contract/hex.ts';
import { INVALID_PARAMS, PortError } from '../contract/port.ts';
import { parseDotted } from '../wire/runtime/address.ts';

export type Members = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown, member: string): Members {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Members;
  throw invalid(member, 'an object');
}

export function listOf(value: unknown, member: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw invalid(member, 'a list');
}

export function textOf(value: unknown, member: string): string {
  if (typeof value === 'string') return value;
  throw invalid(member, 'a string');
}

export function integerOf(value: unknown, member: string, most: number = Number.MAX_SAFE_INTEGER): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most) return value as number;
  throw invalid(member, `a whole number of 0 to ${most}`);
}

export function octetsOf(value: unknown, member: string): Uint8Array {
  const hex = textOf(value, member);
  const octets = octetsOfHex(hex);
  if (octets !== undefined) return octets;
  throw invalid(member, `lowercase hex of whole octets; digit ${hexFaultAt(hex) + 1} is at fault`);
}

/** As int32. */
export function addressOf(value: unknown, member: string): number {
  const address = parseDotted(textOf(value, member));
  if (address === undefined) throw invalid(member, 'a dotted address');
  return address;
}

export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

export function hostAndPortOf(value: unknown, member: string): HostAndPort {
  const [, host, port] = /^([^/:]+):([0-9]{1,5})$/.exec(textOf(value, member)) ?? [];
  if (host === undefined) throw invalid(member, 'of the form HOST:PORT');
  return { host, port: Number(port) };
}

export function invalid(member: string, expected: string): PortError {
  return new PortError(INVALID_PARAMS, `${member} should be ${expected}`);
}
