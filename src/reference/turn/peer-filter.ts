/**
 * Which peers nobody may be relayed to unless the server's owner asks for it (RFC 8656 section 21; TURN-X-01, TURN-X-03,
 * TURN-X-04): addresses that mean the server itself or its own network, and groups; in every spelling that leads there.
 */
import { parseDotted } from '../../wire/runtime/address.ts';
import { parseIp } from '../../wire/runtime/ip.ts';

export interface PeerPolicy {
  /** Loopback addresses of both families are peers like others: for trials on one machine. */
  readonly allowLoopback: boolean;
}

interface Range {
  readonly address: number;
  readonly prefix: number;
}

const LOOPBACK = range('127.0.0.0', 8);

/** RFC 6890: this network, private, shared, link-local, protocol assignments, multicast, reserved and broadcast. */
const REFUSED: readonly Range[] = [
  range('0.0.0.0', 8),
  range('10.0.0.0', 8),
  range('100.64.0.0', 10),
  range('169.254.0.0', 16),
  range('172.16.0.0', 12),
  range('192.0.0.0', 24),
  range('192.168.0.0', 16),
  range('224.0.0.0', 4),
  range('240.0.0.0', 4),
];

/** By the first digits of the whole address: unique-local, link-local, site-local, multicast, Teredo, 6to4, local NAT64. */
const REFUSED_V6: readonly RegExp[] = [/^f[cd]/, /^fe[89a-f]/, /^ff/, /^20010000/, /^2002/, /^0064ff9b0001/];

/** Prefixes of 96 bits behind which an IPv4 address stands: compatible, mapped (RFC 4291), NAT64 (RFC 6052). */
const EMBEDDING: readonly string[] = ['0'.repeat(24), `${'0'.repeat(20)}ffff`, '0064ff9b'.padEnd(24, '0')];

export function isRefused(address: string, { allowLoopback }: PeerPolicy): boolean {
  const dotted = parseDotted(address);
  if (dotted !== undefined) return isRefusedV4(dotted, allowLoopback);
  const hex = parseIp(address) ?? '';
  if (hex === `${'0'.repeat(31)}1`) return !allowLoopback;
  if (REFUSED_V6.some((prefix) => prefix.test(hex))) return true;
  if (!EMBEDDING.includes(hex.slice(0, 24))) return false;
  return isRefusedV4(Number.parseInt(hex.slice(24), 16) | 0, allowLoopback);
}

function isRefusedV4(address: number, allowLoopback: boolean): boolean {
  if (isIn(address, LOOPBACK)) return !allowLoopback;
  return REFUSED.some((each) => isIn(address, each));
}

function isIn(address: number, { address: network, prefix }: Range): boolean {
  return (address ^ network) >>> (32 - prefix) === 0;
}

function range(address: string, prefix: number): Range {
  return { address: parseDotted(address) ?? 0, prefix };
}
